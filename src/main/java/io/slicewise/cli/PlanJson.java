package io.slicewise.cli;

import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.planning.change.Turnover;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.DayNightPlan;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan as JSON. */
final class PlanJson {
    private PlanJson() {}

    /** The plan that serves everything at once, and beside it the pool that changes over. */
    static ObjectNode of(Planned planned, Messages words) {
        ObjectNode root = Json.document();
        write(planned.atOnce(), root, words);
        DayNightPlan turns = planned.turns();
        if (turns != null) {
            write(turns, root.putObject("dayAndNight"), words);
        }
        return root;
    }

    /** One pool for day and night: how each is served, and what changing over costs. */
    private static void write(DayNightPlan plan, ObjectNode root, Messages words) {
        root.put("possible", plan.isPossible());
        write(plan.day(), root.putObject("day"), words);
        write(plan.night(), root.putObject("night"), words);
        write(plan.evening(), root.putObject("evening"));
        write(plan.morning(), root.putObject("morning"));
    }

    private static void write(Turnover turnover, ObjectNode node) {
        node.put("kept", turnover.kept()).put("stopped", turnover.stopped()).put("started", turnover.started());
    }

    private static void write(PurchasePlan plan, ObjectNode root, Messages words) {
        root.put("objective", plan.objective().name().toLowerCase(Locale.ROOT));
        root.put("proven", plan.proven());
        PurchasePlan.Totals total = plan.total();
        boolean possible = plan.impossible() == null;
        ObjectNode totals = root.putObject("total");
        put(totals, "gpus", possible ? (Long) total.gpus() : null);
        put(totals, "installed", possible ? (Long) total.installed() : null);
        put(totals, "bought", possible ? (Long) total.bought() : null);
        put(totals, "cost", total.cost());
        put(totals, "hosts", total.hosts());
        put(totals, "watts", total.watts());
        ObjectNode least = root.putObject("lowerBound");
        put(least, "gpus", plan.lowerBound().gpus());
        put(least, "cost", plan.lowerBound().cost());
        ObjectNode taxes = root.putObject("taxes");
        Json.put(taxes, "divisible", plan.taxes().divisible());
        Json.put(taxes, "rounded", plan.taxes().rounded());
        put(taxes, "legal", possible ? (Long) plan.taxes().legal() : null);
        ArrayNode models = root.putArray("models");
        plan.models().forEach(model -> write(model, models.addObject()));
        ArrayNode demands = root.putArray("demands");
        plan.demands().forEach(line -> write(line, demands.addObject()));
        Text impossible = plan.impossible();
        root.put("impossible", impossible == null ? null : words.say(impossible));
    }

    private static void write(ModelPlan model, ObjectNode node) {
        node.put("model", model.offer().model().id());
        node.put("gpus", model.gpus());
        put(node, "hosts", model.hosts());
        node.put("installed", model.installed());
        ArrayNode rows = node.putArray("rows");
        model.rows()
                .forEach(value -> rows.addObject().put("row", value.row().id()).put("value", value.value()));
        node.put("binding", model.binding().id());
        ArrayNode layouts = node.putArray("layouts");
        for (PackedLayout packed : model.layouts()) {
            ObjectNode layout = layouts.addObject();
            layout.put("count", packed.count());
            Layouts.counts(packed.layout()).forEach(layout.putObject("profiles")::put);
            ArrayNode placements = layout.putArray("placements");
            packed.layout().placements().forEach(placement -> placements.add(shown(placement)));
        }
    }

    private static void write(ServedLine served, ObjectNode node) {
        node.put("name", served.line().name());
        node.put("count", served.line().count());
        ObjectNode profiles = node.putObject("profile");
        served.profiles().forEach((model, profile) -> profiles.put(model, profile.name()));
        ObjectNode counts = node.putObject("served");
        served.served().forEach(counts::put);
    }

    /** {@code 3g.40gb@4}: profile and start. */
    static String shown(Placement placement) {
        return placement.profile().name() + "@" + placement.start();
    }

    static void put(ObjectNode node, String field, @Nullable Long number) {
        if (number == null) {
            node.putNull(field);
        } else {
            node.put(field, number.longValue());
        }
    }

    static void put(ObjectNode node, String field, @Nullable BigDecimal number) {
        if (number == null) {
            node.putNull(field);
        } else {
            node.put(field, number);
        }
    }
}
