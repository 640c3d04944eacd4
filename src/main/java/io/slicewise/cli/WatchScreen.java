package io.slicewise.cli;

import io.slicewise.live.LiveState;
import io.slicewise.live.Reading;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.http.Failure;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Visible;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code watch} writes: a table in place on a screen, else a line for each answer. */
final class WatchScreen {
    /** The screen beside the one that was there, so that what was on it comes back; without a cursor, and no line goes on in the next. */
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";

    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String NEXT_LINE = "\r\n";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Terminal terminal;
    private final Messages words;
    private final Weights weights;
    private final Connection connection;
    private List<String> table = List.of();
    private @Nullable Averages total;
    private boolean over;

    WatchScreen(Terminal terminal, Messages words, Weights weights, Connection connection) {
        this.terminal = terminal;
        this.words = words;
        this.weights = weights;
        this.connection = connection;
    }

    void begin() {
        if (terminal.isScreen()) {
            terminal.out().control(ENTER);
            terminal.out().flush();
        }
    }

    /** Another state: a line of it where there is no screen. */
    void changed(LiveState state) {
        Reading reading = state instanceof LiveState.Fresh fresh ? fresh.reading() : null;
        if (reading != null) {
            take(reading);
        }
        if (!terminal.isScreen()) {
            switch (state) {
                case LiveState.Fresh fresh -> line(fresh);
                case LiveState.Stale stale -> problem(stale.why());
                case LiveState.Failed failed -> problem(failed.why());
                case LiveState.Idle _, LiveState.Connecting _ -> {
                    // nothing to say yet
                }
            }
        }
    }

    private void take(Reading reading) {
        switch (reading) {
            case Reading.OfSeries series -> {
                FleetOfFiles fleet = new FleetOfFiles(null, new ArrayList<>());
                fleet.add(connection.host(), series.snapshot());
                Figures figures = Figures.of(fleet.fleet(), weights);
                List<String> lines = new ArrayList<>();
                new AveragesTable(words, fleet, figures).print(lines::add);
                table = lines;
                total = figures.total();
            }
            case Reading.OfSums sums -> {
                table = new SumsTable(words, sums.sums()).lines();
                total = sums.sums().total();
            }
        }
    }

    private void line(LiveState.Fresh fresh) {
        Averages averages = total;
        if (averages != null) {
            Language language = words.language();
            terminal.out()
                    .println(words.say(
                            "cli.watch.line",
                            fresh.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                            averages.reported() + "/" + averages.instances(),
                            Numbers.percent(averages.instanceAverage(), language),
                            Numbers.percent(averages.weightedAverage(), language),
                            Numbers.percent(averages.wholeGpu(), language),
                            Numbers.percent(averages.allocatedShare(), language)));
            terminal.out().flush();
        }
    }

    private void problem(Failure why) {
        terminal.err()
                .println(words.say("cli.problem", words.say("cli.severity.warning"), connection.host(), why.message()));
        terminal.err().flush();
    }

    /** Draws all of it where it was drawn before. */
    synchronized void draw(LiveState state, Instant now) {
        if (!terminal.isScreen() || over) {
            return;
        }
        List<String> above = new ArrayList<>();
        above.add(heading(state, now));
        above.addAll(trouble(state, now));
        above.add("");
        List<String> lines = terminal.size()
                .get()
                .fitted(
                        above.stream().map(Visible::line).toList(),
                        table,
                        List.of("", words.say("cli.watch.end")),
                        rows -> words.say("cli.watch.more", rows));
        TerminalOutput out = terminal.out();
        // no line end behind the last line: on a full screen that would push the first one out
        String next = HOME;
        for (String line : lines) {
            out.control(next);
            out.print(line);
            next = REST_OF_LINE + NEXT_LINE;
        }
        out.control(REST_OF_LINE + REST_OF_SCREEN);
        out.flush();
    }

    private String heading(LiveState state, Instant now) {
        Duration age = state.age(now);
        String base = connection.base().toString();
        return age == null
                ? words.say("cli.watch.connecting", base)
                : words.say("cli.watch.age", base, age.toSeconds());
    }

    private List<String> trouble(LiveState state, Instant now) {
        return switch (state) {
            case LiveState.Stale stale -> trouble(stale.why(), stale.next(), now);
            case LiveState.Failed failed -> trouble(failed.why(), failed.next(), now);
            case LiveState.Fresh fresh -> List.of(words.say(fresh.reading().way()));
            case LiveState.Idle _, LiveState.Connecting _ -> List.of();
        };
    }

    private List<String> trouble(Failure why, @Nullable Instant next, Instant now) {
        String message = words.say(why.message());
        if (next == null) {
            return List.of(message);
        }
        long seconds = Math.max(0, Duration.between(now, next).toSeconds());
        return List.of(message, words.say("cli.watch.again", seconds));
    }

    /** Gives the screen back. For any thread, since Ctrl-C comes on one of its own. */
    synchronized void ended() {
        if (terminal.isScreen() && !over) {
            terminal.out().control(LEAVE);
            table.forEach(terminal.out()::println);
        }
        over = true;
        terminal.out().flush();
    }
}
