package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text as an answer by mail quotes it, each line behind {@code >}. What is quoted is read by the format that it is in,
 * line by line where it stands.
 */
public final class QuotedText {
    private static final Pattern QUOTE = Pattern.compile("(?:[ \\t]*>)+");

    private QuotedText() {}

    /** The format; what is quoted must be of one of these. */
    public static SnapshotFormat format(List<SnapshotFormat> formats) {
        List<SnapshotFormat> inner = List.copyOf(formats);
        return SnapshotFormat.of(
                "quoted",
                beginning -> isQuoted(beginning) && inner(beginning.text(), inner) != null,
                (builder, name, in, watch) -> {
                    String text = WholeText.text(in);
                    if (text == null) {
                        return WholeText.tooLarge();
                    }
                    SnapshotFormat format = inner(text, inner);
                    if (format == null) {
                        return new Understood(List.of(), Text.of("snapshot.none.noFile"), false);
                    }
                    byte[] plain = (plain(text) + '\n').getBytes(StandardCharsets.UTF_8);
                    return format.read(builder, name, new ByteArrayInputStream(plain), watch);
                });
    }

    /** Whether at least half of the lines that say something are quoted: who wrote it stands above them. */
    private static boolean isQuoted(Beginning beginning) {
        if (beginning.isJson() || beginning.isMarkup() || !beginning.text().contains(">")) {
            return false;
        }
        List<String> lines =
                beginning.text().lines().filter(line -> !line.isBlank()).toList();
        return 2 * lines.stream().filter(QuotedText::isQuoted).count() >= lines.size();
    }

    private static boolean isQuoted(String line) {
        return QUOTE.matcher(line).lookingAt();
    }

    private static @Nullable SnapshotFormat inner(String text, List<SnapshotFormat> formats) {
        String plain = plain(text.length() > Beginning.LENGTH ? text.substring(0, Beginning.LENGTH) : text);
        return SnapshotFormat.recognised(formats, Beginning.of(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is quoted, in the same lines and not indented; words of others between them are none of it. */
    private static String plain(String text) {
        return text.lines()
                .map(line -> isQuoted(line) ? QUOTE.matcher(line).replaceFirst("") : "")
                .collect(Collectors.joining("\n"))
                .stripTrailing()
                .stripIndent();
    }
}
