package io.slicewise.snapshot.smi;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.snapshot.smi.SmiGpu.Device;
import io.slicewise.snapshot.smi.SmiGpu.Listed;
import io.slicewise.snapshot.smi.SmiGpu.Named;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a paste from a terminal: any of nvidia-smi's texts about MIG, one after the other. */
public final class SmiText {
    private static final Pattern GPU_OF_LIST =
            Pattern.compile("GPU (\\d{1,4}): (\\S.{0,120}?) \\(UUID: (GPU-[^)\\s]{1,64})\\)");
    private static final Pattern DEVICE_OF_LIST =
            Pattern.compile("MIG (\\S{1,32})\\s+Device\\s+(\\d{1,4}): \\(UUID: (MIG-[^)\\s]{1,120})\\)");
    private static final Pattern OLD_UUID = Pattern.compile("MIG-GPU-[^/]+/(\\d{1,4})/\\d{1,4}");
    private static final Pattern INSTANCE_ROW = Pattern.compile(
            "\\|\\s*(\\d{1,4})\\s+MIG (\\d{1,2}g\\.\\S{1,24})\\s+\\d{1,4}\\s+(\\d{1,4})\\s+(\\d{1,3}):\\d{1,3}\\s*\\|");
    private static final Pattern DEVICE_ROW =
            Pattern.compile("\\|\\s*(\\d{1,4})\\s+(\\d{1,4})\\s+\\d{1,4}\\s+(\\d{1,4})\\s*\\|"
                    + "\\s*\\d{1,9}MiB\\s*/\\s*(\\d{1,9})MiB\\s*\\|\\s*(\\d{1,4})\\s[^|]*(?:\\|\\s*(\\d{1,3})\\s.*)?");
    private static final Pattern GPU_ROW = Pattern.compile(
            "\\|\\s*(\\d{1,4})\\s+(\\S.{0,60}?)\\s+(?:On|Off|N/A)?\\s*\\|\\s*[0-9A-Fa-f]{8}:[0-9A-Fa-f]{2}:.*");
    private static final Pattern MEMORY_ROW = Pattern.compile(".*\\|\\s*\\d{1,9}MiB\\s*/\\s*(\\d{1,9})MiB\\s*\\|.*");
    private static final Pattern MODE_ROW = Pattern.compile("\\|.*\\|.*\\|\\s*(Enabled|Disabled)\\*?\\s*\\|");
    private static final Pattern NUMBERED_ROW = Pattern.compile("\\|\\s*\\d.*");
    /** A heading or a row of what nvidia-smi prints, at the beginning of some line. */
    private static final Pattern SMI_TEXT = Pattern.compile(
            "^[ \\t]*(?:\\|[ \\t]*(?:NVIDIA-SMI|MIG devices:|GPU instances:|GPU instance profiles:|Compute instances:)"
                    + "|\\|[ \\t]*\\d+[ \\t]+MIG \\d+g\\.|GPU \\d+: .*\\(UUID|MIG \\S+[ \\t]+Device[ \\t]+\\d+:)",
            Pattern.MULTILINE);

    private static final int LONGEST = 2_000;

    private final String name;
    private final RowFaults faults;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SmiGpu> gpus = new ArrayList<>();
    private final Map<String, SmiGpu> byNumber = new HashMap<>();
    private final Set<Section> had = EnumSet.noneOf(Section.class);
    private final ProfileTable profiles = new ProfileTable();
    private Section section = Section.NONE;
    private @Nullable SmiGpu current;

    /** What a line's row belongs to, by the heading above. */
    private enum Section {
        NONE,
        GPUS,
        DEVICES,
        INSTANCES,
        PROFILES,
        COMPUTE_INSTANCES,
        PROCESSES
    }

    private SmiText(String name) {
        this.name = name;
        faults = new RowFaults(name);
    }

