package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.planning.room.ProfileRoom;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code fits FILE…}: what still fits, now, after moves and by slices. */
record FitsCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "fits";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.opened(options.command(name(), "moves.help.fits")
                .addPositional(options.strings("FILE", "0..*", true, "cli.help.files"))
                .addOption(options.string(CommandOptions.ON, "GPU|HOST", "moves.help.fitsOn"))
                .addOption(options.strings(CommandOptions.PIN, "WHAT=VALUE", "moves.help.pin")));
    }

    @Override
    public int run(ParseResult command) {
        OpenedFleet opened = OpenedFleet.of(command, Cli.arguments(command), terminal, folders);
        Fleet fleet = asked(command, opened.fleet());
        FleetRoom room = FleetRoom.of(fleet, Pins.of(command, opened));
        double fragmentation = room.fragmentation(fleet);
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(room, fragmentation), terminal.out());
        } else if (!room.profiles().isEmpty()) {
            table(room).forEach(terminal.out()::println);
            terminal.out().println();
            terminal.out().println(words.say("moves.fragmentation", new Percent(fragmentation)));
        }
        terminal.out().flush();
        Problems.print(opened.problems(), words, terminal.err());
        if (!room.left().isEmpty()) {
            List<String> left = room.left().stream().map(Naming.of(fleet)::gpu).toList();
            terminal.err().println(words.say("moves.left", new Listing(left)));
        }
        return opened.failed() ? Cli.FAILED : Cli.OK;
    }

    /** The GPU or the host that was named; all where none was. */
    private static Fleet asked(ParseResult command, Fleet fleet) {
        String on = command.matchedOptionValue(CommandOptions.ON, "").strip();
        if (on.isEmpty()) {
            return fleet;
        }
        Naming naming = Naming.of(fleet);
        List<Gpu> meant = fleet.gpus().stream()
                .filter(gpu -> Called.is(on, gpu, naming) || gpu.host().equals(on))
                .toList();
        if (meant.isEmpty()) {
            throw new UsageException(Text.of(
                    "moves.usage.on",
                    CommandOptions.ON,
                    on,
                    new Listing(fleet.gpus().stream().map(Gpu::id).limit(8).toList())));
        }
        return new Fleet(meant);
    }

    private List<String> table(FleetRoom room) {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.model")),
                TextTable.text(words.say("cli.column.profile")),
                TextTable.number(words.say("moves.column.now")),
                TextTable.number(words.say("moves.column.afterMoves")),
                TextTable.number(words.say("moves.column.bySlices"))));
        for (ProfileRoom one : room.profiles()) {
            table.row(List.of(
                    one.model().id(),
                    one.profile().name(),
                    String.valueOf(one.now()),
                    (one.isProven() ? "" : "≤ ") + one.afterMoves(),
                    String.valueOf(one.bySlices())));
        }
        return table.lines();
    }

    private static ObjectNode json(FleetRoom room, double fragmentation) {
        ObjectNode root = Json.document();
        ArrayNode profiles = root.putArray("profiles");
        for (ProfileRoom one : room.profiles()) {
            profiles.addObject()
                    .put("model", one.model().id())
                    .put("profile", one.profile().name())
                    .put("now", one.now())
                    .put("afterMoves", one.afterMoves())
                    .put("proven", one.isProven())
                    .put("bySlices", one.bySlices());
        }
        Json.put(root, "fragmentation", fragmentation);
        return root;
    }
}
