package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.Move;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.MoveAnswers;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.MoveSentences;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.moves.WantedProfile;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moves FILE --free 3g}: the fewest moves that make room. */
record MovesCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "moves";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.planning(options.opened(options.command(name(), "moves.help.moves")
                .addPositional(options.strings("FILE", "0..*", true, "cli.help.files"))
                .addOption(options.string(CommandOptions.FREE, "PROFILE[,PROFILE…]", "moves.help.free"))
                .addOption(options.string(CommandOptions.ON, "GPU", "moves.help.on"))
                .addOption(options.flag(CommandOptions.NEW_FIRST, "moves.help.newFirst"))
                .addOption(options.strings(CommandOptions.PIN, "WHAT=VALUE", "moves.help.pin"))
                .addOption(options.string(
                        CommandOptions.COMMANDS, "nvidia-smi|mig-parted|label", "moves.help.commands"))));
    }

    @Override
    public int run(ParseResult command) {
        List<WantedProfile> wanted = Arrays.stream(
                        command.matchedOptionValue(CommandOptions.FREE, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(WantedProfile::new)
                .toList();
        if (wanted.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.missing", CommandOptions.FREE));
        }
        boolean areCommands = ChangeTexts.areWanted(command);
        if (areCommands && command.hasMatchedOption(CommandOptions.NEW_FIRST)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.COMMANDS, CommandOptions.NEW_FIRST));
        }
        OpenedFleet opened = OpenedFleet.of(command, Cli.arguments(command), terminal, folders);
        if (opened.failed()) {
            Problems.print(opened.problems(), words, terminal.err());
            return Cli.FAILED;
        }
        Fleet fleet = opened.fleet();
        MoveRequest request = new MoveRequest(fleet, wanted, on(command, fleet), Pins.of(command, opened));
        MoveAnswers answers = FewestMoves.of(request);
        MoveAnswer answer =
                command.hasMatchedOption(CommandOptions.NEW_FIRST) ? answers.newFirst() : answers.withStop();
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(answer, answers.newFirst()), terminal.out());
        } else if (areCommands && answer instanceof MoveAnswer.Found found) {
            FleetChange change = FleetChange.between(fleet, found.plan().applied(fleet));
            terminal.out().print(ChangeTexts.of(command, change, words));
        } else {
            lines(request, answers, answer).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        Problems.print(opened.problems(), words, terminal.err());
        List<Gpu> left = FewestMoves.left(request);
        if (!left.isEmpty()) {
            terminal.err()
                    .println(words.say(
                            "moves.left",
                            new Listing(left.stream().map(Naming.of(fleet)::gpu).toList())));
        }
        if (answer instanceof MoveAnswer.Impossible impossible) {
            terminal.err().println(words.say(MoveSentences.why(impossible.obstacle())));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    private static @Nullable String on(ParseResult command, Fleet fleet) {
        String wanted = command.matchedOptionValue(CommandOptions.ON, "").strip();
        if (wanted.isEmpty()) {
            return null;
        }
        Naming naming = Naming.of(fleet);
        List<Gpu> found = fleet.gpus().stream()
                .filter(gpu -> Called.is(wanted, gpu, naming)
                        || gpu.name().equals(wanted)
                        || gpu.name().endsWith(" " + wanted))
                .toList();
        if (found.size() != 1) {
            throw new UsageException(Text.of(
                    "moves.usage.on",
                    CommandOptions.ON,
                    wanted,
                    new Listing(fleet.gpus().stream().map(Gpu::id).limit(8).toList())));
        }
        return found.getFirst().id();
    }

    private List<String> lines(MoveRequest request, MoveAnswers answers, MoveAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "moves.answer", words.say("moves.withStop"), words.say(MoveSentences.of(answers.withStop()))));
        lines.add(words.say(
                "moves.answer", words.say("moves.newFirst"), words.say(MoveSentences.of(answers.newFirst()))));
        if (answer instanceof MoveAnswer.Found found) {
            Naming naming = Naming.of(request.fleet());
            lines.add("");
            for (Move move : found.plan().moves()) {
                lines.add(words.say(
                        "moves.move",
                        named(request.fleet(), move.instance()),
                        shown(naming, move.from()),
                        shown(naming, move.to())));
            }
            for (Spot spot : found.plan().room()) {
                lines.add(words.say("moves.room", spot.placement().profile().name(), shown(naming, spot)));
            }
        }
        return lines;
    }

    private static String named(Fleet fleet, InstanceRef ref) {
        return fleet.instance(ref)
                .map(instance -> instance.name().isEmpty()
                        ? instance.profile().name()
                        : instance.profile().name() + " " + instance.name())
                .orElse(ref.instance());
    }

    private static String shown(Naming naming, Spot spot) {
        return naming.gpu(spot.gpu()) + " @" + spot.placement().start();
    }

    private static ObjectNode json(MoveAnswer answer, MoveAnswer newFirst) {
        ObjectNode root = Json.document();
        put(root, answer);
        ArrayNode steps = root.putArray("steps");
        ArrayNode room = root.putArray("room");
        if (answer instanceof MoveAnswer.Found found) {
            for (Move move : found.plan().moves()) {
                steps.addObject()
                        .put("gpu", move.instance().gpu())
                        .put("instance", move.instance().instance())
                        .put("from", place(move.from()))
                        .put("to", place(move.to()));
            }
            for (Spot spot : found.plan().room()) {
                room.addObject()
                        .put("profile", spot.placement().profile().name())
                        .put("at", place(spot));
            }
        }
        put(root.putObject("newFirst"), newFirst);
        return root;
    }

    private static void put(ObjectNode node, MoveAnswer answer) {
        switch (answer) {
            case MoveAnswer.Found found ->
                node.put("possible", true)
                        .put("moves", found.moves())
                        .put("atLeast", found.atLeast())
                        .putNull("why");
            case MoveAnswer.Undecided undecided ->
                node.putNull("possible")
                        .putNull("moves")
                        .put("atLeast", undecided.atLeast())
                        .putNull("why");
            case MoveAnswer.Impossible impossible ->
                node.put("possible", false)
                        .putNull("moves")
                        .putNull("atLeast")
                        .put("why", impossible.obstacle().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String place(Spot spot) {
        return spot.gpu() + "@" + spot.placement().start();
    }
}
