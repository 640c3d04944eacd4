package io.slicewise.document.json;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.HashSet;
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
 * @param name what it is called; empty where it was not said
 * @param input what the plan is made from
 */
public record PlanFile(String name, PlanInput input) {
    /** What a plan's file is called in the end. */
    public static final String EXTENSION = ".plan.json";

    /** What says that a share is one of the streaming multiprocessors. */
    static final String SMS = "sms";

    private static final int FORMAT_VERSION = 1;
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s*\\{(?:\\s*\"(?:formatVersion\"\\s*:\\s*\\d+|name\"\\s*:\\s*\"[^\"]*\")\\s*,)*\\s*\"demand\".*",
            Pattern.DOTALL);

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
        if (root == null || !root.objectOf(fields())) {
            return null;
        }
        Integer version = root.get("formatVersion").requiredInteger(0, Integer.MAX_VALUE);
        if (version == null || version != FORMAT_VERSION) {
            root.get("formatVersion").error(Text.of("plan.file.version", FORMAT_VERSION));
            return null;
        }
        return new PlanFile(root.get("name").string(""), new PlanReader(catalogue).fields(root));
    }

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(PlanReader.FIELDS);
        fields.add("formatVersion");
        fields.add("name");
        return fields;
    }

    /** The file's content: reading it gives an equal plan. */
    public byte[] write() {
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("name", name);
        write(input, root);
        return JsonDocument.print(root);
    }

    /** Writes a plan into an object. */
    static void write(PlanInput input, ObjectNode root) {
        write(input.demand(), root.putArray("demand"));
        if (input.growth() > 0) {
            root.put("growth", input.growth());
        }
        ArrayNode list = root.putArray("offers");
        input.offers().forEach(offer -> write(offer, list.addObject()));
        PlanRules rules = input.rules();
        ObjectNode kept = root.putObject("rules");
        kept.put("teamOwn", rules.teamOwn());
        kept.put("spareHosts", rules.spareHost() ? 1 : 0);
        kept.put("budget", rules.budget());
        kept.put("watts", rules.watts());
    }

    /** Writes a demand, line by line. */
    static void write(Demand demand, ArrayNode lines) {
        demand.lines().forEach(line -> write(line, lines.addObject()));
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
                if (part.bySms()) {
                    node.put("basis", SMS);
                }
            }
        }
        if (!line.team().isEmpty()) {
            node.put("team", line.team());
        }
        if (line.value() > 0) {
            node.put("value", line.value());
        }
        if (line.shift() != Shift.ALWAYS) {
            node.put("when", line.shift().id());
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
