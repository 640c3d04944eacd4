package io.slicewise.snapshot.smi;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.snapshot.smi.SmiGpu.Device;
import io.slicewise.snapshot.smi.SmiGpu.Found;
import io.slicewise.snapshot.smi.SmiGpu.Listed;
import io.slicewise.snapshot.smi.SmiGpu.Named;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what nvidia-smi said about each GPU together and onto the path that all formats share. For one use. */
final class SmiLayout {
    /** The compute instance's part of a device's name, {@code 1c.} of {@code 1c.3g.20gb}. */
    private static final Pattern COMPUTE_PART = Pattern.compile("(\\d{1,2})c\\.((\\d{1,2})g\\..*)");

    private static final int SHOWN = 3;
    private static final double PERCENT = 100;
    private static final double GB_IN_MIB = 1024;

    private final String name;
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final SnapshotBuilder builder;
    private final RowFaults faults;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Object> resolved = new ArrayList<>();
    private final List<Object> split = new ArrayList<>();

    SmiLayout(SnapshotBuilder builder, String name, Catalogue catalogue, SnapshotOptions options, RowFaults faults) {
        this.builder = builder;
        this.name = name;
        this.catalogue = catalogue;
        this.options = options;
        this.faults = faults;
        builder.layoutOnly();
    }

    /**
     * What it amounts to.
     *
     * @param none why there is nothing, where there is no GPU
     */
    Understood of(Collection<SmiGpu> gpus, List<Problem> before, Text none) {
        for (SmiGpu gpu : gpus) {
            add(gpu);
        }
        problems.addAll(before);
        problems.addAll(faults.problems());
        say("smi.resolved", resolved);
        say("smi.split", split);
        return new Understood(problems, none, false);
    }

    private void say(String key, List<Object> which) {
        if (!which.isEmpty()) {
            Listing first = Listing.first(which, SHOWN);
            problems.add(Problem.info(Where.file(name), Text.of(key, which.size(), first)));
        }
    }

    private void add(SmiGpu gpu) {
        Optional<GpuModel> model = model(gpu);
        String modelName = gpu.modelName.endsWith("...")
                ? model.map(one -> one.modelNames().getFirst()).orElse(gpu.modelName)
                : gpu.modelName;
        Map<String, Found> found = found(gpu);
        builder.suppose(gpu.hasNoIds());
        if (found.isEmpty()) {
            Series whole = builder.series(RawSource.of(gpu.uuid, gpu.number, modelName, "", ""), gpu.line);
            whole(gpu, whole);
            return;
        }
        for (Found one : found.values()) {
            String profile = one.profile.isEmpty() ? resolved(gpu, one, model.orElse(null)) : one.profile;
            RawSource source = RawSource.of(gpu.uuid, gpu.number, modelName, profile, one.id);
            Series series = builder.series(source, one.line);
            builder.placed(series, one.start);
            builder.seen(series, 1, one.line);
        }
    }

    private void whole(SmiGpu gpu, Series whole) {
        boolean on = Boolean.TRUE.equals(gpu.mig);
        if (on && !gpu.lists) {
            builder.unlisted(whole);
        }
        if (gpu.mig != null) {
            builder.add(whole, MetricKind.MIG_MODE, on ? 1 : 0, gpu.time, 1, gpu.line);
        }
        if (!on && !Double.isNaN(gpu.utilization)) {
            builder.ratios();
            builder.add(whole, MetricKind.UTILIZATION, gpu.utilization / PERCENT, gpu.time, 1, gpu.line);
        }
    }

    private String resolved(SmiGpu gpu, Found one, @Nullable GpuModel model) {
        Optional<Profile> profile = model == null ? Optional.empty() : SmiProfiles.of(model, one);
        profile.ifPresent(told -> resolved.add(Text.of(
                "smi.resolvedAs", "GPU " + gpu.number, one.id, told.name(), one.sms, String.valueOf(one.memoryMib))));
        return profile.map(Profile::name).orElse("");
    }

    /** The model by its name; of a name that a narrow table cut off, the one that begins so and has this memory. */
    private Optional<GpuModel> model(SmiGpu gpu) {
        Optional<GpuModel> byName = options.model(gpu.modelName, catalogue);
        if (byName.isPresent() || !gpu.modelName.endsWith("...")) {
            return byName;
        }
        String beginning = gpu.modelName.substring(0, gpu.modelName.length() - 3);
        List<GpuModel> begin = catalogue.models().stream()
                .filter(model -> model.modelNames().stream().anyMatch(it -> it.startsWith(beginning)))
                .filter(model -> hasMemory(model, gpu.memoryMib))
                .toList();
        return begin.size() == 1 ? Optional.of(begin.getFirst()) : Optional.empty();
    }

    private static boolean hasMemory(GpuModel model, long memoryMib) {
        Integer gb = model.memoryGb();
        return gb != null && Math.abs(gb * GB_IN_MIB - memoryMib) <= gb * GB_IN_MIB / 8;
    }

    private Map<String, Found> found(SmiGpu gpu) {
        Map<String, Found> all = new LinkedHashMap<>();
        for (Listed row : gpu.listed.values()) {
            Found one = all.computeIfAbsent(row.instance(), id -> new Found(id, row.line()));
            one.profile = row.profile();
            one.start = row.start();
        }
        for (Device device : gpu.devices) {
            Found one = all.computeIfAbsent(device.instance(), id -> new Found(id, device.line()));
            one.sms += device.sms();
            one.memoryMib = Math.max(one.memoryMib, device.memoryMib());
            one.copyEngines = Math.max(one.copyEngines, device.copyEngines());
            one.devices++;
        }
        boolean alone = all.isEmpty();
        if (alone) {
            group(gpu, all);
        } else {
            for (Named named : gpu.named) {
                gpu.devices.stream()
                        .filter(device -> device.index().equals(named.index()))
                        .map(device -> all.get(device.instance()))
                        .filter(one -> one != null && one.profile.isEmpty())
                        .forEach(one -> one.profile = withoutComputePart(named.profile()));
            }
        }
        return all;
    }

    /** The GPU instances of {@code -L} alone, which prints compute instances. */
    private void group(SmiGpu gpu, Map<String, Found> all) {
        String open = "";
        int left = 0;
        for (Named named : gpu.named) {
            Matcher part = COMPUTE_PART.matcher(named.profile());
            if (!named.instance().isEmpty()) {
                all.computeIfAbsent(named.instance(), id -> new Found(id, named.line())).profile =
                        withoutComputePart(named.profile());
                continue;
            }
            String profile = withoutComputePart(named.profile());
            int slices = part.matches() ? Integer.parseInt(part.group(1)) : 0;
            if (slices > 0 && slices <= left && profile.equals(open)) {
                left -= slices;
                continue;
            }
            // in each container the first device is number 0
            String id = all.containsKey(named.index()) ? String.valueOf(all.size()) : named.index();
            Found one = new Found(id, named.line());
            one.profile = profile;
            all.put(id, one);
            open = slices > 0 ? profile : "";
            left = slices > 0 ? Integer.parseInt(part.group(3)) - slices : 0;
            if (slices > 0) {
                split.add(Text.of("snapshot.instance", "GPU " + gpu.number, named.index()));
            }
        }
    }

    private static String withoutComputePart(String profile) {
        Matcher part = COMPUTE_PART.matcher(profile);
        return part.matches() ? part.group(2) : profile;
    }
}
