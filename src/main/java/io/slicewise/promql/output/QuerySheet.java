package io.slicewise.promql.output;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Visible;
import java.util.OptionalInt;

/** All queries for reading and copying, each with what its parts are for, as Markdown. */
final class QuerySheet {
    /** How many series the rules record of each host, model and profile, and of each host and model. */
    private static final int BY_PROFILE = 3;

    private static final int BY_MODEL = 12;
    /** Less than that, in seconds, is not worth a number. */
    private static final double LITTLE = 0.1;

    private final Request request;
    private final Messages words;
    private final StringBuilder sheet = new StringBuilder();

    QuerySheet(Request request, Messages words) {
        this.request = request;
        this.words = words;
    }

    String text() {
        sheet.append("# ")
                .append(Visible.line(words.say("promql.sheet.title", request.title())))
                .append("\n\n");
        sheet.append(words.say("promql.sheet.about"))
                .append(' ')
                .append(words.say(
                        "usage.reading.about." + request.plan().reading().id()))
                .append("\n\n");
        for (Text remark : request.plan().hardware().remarks()) {
            sheet.append("- ").append(words.say(remark)).append('\n');
        }
        FigureQueries queries = FigureQueries.of(request.plan());
        for (QueryFigure figure : QueryFigure.values()) {
            sheet.append("\n## ")
                    .append(words.say("promql.figure." + figure.id()))
                    .append("\n\n");
            code(queries.query(figure, Level.FLEET).commented(words));
            if (request.plan().reading() == ReadingKind.ENGINE) {
                Original.of(figure).ifPresent(this::original);
            }
        }
        for (Level level : request.levels()) {
            if (!level.labels().isEmpty()) {
                level(queries, level);
            }
        }
        rules();
        return sheet.toString();
    }

    /** How many series the rules make, what they cost, and which part of a large document is tested. */
    private void rules() {
        int figures = QueryFigure.values().length;
        sheet.append("\n## ").append(words.say("promql.sheet.rules")).append("\n\n");
        sheet.append(words.say("promql.sheet.queries")).append("\n\n");
        sheet.append(words.say("promql.sheet.rulesAbout", BY_PROFILE, BY_MODEL)).append("\n\n");
        RuleSize size = request.size();
        if (size.instances() > 0) {
            item(words.say("promql.sheet.level.sources", BY_PROFILE * size.kinds() + BY_MODEL * size.hostModels()));
        }
        for (Level level : request.levels()) {
            level(size, level, figures);
        }
        if (request.isOfGpus()) {
            item(words.say("promql.sheet.level.instances", size.instances()));
        }
        sheet.append('\n')
                .append(words.say(
                        "promql.sheet.cost", RuleSize.LIGHT, RuleSize.BY_GPU, RuleSize.BY_LABEL, RuleSize.POWER))
                .append('\n');
        if (size.instances() > 0) {
            double seconds = size.seconds(request.levels(), request.plan().names());
            sheet.append('\n')
                    .append(words.say(
                            "promql.sheet.interval",
                            seconds < LITTLE ? 0 : 1,
                            new Decimal(Math.max(seconds, LITTLE), 1),
                            request.interval().toString()))
                    .append('\n');
        }
        sheet.append('\n')
                .append(words.say("promql.sheet.tests", RuleTests.ALIKE, RuleTests.MOST))
                .append('\n');
    }

    private void level(RuleSize size, Level level, int figures) {
        OptionalInt groups = size.groups(level, request.plan().names());
        if (level.labels().isEmpty()) {
            item(words.say("promql.sheet.level.fleet", figures));
        } else if (groups.isPresent() && size.instances() > 0) {
            item(words.say(
                    "promql.sheet.level.here",
                    figures,
                    String.join(", ", level.labels()),
                    figures * groups.getAsInt()));
        } else {
            item(words.say("promql.sheet.level", figures, String.join(", ", level.labels())));
        }
    }

    private void item(String text) {
        sheet.append("- ").append(text).append('\n');
    }

    private void original(Original original) {
        sheet.append("\n### ").append(words.say("promql.sheet.original")).append("\n\n");
        code(original.query());
        sheet.append('\n').append(words.say("promql.sheet.fails")).append("\n\n");
        for (Text fails : original.fails()) {
            sheet.append("- ").append(words.say(fails)).append('\n');
        }
    }

    private void level(FigureQueries queries, Level level) {
        String labels = String.join(", ", level.labels());
        sheet.append("\n## ").append(words.say("promql.sheet.by", labels)).append('\n');
        for (QueryFigure figure : QueryFigure.values()) {
            Explained query = queries.query(figure, level);
            sheet.append("\n### ")
                    .append(words.say("promql.figure." + figure.id()))
                    .append("\n\n");
            code(query.pretty());
        }
    }

    private void code(String query) {
        sheet.append("```promql\n").append(query).append("\n```\n");
    }
}
