package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.live.LiveReader;
import io.slicewise.live.SizeReader;
import io.slicewise.live.SizeReading;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.AskedReplay;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code size --prometheus URL} and {@code replay --prometheus URL}, over two weeks unless a range is given. */
record LiveSizes(Terminal terminal, AppFolders folders, Messages words, InstantSource clock) {
    /**
     * What the server told.
     *
     * @param replay the range in the wanted layout; {@code null} where the samples were loaded, and where there is no layout
     */
    record Told(SizeReading reading, @Nullable AskedReplay replay) {}

    /**
     * Asks the server; empty where it told nothing, which is printed.
     *
     * @param layout the layout that is replayed where the server works it out, of the instances and what is said of them; empty for none
     */
    Optional<Told> read(
            ParseResult command,
            String url,
            SizeRules rules,
            BiFunction<Timeline, List<SizedInstance>, Optional<ReplayLayout>> layout) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        LiveOptions options = LiveOptions.of(command, url, terminal, words);
        Problems.print(own.problems(), words, terminal.err());
        Grid grid = grid(command);
        try (ApiClient client = ApiClient.of(options.connection(), options.credentials(), clock)) {
            LiveReader reader = LiveReader.of(new Queries(client), own.catalogue(), choices.exports())
                    .withWay(options.way())
                    .withSums(options.group(), Weights.DEFAULT);
            SizeReading reading = new SizeReader(reader).read(grid, rules, _ -> {}, new Cancel());
            print(Problem.info(Where.file(options.connection().host()), reading.way()));
            AskedReplay replay = null;
            if (reading instanceof SizeReading.Asked(AskedSizes asked, boolean _)) {
                Optional<ReplayLayout> wanted = layout.apply(asked.range().instances(), asked.sizes());
                replay = wanted.isPresent() ? asked.range().replay(wanted.get(), new Cancel()) : null;
            }
            return Optional.of(new Told(reading, replay));
        } catch (LiveException e) {
            print(Problem.error(
                    Where.file(options.connection().base().toString()),
                    e.failure().message()));
            return Optional.empty();
        }
    }

    private void print(Problem problem) {
        Problems.print(List.of(problem), words, terminal.err());
    }

    private Grid grid(ParseResult command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String from = command.matchedOptionValue(CommandOptions.FROM, "");
        String to = command.matchedOptionValue(CommandOptions.TO, "");
        String step = command.matchedOptionValue(CommandOptions.STEP, "");
        Instant end = to.isEmpty() ? now : Times.instant(CommandOptions.TO, to, now, ZoneId.systemDefault());
        Instant begin = from.isEmpty()
                ? end.minus(SizeReader.USUAL)
                : Times.instant(CommandOptions.FROM, from, now, ZoneId.systemDefault());
        if (!begin.isBefore(end)) {
            throw new UsageException(Text.of("cli.live.order", CommandOptions.FROM, CommandOptions.TO));
        }
        return step.isEmpty()
                ? SizeReader.times(begin, end)
                : Grid.of(begin, end, Times.duration(CommandOptions.STEP, step));
    }
}