    /**
     * The format: reads a paste, and passes over what is not nvidia-smi's in it, a prompt for example.
     *
     * @param catalogue where models and their profiles are looked up
     * @param options the models that a person told
     */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nvidia-smi", SmiText::recognises, (builder, name, text) -> {
            SmiText reader = new SmiText(name);
            reader.read(text);
            List<ProfileListing> listings = reader.listings();
            return new SmiLayout(builder, name, catalogue, options, reader.faults)
                    .of(reader.gpus, reader.problems, reader.none(listings, catalogue))
                    .asking(questions(name, listings, catalogue));
        });
    }

    static boolean recognises(Beginning beginning) {
        return !beginning.isJson()
                && !beginning.isMarkup()
                && SMI_TEXT.matcher(beginning.text()).find();
    }

    private void read(String text) {
        long line = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            line++;
            line(raw.length() > LONGEST ? raw.substring(0, LONGEST).strip() : raw.strip(), line);
        }
    }

    private List<ProfileListing> listings() {
        return profiles.listings(gpu -> {
            SmiGpu known = byNumber.get(gpu);
            return known == null ? "" : known.modelName;
        });
    }

    private static List<OpenQuestion> questions(String name, List<ProfileListing> listings, Catalogue catalogue) {
        return listings.stream()
                .filter(listing -> listing.known(catalogue).isEmpty())
                .<OpenQuestion>map(listing -> new OpenQuestion.NameGpu(name, listing))
                .toList();
    }

    private Text none(List<ProfileListing> listings, Catalogue catalogue) {
        List<String> known = listings.stream()
                .flatMap(listing -> listing.known(catalogue).stream())
                .map(GpuModel::name)
                .distinct()
                .toList();
        if (!known.isEmpty()) {
            return Text.of("smi.none.knownProfiles", known.size(), new Listing(known));
        }
        if (!listings.isEmpty()) {
            return Text.of("smi.none.newProfiles");
        }
        if (had.contains(Section.PROFILES)) {
            return Text.of("smi.none.profiles");
        }
        if (had.contains(Section.COMPUTE_INSTANCES)) {
            return Text.of("smi.none.computeInstances");
        }
        return Text.of("smi.none");
    }

    private void line(String text, long line) {
        Section heading = heading(text);
        if (heading != Section.NONE) {
            enter(heading, line);
            return;
        }
        if (text.startsWith("GPU ") && text.contains("(UUID")) {
            gpuOfList(text, line);
        } else if (text.startsWith("GPU ") && text.contains("Placement")) {
            if (!profiles.places(text)) {
                faults.add("smi.badPlaces", line, text);
            }
        } else if (text.startsWith("MIG ") && text.contains("Device")) {
            deviceOfList(text, line);
        } else if (text.startsWith("|")) {
            row(text, line);
        }
    }

    private static Section heading(String text) {
        if (!text.startsWith("|")) {
            return Section.NONE;
        }
        if (text.startsWith("| NVIDIA-SMI")) {
            return Section.GPUS;
        }
        String words = text.substring(1).strip();
        if (words.startsWith("MIG devices:")) {
            return Section.DEVICES;
        } else if (words.startsWith("GPU instances:")) {
            return Section.INSTANCES;
        } else if (words.startsWith("GPU instance profiles:")) {
            return Section.PROFILES;
        } else if (words.startsWith("Compute instances:")) {
            return Section.COMPUTE_INSTANCES;
        }
        return words.startsWith("Processes:") ? Section.PROCESSES : Section.NONE;
    }

    /** A table that comes again shows a later moment. */
    private void enter(Section next, long line) {
        section = next;
        current = null;
        if (had.add(next)) {
            return;
        }
        if (next == Section.INSTANCES) {
            gpus.forEach(gpu -> gpu.listed.clear());
        } else if (next == Section.DEVICES) {
            gpus.forEach(gpu -> gpu.devices.clear());
        } else {
            return;
        }
        problems.add(Problem.warning(Where.line(name, line), Text.of("smi.again")));
    }

    private void row(String text, long line) {
        boolean fits = switch (section) {
            case INSTANCES -> instance(text, line);
            case DEVICES -> device(text, line);
            case GPUS -> gpu(text, line);
            case NONE -> instance(text, line) || device(text, line) || gpu(text, line);
            case PROFILES -> profiles.row(text);
            case COMPUTE_INSTANCES, PROCESSES -> true;
        };
        if (!fits && NUMBERED_ROW.matcher(text).matches()) {
            faults.add(
                    switch (section) {
                        case INSTANCES -> "smi.badInstance";
                        case DEVICES -> "smi.badDevice";
                        case PROFILES -> "smi.badProfile";
                        default -> "smi.badRow";
                    },
                    line,
                    text);
        }
    }

    private boolean instance(String text, long line) {
        Matcher row = INSTANCE_ROW.matcher(text);
        if (!row.matches()) {
            return false;
        }
        int start = Integer.parseInt(row.group(4));
        SmiGpu gpu = numbered(row.group(1), line);
        Listed before = gpu.listed.put(row.group(3), new Listed(row.group(3), row.group(2), start, line));
        if (before != null) {
            faults.add("smi.twice", line, text);
        }
        return true;
    }

    private boolean device(String text, long line) {
        Matcher row = DEVICE_ROW.matcher(text);
        if (!row.matches()) {
            return false;
        }
        int sms = Integer.parseInt(row.group(5));
        long memory = Long.parseLong(row.group(4));
        int engines = row.group(6) == null ? 0 : Integer.parseInt(row.group(6));
        numbered(row.group(1), line).devices.add(new Device(row.group(2), row.group(3), sms, memory, engines, line));
        return true;
    }

    private boolean gpu(String text, long line) {
        Matcher row = GPU_ROW.matcher(text);
        if (row.matches()) {
            current = numbered(row.group(1), line);
            current.modelName = current.modelName.isEmpty() ? row.group(2) : current.modelName;
            return true;
        }
        SmiGpu gpu = current;
        if (gpu == null) {
            return false;
        }
        Matcher memory = MEMORY_ROW.matcher(text);
        if (memory.matches()) {
            gpu.memoryMib = Long.parseLong(memory.group(1));
            return true;
        }
        Matcher mode = MODE_ROW.matcher(text);
        if (mode.matches()) {
            gpu.mig = mode.group(1).equals("Enabled");
            return true;
        }
        return false;
    }

    private void gpuOfList(String text, long line) {
        Matcher row = GPU_OF_LIST.matcher(text);
        if (!row.matches()) {
            current = null;
            faults.add("smi.badListGpu", line, text);
            return;
        }
        SmiGpu known = byNumber.get(row.group(1));
        if (known == null || !(known.uuid.isEmpty() || known.uuid.equals(row.group(3)))) {
            // the same number with another UUID is another host's
            known = new SmiGpu(row.group(1), line);
            gpus.add(known);
            byNumber.put(row.group(1), known);
        }
        known.uuid = row.group(3);
        known.modelName = row.group(2);
        current = known;
        section = Section.NONE;
    }

    private void deviceOfList(String text, long line) {
        Matcher row = DEVICE_OF_LIST.matcher(text);
        SmiGpu gpu = current;
        if (!row.matches()) {
            faults.add("smi.badListDevice", line, text);
        } else if (gpu == null) {
            faults.add("smi.deviceWithoutGpu", line, text);
        } else {
            Matcher old = OLD_UUID.matcher(row.group(3));
            String instance = old.matches() ? old.group(1) : "";
            String uuid = row.group(3);
            // the same device again is the same list again; another one of this GPU is what another container sees
            gpu.named.removeIf(device -> device.uuid().equals(uuid));
            gpu.named.add(new Named(row.group(1), row.group(2), instance, uuid, line));
        }
    }

    private SmiGpu numbered(String number, long line) {
        return byNumber.computeIfAbsent(number, first -> {
            SmiGpu gpu = new SmiGpu(first, line);
            gpus.add(gpu);
            return gpu;
        });
    }
}
