package io.slicewise.snapshot.dmon;

import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code dcgmi dmon}; of several samples the last one of each entity counts. */
public final class DmonSnapshot {
    private static final Pattern HEADING = Pattern.compile("^[ \\t]*#[ \\t]*Entity[ \\t]+\\S.*$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("(GPU-I|GPU-CI|GPU)\\s+(\\d{1,6})((?:\\s+\\S{1,64}){1,200})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern NO_VALUE = Pattern.compile("(?i)n/?a|-+|nan|null");
    private static final String UTILIZATION = "GRACT";
    private static final int LONGEST = 10_000;
    private static final int SHOWN = 3;

    private final String name;
    private final SnapshotOptions options;
    private final RowFaults faults;
    private final SnapshotBuilder builder;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private List<String> columns = List.of();
    private boolean hadUtilization;

    /** A row of a GPU or of an instance. */
    private record Row(boolean instance, String number, double value, int sample, long line) {
        String entity() {
            return (instance ? "GPU-I " : "GPU ") + number;
        }
    }

    private DmonSnapshot(SnapshotBuilder builder, String name, SnapshotOptions options) {
        this.builder = builder;
        this.name = name;
        this.options = options;
        faults = new RowFaults(name);
    }

    /** Whether the heading of {@code dcgmi dmon} stands in the beginning of a text. */
    static boolean recognises(Beginning beginning) {
        return !beginning.isJson()
                && !beginning.isMarkup()
                && HEADING.matcher(beginning.text()).find();
    }

    /**
     * The format: reads a paste, and passes over what is no row in it.
     *
     * @param options whose the entities are, by their names
     */
    public static SnapshotFormat format(SnapshotOptions options) {
        return WholeText.format(
                "dcgmi-dmon",
                DmonSnapshot::recognises,
                (builder, name, text) -> new DmonSnapshot(builder, name, options).read(text));
    }

    private SnapshotFormat.Understood read(String text) {
        long line = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            line++;
            line(raw.length() > LONGEST ? raw.substring(0, LONGEST).strip() : raw.strip(), line);
        }
        return built();
    }

    private void line(String text, long line) {
        if (text.startsWith("#")) {
            String heading = text.substring(1).strip();
            if (heading.startsWith("Entity")) {
                columns = Arrays.asList(
                        heading.substring("Entity".length()).strip().split("\\s+"));
                hadUtilization |= columns.contains(UTILIZATION);
            }
        } else if (text.startsWith("GPU")) {
            row(text, line);
        }
    }

    private void row(String text, long line) {
        Matcher row = ROW.matcher(text);
        List<String> values = row.matches() ? Arrays.asList(row.group(3).strip().split("\\s+")) : List.of();
        if (values.isEmpty() || values.size() != columns.size()) {
            faults.add("table.dmon.badRow", line, text);
            return;
        }
        int column = columns.indexOf(UTILIZATION);
        if (row.group(1).equals("GPU-CI") || column < 0) {
            return;
        }
        String printed = values.get(column);
        boolean number = NUMBER.matcher(printed).matches();
        if (!number && !NO_VALUE.matcher(printed).matches()) {
            faults.add("table.badValue", line, printed);
        }
        boolean instance = row.group(1).equals("GPU-I");
        int sample = seen.merge(row.group(1) + row.group(2), 1, Integer::sum);
        rows.add(new Row(instance, row.group(2), number ? Double.parseDouble(printed) : Double.NaN, sample, line));
    }

    private SnapshotFormat.Understood built() {
        List<Problem> problems = new ArrayList<>(faults.problems());
        if (rows.isEmpty() || !hadUtilization) {
            Text why = Text.of(hadUtilization ? "table.dmon.none" : "table.dmon.noUtilization");
            return new SnapshotFormat.Understood(problems, why, false);
        }
        Map<String, RawSource> whose = whose(problems);
        Map<String, Series> series = new HashMap<>();
        for (Row row : rows) {
            RawSource source = whose.get(row.entity());
            if (source != null) {
                Series one = series.computeIfAbsent(row.entity(), first -> builder.series(source, row.line()));
                boolean value = !Double.isNaN(row.value());
                builder.add(
                        one,
                        value ? MetricKind.UTILIZATION : MetricKind.OTHER,
                        value ? row.value() : 0,
                        SampleHandler.NO_TIMESTAMP,
                        row.sample(),
                        row.line());
            }
        }
        return new SnapshotFormat.Understood(problems, Text.of("table.dmon.profiles"), false);
    }

    /**
     * Whose each entity is: as a person said; else the only GPU's, or where rows of GPUs and of instances take turns the
     * GPU's above.
     */
    private Map<String, RawSource> whose(List<Problem> problems) {
        Set<String> gpus = new LinkedHashSet<>();
        rows.stream().filter(row -> !row.instance()).forEach(row -> gpus.add(row.number()));
        boolean above = takeTurns();
        Map<String, RawSource> whose = new LinkedHashMap<>();
        List<Object> taken = new ArrayList<>();
        Set<Object> unknown = new LinkedHashSet<>();
        boolean unsaid = false;
        String gpu = gpus.size() == 1 ? gpus.iterator().next() : "";
        for (Row row : rows) {
            gpu = !row.instance() && above ? row.number() : gpu;
            if (whose.containsKey(row.entity()) || unknown.contains(row.entity())) {
                continue;
            }
            RawSource said = said(row.entity());
            if (said != null) {
                whose.put(row.entity(), said);
            } else if (!row.instance()) {
                whose.put(row.entity(), RawSource.of("", row.number(), "", "", ""));
            } else if (gpu.isEmpty()) {
                unknown.add(row.entity());
            } else {
                unsaid = true;
                whose.put(row.entity(), RawSource.of("", gpu, "", "", row.number()));
                if (gpus.size() > 1) {
                    taken.add(row.entity());
                }
            }
        }
        say(problems, taken, Problem.Severity.INFO, "table.dmon.whose");
        say(problems, List.copyOf(unknown), Problem.Severity.WARNING, "table.dmon.unknown");
        if (unsaid) {
            problems.add(Problem.warning(Where.file(name), Text.of("table.dmon.profiles")));
        }
        return whose;
    }

    private @Nullable RawSource said(String entity) {
        for (Map.Entry<String, RawSource> column : options.columns().entrySet()) {
            if (column.getKey().strip().toUpperCase(Locale.ROOT).equals(entity)) {
                return column.getValue();
            }
        }
        return null;
    }

    /** Whether each GPU's row has its instances below it, and not the next GPU's. */
    private boolean takeTurns() {
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).instance() && !rows.get(i - 1).instance()) {
                return false;
            }
        }
        return !rows.getFirst().instance();
    }

    private void say(List<Problem> problems, List<Object> which, Problem.Severity severity, String key) {
        if (!which.isEmpty()) {
            Listing first = Listing.first(which, SHOWN);
            problems.add(new Problem(severity, Where.file(name), Text.of(key, which.size(), first)));
        }
    }
}
