package io.slicewise.snapshot.slurm;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.counted.CountedNodes;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a Slurm cluster whose MIG instances are generic resources. */
public final class SlurmSnapshot {
    /** {@code gpu:a100_3g.20gb:2(S:1)}. */
    private static final Pattern GRES = Pattern.compile(
            "gpu:(?:([A-Za-z][\\w-]{0,40}?)_)?(\\d{1,2}g\\.\\d{1,4}gb(?:\\+[a-z.]{1,8})?):(\\d{1,3})(?:\\([^)]{0,200}\\))?");

    private static final Pattern NODE = Pattern.compile("^[ \\t]*NodeName=(\\S{1,200})", Pattern.MULTILINE);
    private static final Pattern FIELD =
            Pattern.compile("(?<![\\w/])(Gres|GresUsed)=(\\S{1,4000})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile("[ \\t]*(\\S{1,200})[ \\t]+(?:\\S+[ \\t]+){0,8}?(gpu:\\S+)(.*)");
    /** A line of {@code gres.conf}: {@code NodeName=tux[1-2] Name=gpu Type=a100_3g.20gb Count=1 File=…}. */
    private static final Pattern GRES_LINE = Pattern.compile(
            "^[ \\t]*(?:NodeName=(\\S{1,200})[ \\t]+)?Name=gpu[ \\t]+(?:\\S+[ \\t]+){0,8}?Type=(\\S{1,80})(.*)$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNT = Pattern.compile("\\bCount=(\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED = Pattern.compile("(.*)\\[(\\d{1,6})-(\\d{1,6})](.*)");
    private static final int MOST_NODES = 10_000;

    private final String name;
    private final Catalogue catalogue;
    private final CountedNodes nodes;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Object> models = new LinkedHashSet<>();

    /** What is said about a node. */
    private static final class Node {
        String type = "";
        final Map<String, Integer> there = new LinkedHashMap<>();
        final Map<String, Integer> used = new LinkedHashMap<>();
        boolean tellsUse;
    }

    private SlurmSnapshot(SnapshotBuilder builder, String name, Catalogue catalogue, SnapshotOptions options) {
        this.name = name;
        this.catalogue = catalogue;
        nodes = new CountedNodes(builder, catalogue, options);
    }

    /** The format; models are told by the type of the resource and its profiles. */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format(
                "slurm",
                SlurmSnapshot::recognises,
                (builder, name, text) -> new SlurmSnapshot(builder, name, catalogue, options).read(text));
    }

    private static boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return !beginning.isJson()
                && !beginning.isMarkup()
                && (GRES.matcher(text).find()
                        || GRES_LINE.matcher(text).find()
                        || NODE.matcher(text).find() && FIELD.matcher(text).find());
    }

    private Understood read(String text) {
        Map<String, Node> found = new LinkedHashMap<>();
        if (GRES_LINE.matcher(text).find()) {
            resources(found, text);
        } else if (NODE.matcher(text).find()) {
            nodes(found, text);
        } else {
            text.lines().forEach(line -> row(found, line));
        }
        found.forEach(this::add);
        nodes.say(name, problems);
        if (!models.isEmpty()) {
            problems.add(
                    Problem.info(Where.file(name), Text.of("cluster.slurmModel", new Listing(List.copyOf(models)))));
        }
        return new Understood(problems, Text.of("cluster.slurmNone"), false);
    }

    /** What {@code scontrol show node} and {@code slurm.conf} say of each node. */
    private static void nodes(Map<String, Node> found, String text) {
        Matcher named = NODE.matcher(text);
        boolean more = named.find();
        while (more) {
            int from = named.end();
            String host = named.group(1);
            more = named.find();
            fields(
                    found.computeIfAbsent(host, first -> new Node()),
                    text.substring(from, more ? named.start() : text.length()));
        }
    }

    /** What {@code gres.conf} lists; of a node of its own it names none. */
    private static void resources(Map<String, Node> found, String text) {
        Matcher listed = GRES_LINE.matcher(text);
        while (listed.find()) {
            String host = listed.group(1) == null ? "" : listed.group(1);
            Matcher count = COUNT.matcher(listed.group(3));
            String many = count.find() ? count.group(1) : "1";
            Node node = found.computeIfAbsent(host, first -> new Node());
            count(node, "gpu:" + listed.group(2) + ":" + many, node.there);
        }
    }

    private static void fields(Node node, String text) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            boolean used = field.group(1).equalsIgnoreCase("GresUsed");
            node.tellsUse |= used;
            count(node, field.group(2), used ? node.used : node.there);
        }
    }

    /** A row of {@code sinfo}: a node, its resources, and perhaps what is used of them. */
    private static void row(Map<String, Node> found, String line) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            Node node = found.computeIfAbsent(row.group(1), first -> new Node());
            node.there.clear();
            count(node, row.group(2), node.there);
            if (row.group(3).contains("gpu:")) {
                node.tellsUse = true;
                node.used.clear();
                count(node, row.group(3), node.used);
            }
        }
    }

    private static void count(Node node, String text, Map<String, Integer> into) {
        Matcher gres = GRES.matcher(text);
        while (gres.find()) {
            node.type = gres.group(1) == null ? node.type : gres.group(1);
            int count = Integer.parseInt(gres.group(3));
            if (count > 0) {
                into.merge(gres.group(2), count, Integer::sum);
            }
        }
    }

    private void add(String called, Node node) {
        int sum = node.there.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            return;
        }
        for (String host : hosts(called)) {
            if (sum > CountedNodes.MOST_INSTANCES) {
                problems.add(Problem.warning(
                        Where.file(name), Text.of("cluster.tooMany", host, sum, CountedNodes.MOST_INSTANCES)));
                continue;
            }
            GpuModel model = model(node);
            String modelName = model == null ? node.type : model.modelNames().getFirst();
            if (model != null) {
                models.add(Text.of("cluster.slurmModelOf", node.type, model.name()));
            }
            nodes.partitioned(host, modelName, node.there);
            if (node.tellsUse) {
                nodes.requested(modelName, node.used);
            }
        }
    }

    /** The first model whose name begins as the type, and that has all the profiles. */
    private @Nullable GpuModel model(Node node) {
        String type = node.type
                .toLowerCase(Locale.ROOT)
                .replaceAll("^nvidia[_-]?", "")
                .replaceAll("[_-]", "");
        return catalogue.models().stream()
                .filter(model -> !model.modelNames().isEmpty())
                .filter(model -> !type.isEmpty() && model.id().replace("-", "").startsWith(type))
                .filter(model -> node.there.keySet().stream()
                        .allMatch(profile -> model.profiles().stream()
                                .anyMatch(it -> it.name().equals(profile))))
                .findFirst()
                .orElse(null);
    }

    /** {@code elm[01-04]} are four hosts. */
    private static List<String> hosts(String called) {
        Matcher range = NUMBERED.matcher(called);
        if (!range.matches()) {
            return List.of(called);
        }
        int from = Integer.parseInt(range.group(2));
        int to = Integer.parseInt(range.group(3));
        if (to < from || to - from >= MOST_NODES) {
            return List.of(called);
        }
        List<String> hosts = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            String digits = String.valueOf(i);
            hosts.add(range.group(1)
                    + "0".repeat(Math.max(0, range.group(2).length() - digits.length()))
                    + digits
                    + range.group(4));
        }
        return hosts;
    }
}
