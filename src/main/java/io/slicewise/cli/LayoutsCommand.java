package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code layouts MODEL}: which partitions exist, and what each of them can reach. */
record LayoutsCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    /**
     * What was enumerated.
     *
     * @param reachable every legal set of placements of the base profiles, the empty one included
     * @param maximal those to which none of them can be added
     */
    private record Enumerated(GpuModel model, List<Layout> reachable, List<Layout> maximal) {
        static Enumerated of(GpuModel model) {
            List<Profile> profiles = model.baseProfiles();
            return new Enumerated(
                    model, sorted(Layouts.reachable(model, profiles)), sorted(Layouts.maximal(model, profiles)));
        }

        /** Large profiles first, then few instances, then by place. */
        private static List<Layout> sorted(List<Layout> layouts) {
            return layouts.stream()
                    .sorted(Comparator.comparing(LayoutsCommand::largest, Comparator.reverseOrder())
                            .thenComparing(layout -> layout.placements().size())
                            .thenComparing(LayoutsCommand::shown))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "layouts";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.command(name(), "cli.help.layouts")
                .addPositional(options.strings("MODEL", "0", true, "cli.help.layoutsModel"))
                .addOption(options.flag(CommandOptions.MAXIMAL, "cli.help.maximal"))
                .addOption(options.flag(CommandOptions.ALL, "cli.help.all"))
                .addOption(options.flag(CommandOptions.JSON, "cli.help.json"));
    }

    @Override
    public int run(ParseResult command) {
        if (command.hasMatchedOption(CommandOptions.ALL) && command.hasMatchedOption(CommandOptions.MAXIMAL)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.ALL, CommandOptions.MAXIMAL));
        }
        OwnCatalogue own = OwnCatalogue.load(folders);
        GpuModel model = Models.find(own.catalogue(), Cli.arguments(command).getFirst());
        Enumerated enumerated = Enumerated.of(model);
        List<Layout> layouts =
                command.hasMatchedOption(CommandOptions.ALL) ? enumerated.reachable() : enumerated.maximal();
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(enumerated, layouts), terminal.out());
        } else {
            lines(enumerated, layouts).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        Problems.print(own.problems(), words, terminal.err());
        return Cli.OK;
    }

    private List<String> lines(Enumerated enumerated, List<Layout> layouts) {
        GpuModel model = enumerated.model();
        List<String> lines = new ArrayList<>();
        lines.add(model.name());
        if (!model.hasPlacements()) {
            lines.add(words.say("cli.layouts.unknown", model.computeSlices()));
            return lines;
        }
        Listing profiles =
                new Listing(model.baseProfiles().stream().map(Profile::name).toList());
        lines.add(words.say(
                "cli.layouts.counts",
                enumerated.reachable().size(),
                enumerated.maximal().size(),
                Layouts.distinct(enumerated.maximal()).size(),
                profiles));
        lines.add("");
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.layout")),
                TextTable.number(words.say("cli.column.instances")),
                TextTable.number(words.say("cli.column.allocated")),
                TextTable.number(words.say("cli.column.stranded")),
                TextTable.number(words.say("cli.column.ceiling"))));
        for (Layout layout : layouts) {
            table.row(List.of(
                    layout.placements().isEmpty() ? Numbers.NONE : shown(layout),
                    String.valueOf(layout.placements().size()),
                    layout.allocatedSlices() + "/" + model.computeSlices(),
                    String.valueOf(layout.strandedSlices()),
                    Numbers.percent(layout.reachableCeiling(), words.language())));
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add(words.say("cli.layouts.legend"));
        return lines;
    }

    private static ObjectNode json(Enumerated enumerated, List<Layout> layouts) {
        GpuModel model = enumerated.model();
        boolean known = model.hasPlacements();
        ObjectNode root = Json.document();
        root.put("model", model.id());
        root.put("name", model.name());
        root.put("totalSlices", model.computeSlices());
        root.put("placementsKnown", known);
        ArrayNode profiles = root.putArray("profiles");
        model.baseProfiles().forEach(profile -> profiles.add(profile.name()));
        Json.put(root, "reachable", known ? (Integer) enumerated.reachable().size() : null);
        Json.put(root, "maximal", known ? (Integer) enumerated.maximal().size() : null);
        Json.put(
                root,
                "distinctMaximal",
                known ? (Integer) Layouts.distinct(enumerated.maximal()).size() : null);
        ArrayNode list = root.putArray("layouts");
        for (Layout layout : layouts) {
            ObjectNode node = list.addObject();
            node.put("allocatedSlices", layout.allocatedSlices());
            node.put("strandedSlices", layout.strandedSlices());
            node.put("ceiling", layout.reachableCeiling());
            ArrayNode instances = node.putArray("instances");
            for (Placement placement : byStart(layout)) {
                instances
                        .addObject()
                        .put("profile", placement.profile().name())
                        .put("start", placement.start())
                        .put("slices", placement.profile().computeSlices());
            }
        }
        return root;
    }

    private static int largest(Layout layout) {
        return layout.placements().stream()
                .mapToInt(placement -> placement.profile().computeSlices())
                .max()
                .orElse(0);
    }

    private static List<Placement> byStart(Layout layout) {
        return layout.placements().stream()
                .sorted(Comparator.comparingInt(Placement::start))
                .toList();
    }

    /** {@code 1g.10gb@0 3g.40gb@4}: profile and start. */
    private static String shown(Layout layout) {
        return byStart(layout).stream()
                .map(placement -> placement.profile().name() + "@" + placement.start())
                .collect(Collectors.joining(" "));
    }
}
