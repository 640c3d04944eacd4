package io.slicewise.desktop.plan;

import io.slicewise.document.DemandTable;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a demand as a spreadsheet leaves them on the clipboard, with its header or without. */
final class PastedDemand {
    /** The columns that a table without a header is read with. */
    private static final List<String> USUAL =
            List.of("name", "count", "profile", "slices", "gib", "share", "team", "value", "when");

    private PastedDemand() {}

    /** Whether a text is more than one cell. */
    static boolean isTable(String text) {
        return text.strip().contains("\n") || text.contains("\t");
    }

    /** A header for a table that has none, with as many columns. */
    private static String header(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        long columns = 1 + first.chars().filter(c -> c == separator).count();
        return USUAL.stream()
                .limit(Math.clamp(columns, 3, USUAL.size()))
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    /** With a header: the usual one where it has none. */
    static String withHeader(String text) {
        return DemandTable.recognises(text) ? text : header(text) + "\n" + text;
    }
}
