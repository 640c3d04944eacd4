package io.slicewise.document;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan's file, {@code *.plan.json}: what is wanted, what is offered, what must be kept. What comes of it is not in it: that is
 * computed anew.
 *
 * @param name what it is called; empty where nobody said
 * @param demand what is wanted
 * @param offers what is offered, which may be nothing yet
 * @param rules what must be kept
 */
public record PlanFile(String name, Demand demand, List<Offer> offers, PlanRules rules) {
    private static final int FORMAT_VERSION = 1;
    private static final Set<String> FIELDS = Set.of("formatVersion", "name", "demand", "offers", "rules");
    private static final Set<String> LINE =
            Set.of("name", "count", "profile", "slices", "gib", "share", "target", "team", "value");
    private static final Set<String> OFFER =
            Set.of("model", "price", "speed", "watts", "gpusPerHost", "hostPrice", "have", "most");
    private static final Set<String> RULES = Set.of("teamOwn", "spareHosts", "budget", "watts");
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s*\\{(?:\\s*\"(?:formatVersion\"\\s*:\\s*\\d+|name\"\\s*:\\s*\"[^\"]*\")\\s*,)*\\s*\"demand\".*",
            Pattern.DOTALL);
    private static final double MOST = 1e12;

    public PlanFile {
        offers = List.copyOf(offers);
    }

    /** Whether a text begins as a plan's file does. */
    public static boolean recognises(String text) {
        return BEGINNING.matcher(text.replace("\uFEFF", "")).matches();
    }

    /**
     * Reads a file.
     *
     * @param file its name, for problems
     * @param problems gets what is wrong; a line or offer with an error is left out
     */
    public static @Nullable PlanFile read(String file, byte[] json, Catalogue catalogue, List<Problem> problems) {
        JsonValue root = JsonDocument.parse(file, json, problems);
        if (root == null || !root.objectOf(FIELDS)) {
            return null;
        }
        Integer version = root.get("formatVersion").requiredInteger(0, Integer.MAX_VALUE);
        if (version == null || version != FORMAT_VERSION) {
            root.get("formatVersion").error(Text.of("plan.file.version", FORMAT_VERSION));
            return null;
        }
        List<DemandLine> lines = new ArrayList<>();
        for (JsonValue item : root.get("demand").items()) {
            int before = problems.size();
            DemandLine line = line(item, lines.size() + 1);
            if (line != null && problems.size() == before) {
                lines.add(line);
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (JsonValue item : root.get("offers").items()) {
            Offer offer = offer(item, catalogue);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return new PlanFile(root.get("name").string(""), new Demand(lines), offers, rules(root.get("rules")));
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
                        value == null ? 0 : value);
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
                : new Need.PartOfGpu(share, memory, target == null ? 1 : target);
    }

    private static @Nullable Offer offer(JsonValue item, Catalogue catalogue) {
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

    /** The file's content: reading it gives an equal plan. */
    public byte[] write() {
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("name", name);
        ArrayNode lines = root.putArray("demand");
        demand.lines().forEach(line -> write(line, lines.addObject()));
        ArrayNode list = root.putArray("offers");
        offers.forEach(offer -> write(offer, list.addObject()));
        ObjectNode kept = root.putObject("rules");
        kept.put("teamOwn", rules.teamOwn());
        kept.put("spareHosts", rules.spareHost() ? 1 : 0);
        kept.put("budget", rules.budget());
        kept.put("watts", rules.watts());
        return JsonDocument.print(root);
    }

    private static void write(DemandLine line, ObjectNode node) {
        node.put("name", line.name());
        node.put("count", line.count());
        switch (line.need()) {
            case Need.Named named -> node.put("profile", named.profile());
            case Need.AtLeast atLeast -> {
                node.put("slices", atLeast.slices());
                writeMemory(atLeast.gib(), node);
            }
            case Need.PartOfGpu part -> {
                node.put("share", part.share());
                writeMemory(part.gib(), node);
                node.put("target", part.target());
            }
        }
        if (!line.team().isEmpty()) {
            node.put("team", line.team());
        }
        if (line.value() > 0) {
            node.put("value", line.value());
        }
    }

    private static void writeMemory(double gib, ObjectNode node) {
        if (gib > Need.ANY_MEMORY) {
            node.put("gib", gib);
        }
    }

    private static void write(Offer offer, ObjectNode node) {
        node.put("model", offer.model().id());
        put(node, "price", offer.price());
        node.put("speed", offer.speed());
        put(node, "watts", offer.watts());
        if (offer.perHost() > 1) {
            node.put("gpusPerHost", offer.perHost());
        }
        put(node, "hostPrice", offer.hostPrice());
        if (offer.have() > 0) {
            node.put("have", offer.have());
        }
        put(node, "most", offer.most());
    }

    private static void put(ObjectNode node, String field, @Nullable BigDecimal number) {
        if (number != null) {
            node.put(field, number);
        }
    }

    private static void put(ObjectNode node, String field, @Nullable Integer number) {
        if (number != null) {
            node.put(field, number.intValue());
        }
    }
}
