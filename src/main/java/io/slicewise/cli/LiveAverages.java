package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.live.LiveReader;
import io.slicewise.live.Reading;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeImport;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.Summing;
import io.slicewise.report.text.RangeCsv;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Visible;
import io.slicewise.text.Where;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code averages --prometheus URL}: the figures of a server, at one time or over a range. */
record LiveAverages(Terminal terminal, AppFolders folders, Messages words, InstantSource clock) {
    /** Writes over the line. */
    private static final String FROM_THE_START = "\r\u001b[K";

    /** As many lines as a person reads; {@code --step} chooses otherwise. */
    private static final int LINES = 49;

    private static final Duration FINEST = Duration.ofSeconds(15);

    int run(ParseResult command, String url) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        Weights weights = choices.of(Weights.DEFAULT);
        LiveOptions options = LiveOptions.of(command, url, terminal, words);
        Problems.print(own.problems(), words, terminal.err());
        try (ApiClient client = ApiClient.of(options.connection(), options.credentials(), clock)) {
            Queries queries = new Queries(client);
            Grid grid = grid(command);
            if (grid != null) {
                Summing summing = Summing.of(queries, own.catalogue(), choices.exports(), weights.ofEngine());
                return range(command, options, summing, grid);
            }
            LiveReader reader = LiveReader.of(queries, own.catalogue(), choices.exports())
                    .withWay(options.way())
                    .withSums(options.group(), weights.ofEngine());
            return show(command, options, weights, reader.at(at(command), new Cancel()));
        } catch (LiveException e) {
            Problem problem = Problem.error(
                    Where.file(options.connection().base().toString()),
                    e.failure().message());
            Problems.print(List.of(problem), words, terminal.err());
            return Cli.FAILED;
        }
    }

    private int show(ParseResult command, LiveOptions options, Weights weights, Reading reading) {
        boolean json = command.hasMatchedOption(CommandOptions.JSON);
        String host = options.connection().host();
        List<Problem> problems = new ArrayList<>();
        switch (reading) {
            case Reading.OfSeries series -> {
                Snapshot snapshot = series.snapshot();
                FleetOfFiles fleet = new FleetOfFiles(null, problems);
                fleet.add(host, snapshot);
                problems.addAll(snapshot.problems());
                Figures figures = Figures.of(fleet.fleet(), weights);
                if (json) {
                    Json.print(
                            document -> AveragesJson.write(document, fleet, figures, problems, words), terminal.out());
                } else {
                    new AveragesTable(words, fleet, figures).print(terminal.out()::println);
                    new BesideTable(words, fleet.beside()).lines().forEach(terminal.out()::println);
                }
            }
            case Reading.OfSums sums -> {
                if (json) {
                    Json.print(document -> LiveJson.write(document, sums, weights.ofEngine(), words), terminal.out());
                } else {
                    new SumsTable(words, sums.sums()).lines().forEach(terminal.out()::println);
                }
                problems.addAll(unknown(host, sums.sums().unknownModels()));
                onlyEngine(command, host).ifPresent(problems::add);
            }
        }
        problems.add(Problem.info(Where.file(host), reading.way()));
        terminal.out().flush();
        Problems.print(json ? Problems.errors(problems) : problems, words, terminal.err());
        return Cli.OK;
    }

    private int range(ParseResult command, LiveOptions options, Summing summing, Grid grid) throws LiveException {
        SummedRange range =
                summing.range(options.group(), grid, RangeImport.of(summing.queries()), this::progress, new Cancel());
        if (terminal.isScreen()) {
            terminal.err().control(FROM_THE_START);
        }
        String host = options.connection().host();
        Text way = Text.of("live.way.sumsRange", range.points());
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(document -> LiveJson.write(document, range, summing.weights(), words.say(way)), terminal.out());
            return Cli.OK;
        }
        if (range.rows().isEmpty()) {
            Text nothing = Text.of(
                    "live.failed.nothingInRange",
                    grid.from().toString(),
                    grid.to().toString());
            Problems.print(List.of(Problem.error(Where.file(host), nothing)), words, terminal.err());
            return Cli.FAILED;
        }
        if (command.hasMatchedOption(CommandOptions.CSV)) {
            List<Curves.Row> rows = range.curves(range.rows()).rows(grid.from().toEpochMilli(), Long.MAX_VALUE);
            terminal.out().print(RangeCsv.write(new RangeCsv.Part(rows, null)));
            terminal.out().flush();
            return Cli.OK;
        }
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(TextTable.text(words.say("cli.column.time")));
        columns.addAll(SumsTable.figureColumns(words));
        TextTable table = new TextTable(columns);
        for (int i = 0; i < grid.count(); i++) {
            Averages averages = range.total(i).averages();
            List<String> cells = new ArrayList<>(List.of(grid.at(i).toString()));
            cells.addAll(SumsTable.figures(averages, words.language()));
            table.row(cells);
        }
        table.lines().forEach(terminal.out()::println);
        terminal.out().flush();
        List<Problem> problems = new ArrayList<>(unknown(host, range.unknownModels()));
        onlyEngine(command, host).ifPresent(problems::add);
        problems.add(Problem.info(Where.file(host), way));
        Problems.print(problems, words, terminal.err());
        return Cli.OK;
    }

    /** A server sums up engine activity only: another reading that was asked for is told of as missing. */
    private static Optional<Problem> onlyEngine(ParseResult command, String host) {
        String metric = command.matchedOptionValue(CommandOptions.METRIC, ReadingKind.ENGINE.id());
        return metric.equals(ReadingKind.ENGINE.id())
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        Where.file(host), Text.of("cli.live.onlyEngine", metric, CommandOptions.SERIES)));
    }

    private static List<Problem> unknown(String host, List<String> models) {
        return models.stream()
                .map(model -> Problem.warning(Where.file(host), Text.of("cli.live.unknown", model)))
                .toList();
    }

    private void progress(RangeProgress progress) {
        if (terminal.isScreen()) {
            String why =
                    progress.why() == null ? "" : " " + words.say(progress.why().message());
            terminal.err().control(FROM_THE_START);
            terminal.err()
                    .print(Visible.line(
                            words.say("cli.live.progress", (int) Math.round(100 * progress.share())) + why));
            terminal.err().flush();
        } else if (progress.why() != null) {
            terminal.err()
                    .println(words.say(progress.why().message()) + " "
                            + words.say("cli.watch.again", progress.pause().toSeconds()));
            terminal.err().flush();
        }
    }

    private @Nullable Instant at(ParseResult command) {
        String at = command.matchedOptionValue(CommandOptions.AT, "");
        return at.isEmpty() ? null : instant(CommandOptions.AT, at);
    }

    private Instant instant(String option, String text) {
        // whole seconds: lines of a range stand at times that people can read
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Times.instant(option, text, now, ZoneId.systemDefault());
    }

    private @Nullable Grid grid(ParseResult command) {
        String from = command.matchedOptionValue(CommandOptions.FROM, "");
        String to = command.matchedOptionValue(CommandOptions.TO, "");
        String step = command.matchedOptionValue(CommandOptions.STEP, "");
        if (from.isEmpty()) {
            if (!to.isEmpty() || !step.isEmpty() || command.hasMatchedOption(CommandOptions.CSV)) {
                throw new UsageException(Text.of("cli.usage.missing", CommandOptions.FROM));
            }
            return null;
        }
        if (command.hasMatchedOption(CommandOptions.AT)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.AT, CommandOptions.FROM));
        }
        Instant begin = instant(CommandOptions.FROM, from);
        Instant end = instant(CommandOptions.TO, to.isEmpty() ? "now" : to);
        if (!begin.isBefore(end)) {
            throw new UsageException(Text.of("cli.live.order", CommandOptions.FROM, CommandOptions.TO));
        }
        return step.isEmpty()
                ? Grid.ofWidth(begin, end, LINES, FINEST)
                : Grid.of(begin, end, Times.duration(CommandOptions.STEP, step));
    }
}
