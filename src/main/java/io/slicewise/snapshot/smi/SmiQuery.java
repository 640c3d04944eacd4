package io.slicewise.snapshot.smi;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.snapshot.smi.SmiGpu.Device;
import io.slicewise.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code nvidia-smi -q}: what {@link SmiXml} reads, for people, where indents tell what belongs to what; all of it
 * can be indented. */
public final class SmiQuery {
    private static final Pattern HEADING = Pattern.compile("^[ \\t]*=+NVSMI LOG=+[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern GPU =
            Pattern.compile("\\s*GPU [0-9A-Fa-f]{4,8}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}\\.\\d\\s*");
    private static final Pattern FIELD = Pattern.compile("(\\s*)([^:]{1,60}?)(?:\\s+:\\s?(.*))?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?: MiB| %)?");
    private static final String DEVICE = "MIG Device";
    private static final int LONGEST = 2_000;

    private final RowFaults faults;
    private final List<SmiGpu> gpus = new ArrayList<>();
    private final Deque<Heading> path = new ArrayDeque<>();
    private final Map<String, String> device = new HashMap<>();
    private @Nullable SmiGpu current;
    private long deviceLine;

    /** What fields below stand under. */
    private record Heading(int indent, String name) {}

    private SmiQuery(String name) {
        faults = new RowFaults(name);
    }

    /** The format, of one host's output; each one that begins again is another host's. */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nvidia-smi-q", SmiQuery::recognises, (builder, name, text) -> {
            SmiQuery reader = new SmiQuery(name);
            reader.read(text);
            return new SmiLayout(builder, name, catalogue, options, reader.faults)
                    .of(reader.gpus, List.of(), Text.of("smi.query.none"));
        });
    }

    private static boolean recognises(Beginning beginning) {
        return !beginning.isJson()
                && !beginning.isMarkup()
                && HEADING.matcher(beginning.text()).find();
    }

    private void read(String text) {
        long line = 0;
        int number = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (HEADING.matcher(raw).matches()) {
                number = 0;
            } else if (GPU.matcher(raw).matches()) {
                endDevice();
                path.clear();
                current = new SmiGpu(String.valueOf(number++), line);
                gpus.add(current);
            } else if (!raw.isBlank() && raw.length() <= LONGEST) {
                field(raw, line);
            }
        }
        endDevice();
    }

    private void field(String raw, long line) {
        Matcher field = FIELD.matcher(raw);
        SmiGpu gpu = current;
        if (gpu == null || !field.matches()) {
            return;
        }
        int indent = field.group(1).length();
        while (!path.isEmpty() && path.element().indent() >= indent) {
            if (path.pop().name().equals(DEVICE)) {
                endDevice();
            }
        }
        String name = field.group(2);
        if (field.group(3) == null) {
            path.push(new Heading(indent, name));
            if (name.equals(DEVICE)) {
                device.clear();
                deviceLine = line;
            }
            return;
        }
        String value = field.group(3).strip();
        boolean inDevice = path.stream().anyMatch(heading -> heading.name().equals(DEVICE));
        String above = path.isEmpty() ? "" : path.element().name();
        if (inDevice) {
            device.putIfAbsent(above.equals("FB Memory Usage") ? above + "/" + name : name, value);
        } else {
            ofGpu(gpu, path.stream().map(Heading::name).collect(Collectors.joining("/")), name, value);
        }
    }

    private static void ofGpu(SmiGpu gpu, String above, String name, String value) {
        switch (above + "/" + name) {
            case "/Product Name" -> gpu.modelName = value;
            case "/GPU UUID" -> gpu.uuid = value;
            case "MIG Mode/Current" -> gpu.mig = SmiXml.mode(value);
            case "FB Memory Usage/Total" -> gpu.memoryMib = (long) number(value);
            case "Utilization/Gpu", "Utilization/GPU" ->
                gpu.utilization = number(value) < 0 ? Double.NaN : number(value);
            default -> {
                // nothing about the layout
            }
        }
    }

    private void endDevice() {
        SmiGpu gpu = current;
        if (gpu == null || device.isEmpty()) {
            return;
        }
        String instance = device.getOrDefault("GPU Instance ID", "");
        if (number(instance) < 0) {
            faults.add("smi.xml.noInstanceId", deviceLine, instance);
        } else {
            gpu.devices.add(new Device(
                    instance,
                    device.getOrDefault("Index", ""),
                    (int) Math.max(0, number(device.getOrDefault("Multiprocessor count", ""))),
                    (long) Math.max(0, number(device.getOrDefault("FB Memory Usage/Total", ""))),
                    (int) Math.max(0, number(device.getOrDefault("Copy Engine count", ""))),
                    deviceLine));
        }
        device.clear();
    }

    /** −1 where it is no number. */
    private static double number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Integer.parseInt(number.group(1)) : -1;
    }
}
