package io.slicewise.snapshot.smi;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.text.Text;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code nvidia-smi --query-gpu=… --format=csv}: a row a GPU, with whatever fields a person asked for. It has no
 * instances; {@code utilization.gpu} counts where MIG is off. Of several rows of a GPU the last one counts.
 */
public final class SmiTable {
    private static final Pattern HEADING = Pattern.compile(
            "^(?=[ \\t]*[a-z])(?=[^\\n"
                    + "]*\\b(?:uuid|gpu_uuid|index|pci\\.bus_id|gpu_bus_id)\\b)(?=[^\\n"
                    + "]*\\b(?:mig\\.mode\\.\\w+|utilization\\.\\w+|memory\\.\\w+|name|gpu_name)\\b)[ \\t]*[a-z][\\w.]*(?:"
                    + " \\[[^\\]\\n"
                    + "]{1,12}])?(?:, ?[a-z][\\w.]*(?: \\[[^\\]\\n"
                    + "]{1,12}])?)+[ \\t]*\\r"
                    + "?$",
            Pattern.MULTILINE);
    private static final Pattern UNIT = Pattern.compile(" \\[.*");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?: ?%)?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSS");

    private final RowFaults faults;
    private final Map<String, SmiGpu> gpus = new LinkedHashMap<>();
    private List<String> columns = List.of();

    /** How many headings came: each is another host's, whose GPUs have the same numbers. */
    private int headings;

    private SmiTable(String name) {
        faults = new RowFaults(name);
    }

    /** The format. */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nvidia-smi-table", SmiTable::recognises, (builder, name, text) -> {
            SmiTable reader = new SmiTable(name);
            reader.read(text);
            return new SmiLayout(builder, name, catalogue, options, reader.faults)
                    .of(reader.gpus.values(), List.of(), Text.of("smi.table.none"));
        });
    }

    private static boolean recognises(Beginning beginning) {
        return !beginning.isJson()
                && !beginning.isMarkup()
                && HEADING.matcher(beginning.text()).find();
    }

    private void read(String text) {
        long line = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            line++;
            List<String> cells =
                    Arrays.stream(raw.split(",", -1)).map(String::strip).toList();
            if (HEADING.matcher(raw).matches()) {
                headings++;
                columns = cells.stream()
                        .map(cell -> UNIT.matcher(cell).replaceFirst("").replace('.', '_'))
                        .toList();
            } else if (!raw.isBlank() && !columns.isEmpty()) {
                row(raw, cells, line);
            }
        }
    }

    private void row(String raw, List<String> cells, long line) {
        if (cells.size() != columns.size()) {
            faults.add("smi.table.badRow", line, raw);
            return;
        }
        String uuid = cell(cells, "uuid", "gpu_uuid");
        String number = cell(cells, "index", "count");
        String key = uuid.isEmpty() ? headings + " " + number : uuid;
        SmiGpu gpu = new SmiGpu(number.isEmpty() ? String.valueOf(gpus.size()) : number, line);
        gpu.uuid = uuid;
        gpu.modelName = cell(cells, "name", "gpu_name");
        gpu.mig = SmiXml.mode(cell(cells, "mig_mode_current", "mig_mode_current"));
        gpu.lists = false;
        Matcher percent = PERCENT.matcher(cell(cells, "utilization_gpu", "utilization_gpu"));
        gpu.utilization = percent.matches() ? Integer.parseInt(percent.group(1)) : Double.NaN;
        gpu.time = time(cell(cells, "timestamp", "timestamp"));
        gpus.put(key, gpu);
    }

    /** Empty where there is no such column, and where it says that there is nothing. */
    private String cell(List<String> cells, String name, String older) {
        int at = columns.contains(name) ? columns.indexOf(name) : columns.indexOf(older);
        String cell = at < 0 ? "" : cells.get(at);
        return cell.equals("[N/A]") || cell.equals("N/A") ? "" : cell;
    }

    /** The host's local time, taken as UTC as all times without a zone are. */
    private static long time(String text) {
        try {
            return text.isEmpty()
                    ? SampleHandler.NO_TIMESTAMP
                    : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException _) {
            return SampleHandler.NO_TIMESTAMP;
        }
    }
}
