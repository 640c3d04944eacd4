package io.slicewise.document.json;

import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a plan is made from, of a file of its own or of a document. Everything that is wrong is reported at once, each
 * with its path; a line or offer that cannot be understood is left out.
 *
 * @param catalogue where models are looked up
 */
record PlanReader(Catalogue catalogue) {
    /** What an object that holds a plan has. */
    static final Set<String> FIELDS = Set.of("demand", "growth", "offers", "rules");

    private static final Set<String> LINE =
            Set.of("name", "count", "profile", "slices", "gib", "share", "target", "team", "value", "when", "basis");
    private static final Set<String> OFFER =
            Set.of("model", "price", "speed", "watts", "gpusPerHost", "hostPrice", "have", "most");
    private static final Set<String> RULES = Set.of("teamOwn", "spareHosts", "budget", "watts");
    private static final double MOST = 1e12;
    private static final double MOST_GROWTH = 1_000;

    /** The plan in an object that has nothing else. */
    PlanInput read(JsonValue value) {
        value.objectOf(FIELDS);
        return fields(value);
    }

    /** The plan in an object that has other fields too. */
    PlanInput fields(JsonValue root) {
        List<Offer> offers = new ArrayList<>();
        Set<String> models = new HashSet<>();
        for (JsonValue item : root.get("offers").items()) {
            Offer offer = offer(item);
            if (offer != null && !models.add(offer.model().id())) {
                item.get("model")
                        .error(Text.of("plan.file.offeredTwice", offer.model().id()));
            } else if (offer != null) {
                offers.add(offer);
            }
        }
        Double growth = growth(root.get("growth"));
        return new PlanInput(demand(root.get("demand")), growth == null ? 0 : growth, offers, rules(root.get("rules")));
    }

    /** How much more of everything is wanted; {@code null} where it does not say. */
    static @Nullable Double growth(JsonValue value) {
        return value.number(0, MOST_GROWTH);
    }

    /** A demand, line by line. */
    static Demand demand(JsonValue list) {
        List<DemandLine> lines = new ArrayList<>();
        for (JsonValue item : list.items()) {
            DemandLine line = line(item, lines.size() + 1);
            if (line != null) {
                lines.add(line);
            }
        }
        return new Demand(lines);
    }

    private static @Nullable DemandLine line(JsonValue item, int index) {
        if (!item.objectOf(LINE)) {
            return null;
        }
        Integer count = item.get("count").requiredInteger(0, DemandLine.MOST);
        Integer value = item.get("value").integer(0, DemandLine.MOST);
        Need need = need(item);
        return count == null || need == null
                ? null
                : new DemandLine(
                        item.get("name").string(String.valueOf(index)),
                        count,
                        need,
                        item.get("team").string(""),
                        value == null ? 0 : value,
                        shift(item.get("when")));
    }

    private static boolean isBySms(JsonValue value) {
        String basis = value.string("slices");
        if (!basis.equals("slices") && !basis.equals(PlanFile.SMS)) {
            value.error(Text.of("plan.file.basis"));
        }
        return basis.equals(PlanFile.SMS);
    }

    private static Shift shift(JsonValue value) {
        String when = value.string("");
        for (Shift shift : Shift.values()) {
            if (shift.id().equals(when)) {
                return shift;
            }
        }
        if (!when.isEmpty()) {
            value.error(Text.of("plan.file.when"));
        }
        return Shift.ALWAYS;
    }

    private static @Nullable Need need(JsonValue item) {
        String profile = item.get("profile").string();
        Integer slices = item.get("slices").integer(1, 1_000);
        Double gib = item.get("gib").number(0, MOST);
        Double share = item.get("share").number(1e-6, MOST);
        Double target = item.get("target").number(0.01, 1);
        if ((profile != null && (slices != null || gib != null || share != null))
                || (share != null && slices != null)
                || (profile == null && slices == null && gib == null && share == null)) {
            item.error(Text.of("plan.file.oneNeed"));
            return null;
        }
        double memory = gib == null ? Need.ANY_MEMORY : gib;
        if (profile != null) {
            return new Need.Named(profile);
        }
        return share == null
                ? new Need.AtLeast(slices == null ? 1 : slices, memory)
                : new Need.PartOfGpu(share, memory, target == null ? 1 : target, isBySms(item.get("basis")));
    }

    private @Nullable Offer offer(JsonValue item) {
        if (!item.objectOf(OFFER)) {
            return null;
        }
        String id = item.get("model").requiredString();
        GpuModel model = id == null ? null : catalogue.byId(id).orElse(null);
        if (model == null) {
            if (id != null) {
                item.get("model").error(Text.of("plan.file.model", id));
            }
            return null;
        }
        Double speed = item.get("speed").number(1e-3, 1e3);
        Integer perHost = item.get("gpusPerHost").integer(1, 1_000);
        Integer have = item.get("have").integer(0, DemandLine.MOST);
        int each = perHost == null ? 1 : perHost;
        if (have != null && have % each != 0) {
            item.get("have").error(Text.of("plan.file.have", have, each));
            return null;
        }
        return new Offer(
                model,
                money(item.get("price")),
                speed == null ? 1 : speed,
                item.get("watts").integer(1, 100_000),
                each,
                money(item.get("hostPrice")),
                have == null ? 0 : have,
                item.get("most").integer(0, DemandLine.MOST));
    }

    private static PlanRules rules(JsonValue value) {
        if (value.isMissing() || !value.objectOf(RULES)) {
            return PlanRules.NONE;
        }
        Integer spare = value.get("spareHosts").integer(0, 1);
        Double watts = value.get("watts").number(1, MOST);
        return new PlanRules(
                value.get("teamOwn").bool(false),
                spare != null && spare == 1,
                money(value.get("budget")),
                watts == null ? null : (Long) watts.longValue());
    }

    private static @Nullable BigDecimal money(JsonValue value) {
        Double number = value.number(0, MOST);
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
