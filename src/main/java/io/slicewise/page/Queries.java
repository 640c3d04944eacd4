package io.slicewise.page;

import io.slicewise.mig.Catalogue;
import io.slicewise.page.Block.Code;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The PromQL of each figure of a fleet, for a reader to copy: what the Monitoring screen makes for it. */
record Queries(List<Explained> queries, List<Text> remarks) {
    private static final List<QueryFigure> FIGURES =
            List.of(QueryFigure.INSTANCE_AVERAGE, QueryFigure.WEIGHTED_AVERAGE, QueryFigure.WHOLE_GPU);

    /** Of the models of a fleet, with its weights; of any model where none of them can be weighed. */
    static Queries of(Subject subject) {
        Hardware own = Hardware.of(subject.fleet(), subject.figures().weights());
        List<Text> remarks = new ArrayList<>(own.remarks());
        Hardware hardware = own;
        if (own.isEmpty()) {
            hardware = Hardware.any(Catalogue.builtIn(), subject.figures().weights());
            remarks.addAll(hardware.remarks());
        }
        if (hardware.isEmpty()) {
            return new Queries(List.of(), remarks);
        }
        FigureQueries queries = FigureQueries.of(QueryPlan.of(hardware));
        return new Queries(
                FIGURES.stream()
                        .map(figure -> queries.query(figure, Level.FLEET))
                        .toList(),
                remarks);
    }

    /** Each query under the name of its figure, and what to know about them. */
    List<Block> blocks(Phrases phrases) {
        List<Block> blocks = new ArrayList<>();
        for (Explained query : queries) {
            blocks.add(new Code(phrases.say(title(query.figure())), query.pretty()));
        }
        remarks.forEach(remark -> blocks.add(Phrases.note(phrases.say(remark))));
        return blocks;
    }

    private static Text title(QueryFigure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> io.slicewise.story.Figure.INSTANCE_AVERAGE.title();
            case WEIGHTED_AVERAGE -> io.slicewise.story.Figure.WEIGHTED.title();
            default -> io.slicewise.story.Figure.WHOLE_GPU.title();
        };
    }
}
