package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.live.LiveModel;
import io.slicewise.live.LiveReader;
import io.slicewise.live.LiveState;
import io.slicewise.live.LiveThreads;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Weights;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code watch URL}: the figures of a server, again and again, until a person ends it with Ctrl-C. On a screen the table
 * is written over itself; elsewhere a line is added for each answer.
 */
record WatchCommand(Terminal terminal, AppFolders folders, Messages words, InstantSource clock) implements Command {
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.command(name(), "cli.help.watch")
                .addPositional(options.strings("URL", "0", true, "cli.help.url"))
                .addOption(options.string(CommandOptions.INTERVAL, "LENGTH", "cli.help.interval"))
                .addOption(options.string(CommandOptions.COUNT, "NUMBER", "cli.help.count"));
        return options.server(options.figures(spec));
    }

    @Override
    public int run(ParseResult command) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        Weights weights = choices.basis().map(Weights.DEFAULT::withBasis).orElse(Weights.DEFAULT);
        LiveOptions options = LiveOptions.of(command, Cli.arguments(command).getFirst(), terminal, words);
        String every = command.matchedOptionValue(CommandOptions.INTERVAL, "");
        Duration interval = every.isEmpty() ? INTERVAL : Times.duration(CommandOptions.INTERVAL, every);
        int count = count(command.matchedOptionValue(CommandOptions.COUNT, ""));
        Problems.print(own.problems(), words, terminal.err());
        try (ApiClient client = ApiClient.of(options.connection(), options.credentials(), clock)) {
            LiveReader reader = LiveReader.of(new Queries(client), own.catalogue(), choices.exports())
                    .withWay(options.way())
                    .withSums(options.group(), weights);
            return watch(reader, interval, count, new WatchScreen(terminal, words, weights, options.connection()));
        } catch (LiveException e) {
            Problem problem = Problem.error(
                    Where.file(options.connection().base().toString()),
                    e.failure().message());
            Problems.print(List.of(problem), words, terminal.err());
            return Cli.FAILED;
        }
    }

    /** Runs the view on this thread, which so is its owner, and draws once a second for the age to grow. */
    private int watch(LiveReader reader, Duration interval, int count, WatchScreen screen) {
        BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
        int[] answers = {0};
        try (LiveThreads threads = LiveThreads.of(work::add)) {
            LiveModel model = new LiveModel(reader, interval, threads.surroundings(), Math::random, state -> {
                screen.changed(state);
                answers[0] += state instanceof LiveState.Connecting ? 0 : 1;
            });
            Thread ended = Thread.ofPlatform().unstarted(screen::ended);
            Runtime.getRuntime().addShutdownHook(ended);
            try {
                screen.begin();
                model.start();
                while (answers[0] < count
                        && !isHopeless(model.state())
                        && !terminal.out().isOver()) {
                    Runnable next = work.poll(1, TimeUnit.SECONDS);
                    if (next != null) {
                        next.run();
                    }
                    screen.draw(model.state(), clock.instant());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                model.stop();
                if (isTakenBack(ended)) {
                    screen.ended();
                }
            }
            return model.state().reading() == null ? Cli.FAILED : Cli.OK;
        }
    }

    /** Whether there never was an answer and never will be one without other options. */
    private static boolean isHopeless(LiveState state) {
        return state instanceof LiveState.Failed failed && failed.next() == null;
    }

    private static boolean isTakenBack(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the program is ending, and the hook runs
            return false;
        }
    }

    private static int count(String text) {
        if (text.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.COUNT, text, "1, 2, 3 …"));
        }
        return Integer.parseInt(text);
    }
}
