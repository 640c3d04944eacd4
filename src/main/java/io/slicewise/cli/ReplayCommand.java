package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.live.SizeReading;
import io.slicewise.live.sums.AskedReplay;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay RANGE --layout FILE|--sizes}: what a recorded time would have been in another layout. */
record ReplayCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.opened(options.command(name(), "worth.help.replay")
                .addPositional(options.strings("FILE", "0..*", false, "cli.help.files")));
        spec.addOption(options.string(CommandOptions.LAYOUT, "FILE", "worth.help.layout"))
                .addOption(options.flag(CommandOptions.SIZES, "worth.help.sizes"));
        return options.sizing(options.mayRefuse(options.serverRange(spec), "worth.help.exit0"));
    }

    @Override
    public int run(ParseResult command) {
        String file = command.matchedOptionValue(CommandOptions.LAYOUT, (String) null);
        if ((file != null) == command.hasMatchedOption(CommandOptions.SIZES)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.LAYOUT, CommandOptions.SIZES));
        }
        String url = command.matchedOptionValue(CommandOptions.PROMETHEUS, "");
        if (url.isEmpty() == Cli.arguments(command).isEmpty()) {
            throw new UsageException(Text.of("cli.usage.either", "FILE", CommandOptions.PROMETHEUS));
        }
        Target target = file == null ? new Target(null, Cli.OK) : target(command, file);
        if (target.end() != Cli.OK) {
            return target.end();
        }
        SizeRules rules = SizeCommand.rules(command);
        return url.isEmpty() ? files(command, rules, target.fleet()) : server(command, url, rules, target.fleet());
    }

    /**
     * What somebody wants to have.
     *
     * @param fleet the layout; {@code null} for the proposed sizes
     * @param end how the command ends where it is not to be had
     */
    private record Target(@Nullable Fleet fleet, int end) {}

    private Target target(ParseResult command, String file) {
        OpenedFleet target = OpenedFleet.of(command, List.of(file), terminal, folders);
        Problems.print(target.problems(), words, terminal.err());
        if (target.failed()) {
            return new Target(null, Cli.FAILED);
        }
        List<String> illegal = illegal(target.fleet());
        if (!illegal.isEmpty()) {
            terminal.err().println(words.say("worth.replay.illegal", new Listing(illegal)));
            return new Target(null, Cli.IMPOSSIBLE);
        }
        return new Target(target.fleet(), Cli.OK);
    }

    private static ReplayLayout layout(Timeline timeline, List<SizedInstance> sizes, @Nullable Fleet target) {
        return target == null ? Outlook.layout(timeline, sizes) : ReplayLayout.into(timeline, target);
    }

    private int server(ParseResult command, String url, SizeRules rules, @Nullable Fleet target) {
        Optional<LiveSizes.Told> told = new LiveSizes(terminal, folders, words, InstantSource.system())
                .read(
                        command,
                        url,
                        rules,
                        (instances, sizes) -> Optional.of(layout(instances, sizes, target))
                                .filter(layout -> isPossible(instances, layout)));
        if (told.isEmpty()) {
            return Cli.FAILED;
        }
        return switch (told.get().reading()) {
            case SizeReading.Loaded loaded ->
                print(command, loaded.timeline(), layout(loaded.timeline(), loaded.sizes(), target));
            case SizeReading.Asked(AskedSizes asked, boolean _) -> {
                Timeline instances = asked.range().instances();
                AskedReplay replay = told.get().replay();
                yield replay == null
                        ? refused(instances, layout(instances, asked.sizes(), target))
                        : print(command, ReplayOutcome.of(instances, replay));
            }
        };
    }

    private int files(ParseResult command, SizeRules rules, @Nullable Fleet target) {
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<Part> ranges = opened.ranges();
        Timeline timeline = ranges.size() == 1 ? ranges.getFirst().timeline() : null;
        if (timeline == null) {
            terminal.err().println(words.say(ranges.isEmpty() ? "worth.noRange" : "worth.oneRange"));
            return Cli.IMPOSSIBLE;
        }
        List<SizedInstance> sizes = target == null ? SizedInstance.of(timeline, rules, Cancel.NEVER) : List.of();
        return print(command, timeline, layout(timeline, sizes, target));
    }

    private static List<String> illegal(Fleet target) {
        return target.gpus().stream()
                .filter(gpu -> gpu.layout()
                        .map(layout -> !layout.conflicts().isEmpty())
                        .orElse(false))
                .map(Naming.of(target)::gpu)
                .toList();
    }

    /** What is there at the end and has no place. */
    private static List<InstanceTrack> homeless(Timeline timeline, ReplayLayout layout) {
        return layout.left().stream()
                .filter(track -> track.existsAt(timeline.end() - 1))
                .toList();
    }

    /** Whether there is something to replay, and a place for all that is there at the end. */
    private static boolean isPossible(Timeline timeline, ReplayLayout layout) {
        return homeless(timeline, layout).isEmpty() && !layout.groups().isEmpty();
    }

    private int refused(Timeline timeline, ReplayLayout layout) {
        Naming naming = timeline.naming();
        terminal.err()
                .println(words.say(
                        timeline.isEmpty() ? "worth.noRange" : "worth.replay.homeless",
                        new Listing(homeless(timeline, layout).stream()
                                .map(track -> Called.of(naming, track))
                                .toList())));
        return Cli.IMPOSSIBLE;
    }

    private int print(ParseResult command, Timeline timeline, ReplayLayout layout) {
        if (!isPossible(timeline, layout)) {
            return refused(timeline, layout);
        }
        return print(command, ReplayOutcome.of(timeline, layout));
    }

    private int print(ParseResult command, ReplayOutcome outcome) {
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(outcome.json(), terminal.out());
        } else {
            outcome.lines(words).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (!outcome.layout().left().isEmpty()) {
            terminal.err()
                    .println(words.say(
                            "worth.replay.gone", outcome.layout().left().size()));
        }
        List<String> tooMuch = outcome.tooMuch();
        if (!tooMuch.isEmpty()) {
            terminal.err().println(words.say("worth.replay.memory", new Listing(tooMuch)));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }
}
