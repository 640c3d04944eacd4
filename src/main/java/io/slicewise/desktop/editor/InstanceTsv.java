package io.slicewise.desktop.editor;

import io.slicewise.fleet.Instance;
import io.slicewise.scenario.Clip;
import io.slicewise.text.Csv;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instances as tab-separated text that a spreadsheet takes and gives back: a header, then a line an instance with profile,
 * utilization in percent (decimal point, empty without a reading), name, owner and note.
 *
 * <p>Text that a spreadsheet would {@linkplain Csv#isFormula run as a formula} is written with an apostrophe in front of it, which reading takes away again. Cells with tabs, line ends or quotes are quoted.
 */
final class InstanceTsv {
    private static final List<String> HEADER = List.of("profile", "utilization %", "name", "owner", "note");
    private static final Map<String, Integer> COLUMNS = Map.ofEntries(
            Map.entry("profile", 0),
            Map.entry("mig profile", 0),
            Map.entry("프로파일", 0),
            Map.entry("utilization", 1),
            Map.entry("사용률", 1),
            Map.entry("name", 2),
            Map.entry("이름", 2),
            Map.entry("owner", 3),
            Map.entry("team", 3),
            Map.entry("owner/team", 3),
            Map.entry("소유자", 3),
            Map.entry("팀", 3),
            Map.entry("소유자/팀", 3),
            Map.entry("note", 4),
            Map.entry("비고", 4));
    private static final Pattern PROFILE = Pattern.compile("\\d+g\\.\\d+gb\\S*", Pattern.CASE_INSENSITIVE);

    private InstanceTsv() {}

    /**
     * What was read.
     *
     * @param clips the instances
     * @param problems what could not be taken, a sentence for each line
     */
    record Read(List<Clip> clips, List<Text> problems) {
        Read {
            clips = List.copyOf(clips);
            problems = List.copyOf(problems);
        }
    }

    static String write(List<Clip> clips) {
        StringBuilder text = new StringBuilder(String.join("\t", HEADER)).append('\n');
        for (Clip clip : clips) {
            text.append(cell(clip.profile())).append('\t').append(UtilizationInput.exact(clip.utilization()));
            for (String words : List.of(clip.name(), clip.owner(), clip.note())) {
                text.append('\t').append(cell(words));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(String words) {
        String safe = isGuarded(words) ? "'" + words : words;
        boolean quote = safe.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Reads what {@link #write} wrote, and rows of a spreadsheet with or without a header, in any order with one. */
    static Read read(String text) {
        List<Clip> clips = new ArrayList<>();
        List<Text> problems = new ArrayList<>();
        int[] columns = null;
        for (List<String> row : rows(text)) {
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            int[] header = clips.isEmpty() ? header(row) : null;
            if (header != null) {
                columns = header;
            } else {
                clip(row, columns, problems).ifPresent(clips::add);
            }
        }
        return new Read(clips, problems);
    }

    /** For each of our columns, where it is in the text; {@code null} when this row is no header. */
    private static int @Nullable [] header(List<String> row) {
        int[] columns = {-1, -1, -1, -1, -1};
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[(\\[]?%[)\\]]?", "")
                    .strip();
            Integer column = COLUMNS.get(name);
            if (column != null && columns[column] < 0) {
                columns[column] = i;
            }
        }
        return columns[0] >= 0 ? columns : null;
    }

    private static Optional<Clip> clip(List<String> row, int @Nullable [] columns, List<Text> problems) {
        int[] at = columns == null ? fromProfile(row) : columns;
        String profile = get(row, at[0]).strip();
        String load = get(row, at[1]);
        Optional<Double> utilization = UtilizationInput.parse(load);
        if (!PROFILE.matcher(profile).matches()) {
            problems.add(Text.of("editor.paste.noProfile", shortened(profile.isEmpty() ? row.getFirst() : profile)));
            return Optional.empty();
        }
        if (utilization.isEmpty()) {
            problems.add(Text.of("editor.paste.noUtilization", shortened(load), profile));
        }
        return Optional.of(new Clip(
                profile.toLowerCase(Locale.ROOT),
                utilization.orElse(Instance.NO_READING),
                get(row, at[2]),
                get(row, at[3]),
                get(row, at[4])));
    }

    /** Without a header: the first cell that looks like a profile, and ours in their order behind it. */
    private static int[] fromProfile(List<String> row) {
        int first = 0;
        for (int i = row.size() - 1; i >= 0; i--) {
            first = PROFILE.matcher(row.get(i).strip()).matches() ? i : first;
        }
        return new int[] {first, first + 1, first + 2, first + 3, first + 4};
    }

    private static String get(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    private static String shortened(String words) {
        return words.length() <= 40 ? words : words.substring(0, 39) + "…";
    }

    /** Rows of cells; quotes hold tabs and line ends together, and an apostrophe that {@link #cell} put there goes. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (quoted || (c != '\t' && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                row.add(plain(cell));
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(plain(cell));
            rows.add(row);
        }
        return rows;
    }

    private static String plain(StringBuilder cell) {
        String words = cell.toString();
        cell.setLength(0);
        return words.startsWith("'") && isGuarded(words.substring(1)) ? words.substring(1) : words;
    }

    /** Whether an apostrophe goes before a text: before formulas, and before apostrophes, so that reading takes the right one. */
    private static boolean isGuarded(String words) {
        return Csv.isFormula(words) || words.startsWith("'");
    }
}
