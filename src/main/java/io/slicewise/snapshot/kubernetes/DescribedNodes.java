package io.slicewise.snapshot.kubernetes;

import io.slicewise.json.JsonDocument;
import io.slicewise.snapshot.Beginning;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes nodes as {@code kubectl get} prints them of what {@code kubectl describe node} prints for people. */
final class DescribedNodes {
    /** Where the requests of all pods stand among a node's resources; {@code kubectl get} has no such field. */
    static final String REQUESTED = "requested";

    private static final Pattern NAME = Pattern.compile("^[ \\t]*Name:[ \\t]+\\S+[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern LABELS = Pattern.compile(
            "^(?:[ \\t]*Labels:[ \\t]+|[ \\t]+)"
                    + "(?:nvidia\\.com|cloud\\.google\\.com|kubernetes\\.io|beta\\.kubernetes\\.io)/",
            Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("([A-Z][A-Za-z -]{1,40}):(.*)");
    private static final Pattern RESOURCE = Pattern.compile("([\\w./-]{1,120}):?\\s+(\\d{1,9})(?:\\s.*)?");

    private final ArrayNode items = JsonDocument.mapper().createArrayNode();
    private @Nullable ObjectNode node;
    private String section = "";

    private DescribedNodes() {}

    static boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return !beginning.isJson()
                && !beginning.isMarkup()
                && NAME.matcher(text).find()
                && LABELS.matcher(text).find();
    }

    /** A list of nodes. */
    static byte[] json(String text) {
        DescribedNodes read = new DescribedNodes();
        // all of it can be indented
        text.stripTrailing().stripIndent().lines().forEach(read::line);
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("kind", "List").set("items", read.items);
        return JsonDocument.print(root);
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            heading(heading.group(1), heading.group(2).strip());
        } else if (node != null && line.startsWith(" ")) {
            content(node, line.strip());
        }
    }

    private void heading(String title, String rest) {
        section = title;
        if (title.equals("Name")) {
            ObjectNode next = items.addObject().put("kind", "Node");
            ObjectNode metadata = next.putObject("metadata").put("name", rest);
            metadata.putObject("labels");
            ObjectNode status = next.putObject("status");
            List.of("capacity", "allocatable").forEach(status::putObject);
            node = next;
        } else if (node != null && !rest.isEmpty()) {
            content(node, rest);
        }
    }

    private void content(ObjectNode of, String text) {
        ObjectNode status = (ObjectNode) of.get("status");
        switch (section) {
            case "Labels" -> {
                List<String> parts = Arrays.asList(text.split("=", 2));
                if (parts.size() == 2) {
                    ((ObjectNode) of.get("metadata").get("labels")).put(parts.getFirst(), parts.getLast());
                }
            }
            case "Capacity" -> resource(status, "capacity", text);
            case "Allocatable" -> resource(status, "allocatable", text);
            case "Allocated resources" -> resource(status, REQUESTED, text);
            default -> {
                // nothing about GPUs
            }
        }
    }

    private static void resource(ObjectNode status, String field, String text) {
        Matcher resource = RESOURCE.matcher(text);
        if (resource.matches()) {
            ObjectNode into = status.get(field) instanceof ObjectNode there ? there : status.putObject(field);
            into.put(resource.group(1), resource.group(2));
        }
    }
}
