package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of one command on several hosts in one text, as {@code pdsh} and {@code clush} print it: each line with its
 * host in front, or each host's lines below its name. What each host printed is read by the format that it is in, as a
 * file of that host.
 */
public final class HostsOutput {
    /** {@code node01: GPU 0: …}. */
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z0-9][\\w.-]{0,252}): ?(.*)");

    private static final Pattern RULE = Pattern.compile("-{3,}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][\\w.-]{0,252}");

    /** {@code === node01 ===}, {@code ==> node01 <==}. */
    private static final Pattern HEADING = Pattern.compile(
            "(?:={2,}>?|#{2,}|\\*{2,}|-{2,}) *([A-Za-z0-9][\\w.-]{0,252}) *(?:<?={2,}|#{2,}|\\*{2,}|-{2,})?");

    private HostsOutput() {}

    /** The format; what each host printed must be of one of these. */
    public static SnapshotFormat format(List<SnapshotFormat> formats) {
        List<SnapshotFormat> inner = List.copyOf(formats);
        return SnapshotFormat.of(
                "several-hosts", beginning -> inner(beginning.text(), inner) != null, (builder, name, in, watch) -> {
                    String text = WholeText.text(in);
                    return text == null ? WholeText.tooLarge() : read(builder, name, text, inner, watch);
                });
    }

    private static @Nullable SnapshotFormat inner(String text, List<SnapshotFormat> formats) {
        Map<String, StringBuilder> hosts = split(text);
        return hosts.isEmpty()
                ? null
                : recognised(hosts.values().iterator().next().toString(), formats);
    }

    private static @Nullable SnapshotFormat recognised(String printed, List<SnapshotFormat> formats) {
        return SnapshotFormat.recognised(formats, Beginning.of(printed.getBytes(StandardCharsets.UTF_8)));
    }

    private static Understood read(
            SnapshotBuilder builder, String name, String text, List<SnapshotFormat> formats, ReadWatch watch)
            throws IOException {
        HostsRemarks remarks = new HostsRemarks();
        List<OpenQuestion> questions = new ArrayList<>();
        Text nothing = null;
        for (Map.Entry<String, StringBuilder> host : split(text).entrySet()) {
            String printed = host.getValue().toString();
            SnapshotFormat format = recognised(printed, formats);
            if (format == null) {
                continue;
            }
            builder.onHost(host.getKey());
            Understood understood = format.read(
                    builder,
                    name + " (" + host.getKey() + ")",
                    new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)),
                    watch);
            builder.onHost("");
            remarks.add(host.getKey(), understood.problems());
            questions.addAll(understood.questions());
            nothing = nothing == null ? understood.nothing() : nothing;
            if (understood.cancelled()) {
                return new Understood(remarks.problems(), null, true);
            }
        }
        return new Understood(remarks.problems(), nothing, false, questions);
    }

    /** What each host printed, in the order of their first lines; empty where the text does not tell hosts apart. */
    private static Map<String, StringBuilder> split(String text) {
        List<String> lines = text.stripLeading().lines().toList();
        if (lines.isEmpty()) {
            return Map.of();
        }
        return PREFIXED.matcher(lines.getFirst()).matches() ? prefixed(lines) : headed(lines);
    }

    private static Map<String, StringBuilder> prefixed(List<String> lines) {
        Map<String, StringBuilder> hosts = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher prefixed = PREFIXED.matcher(line);
            if (prefixed.matches()) {
                add(hosts, prefixed.group(1), prefixed.group(2));
            } else if (!line.isBlank()) {
                return Map.of();
            }
        }
        return hosts;
    }

    private static Map<String, StringBuilder> headed(List<String> lines) {
        Map<String, StringBuilder> hosts = new LinkedHashMap<>();
        String host = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher heading = HEADING.matcher(line);
            if (isRuled(lines, i)) {
                host = lines.get(i + 1).strip();
                i += 2;
            } else if (heading.matches()) {
                host = heading.group(1);
            } else if (!host.isEmpty()) {
                add(hosts, host, lines.get(i));
            } else if (!line.isEmpty()) {
                return Map.of();
            }
        }
        return hosts;
    }

    /** A name between two rules, as {@code clush -b} prints it. */
    private static boolean isRuled(List<String> lines, int at) {
        return at + 2 < lines.size()
                && RULE.matcher(lines.get(at).strip()).matches()
                && HOST.matcher(lines.get(at + 1).strip()).matches()
                && RULE.matcher(lines.get(at + 2).strip()).matches();
    }

    private static void add(Map<String, StringBuilder> hosts, String host, String line) {
        hosts.computeIfAbsent(host, _ -> new StringBuilder()).append(line).append('\n');
    }
}
