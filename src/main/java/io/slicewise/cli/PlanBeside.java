package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Beside;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan … --into FILE}: what of a demand fits on GPUs that are there, beside what runs on them. */
final class PlanBeside {
    private final Terminal terminal;
    private final Messages words;
    private final ParseResult command;
    private final Demand demand;
    private final List<Offer> offers;
    private Fleet fleet = new Fleet(List.of());
    private @Nullable Beside staying;
    private @Nullable Beside moving;

    PlanBeside(Terminal terminal, Messages words, ParseResult command, Demand demand, List<Offer> offers) {
        this.terminal = terminal;
        this.words = words;
        this.command = command;
        this.demand = demand;
        this.offers = offers;
    }

    /** Opens the GPUs and fills them; whether they could be opened. */
    boolean open(String file, AppFolders folders) {
        OpenedFleet opened = OpenedFleet.of(command, List.of(file), terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return false;
        }
        fleet = opened.fleet();
        if (!Beside.isAnswerable(demand, offers)) {
            throw new UsageException(Text.of("plan.usage.intoUnserved", CommandOptions.INTO));
        }
        Set<InstanceRef> movable = new HashSet<>();
        fleet.gpus()
                .forEach(gpu ->
                        gpu.instances().forEach(instance -> movable.add(new InstanceRef(gpu.id(), instance.id()))));
        movable.removeAll(Pins.of(command, opened));
        try {
            staying = Beside.of(fleet, Set.of(), demand, offers, Effort.USUAL).orElse(null);
            moving = Beside.of(fleet, movable, demand, offers, Effort.USUAL).orElse(null);
        } catch (ArithmeticException _) {
            throw new UsageException(Text.of("plan.missing.tooLarge"));
        }
        return true;
    }

    /** What is left for GPUs that have to come, where nothing that runs moves. */
    Demand rest() {
        return staying == null ? demand : staying.rest();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (staying == null || moving == null) {
            return lines;
        }
        PlanSentences.of(staying, moving, demand).forEach(sentence -> lines.add(words.say(sentence)));
        Naming naming = Naming.of(fleet);
        for (Spot spot : staying.here()) {
            lines.add(words.say("plan.beside.spot", naming.gpu(spot.gpu()), PlanJson.shown(spot.placement())));
        }
        return lines;
    }

    void write(ObjectNode node) {
        if (staying == null || moving == null) {
            return;
        }
        write(staying, node);
        ArrayNode here = node.putArray("here");
        staying.here()
                .forEach(spot -> here.addObject().put("gpu", spot.gpu()).put("at", PlanJson.shown(spot.placement())));
        write(moving, node.putObject("ifMoved"));
    }

    private static void write(Beside beside, ObjectNode node) {
        node.put("moreGpus", beside.more());
        PlanJson.put(node, "atLeast", beside.lowerBound().gpus());
        PlanJson.put(node, "cost", beside.cost());
        PlanJson.put(node, "costAtLeast", beside.lowerBound().cost());
    }
}
