package io.slicewise.snapshot.counted;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes nodes with counts of profiles, and hands their GPUs to the builder. For one file. */
public final class CountedNodes {
    /** More than the GPUs of any node have instances. */
    public static final int MOST_INSTANCES = 256;

    private static final Pattern SLICES = Pattern.compile("(\\d{1,2})g\\..*");
    private static final int SHOWN = 3;

    private final SnapshotBuilder builder;
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final Spread packing = new Spread();
    private final List<Object> spread = new ArrayList<>();
    private int instances;
    private int slices;
    private int requestedInstances;
    private int requestedSlices;
    private boolean tellsRequests;

    /**
     * @param builder has been told that the file begins
     * @param catalogue where models and what fits on them are looked up
     * @param options the models that a person told
     */
    public CountedNodes(SnapshotBuilder builder, Catalogue catalogue, SnapshotOptions options) {
        this.builder = builder;
        this.catalogue = catalogue;
        this.options = options;
        builder.layoutOnly();
        builder.suppose(true);
    }

    /** What exporters print, for a product in whose label dashes stand for spaces. */
    public String modelName(String product) {
        String squashed = squashed(product);
        for (GpuModel model : catalogue.models()) {
            for (String printed : model.modelNames()) {
                if (squashed(printed).equals(squashed)) {
                    return printed;
                }
            }
        }
        return product;
    }

    private static String squashed(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        return plain.startsWith("nvidia") ? plain.substring("nvidia".length()) : plain;
    }

    /**
     * A node without instances.
     *
     * @param gpus how many it has; at least one is taken
     * @param off whether MIG is known to be off
     */
    public void whole(String host, String modelName, int gpus, boolean off) {
        for (int i = 0; i < Math.clamp(gpus, 1, MOST_INSTANCES); i++) {
            Series whole = builder.series(
                    RawSource.of("", String.valueOf(i), modelName, "", "").onHost(host), 0);
            if (off) {
                builder.add(whole, MetricKind.MIG_MODE, 0, SampleHandler.NO_TIMESTAMP, 1, 0);
            }
        }
    }

    /** A node with so many instances of each profile, of {@value #MOST_INSTANCES} at most. */
    public void partitioned(String host, String modelName, Map<String, Integer> counts) {
        Optional<GpuModel> model = options.model(modelName, catalogue);
        List<List<String>> gpus = new ArrayList<>();
        List<Profile> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        counts.forEach((profile, count) -> {
            Optional<Profile> known = model.flatMap(it -> it.printedProfile(profile));
            for (int i = 0; i < count; i++) {
                names.add(profile);
                known.ifPresent(all::add);
            }
        });
        if (model.isPresent() && all.size() == names.size()) {
            for (List<Profile> gpu : packing.of(model.get(), all)) {
                gpus.add(gpu.stream().map(Profile::name).toList());
            }
        } else {
            gpus.add(names);
        }
        if (gpus.size() > 1 || model.isEmpty()) {
            spread.add(host);
        }
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            for (int i = 0; i < gpus.get(gpu).size(); i++) {
                RawSource source = RawSource.of(
                        "", String.valueOf(gpu), modelName, gpus.get(gpu).get(i), String.valueOf(i + 1));
                builder.seen(builder.series(source.onHost(host), 0), 1, 0);
            }
        }
        instances += names.size();
        slices += slices(modelName, counts);
    }

    /** How many of a node's instances its workloads ask for. */
    public void requested(String modelName, Map<String, Integer> counts) {
        tellsRequests = true;
        requestedInstances +=
                counts.values().stream().mapToInt(Integer::intValue).sum();
        requestedSlices += slices(modelName, counts);
    }

    private int slices(String modelName, Map<String, Integer> counts) {
        Optional<GpuModel> model = options.model(modelName, catalogue);
        int sum = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            Matcher printed = SLICES.matcher(count.getKey());
            int each = model.flatMap(it -> it.printedProfile(count.getKey()))
                    .map(Profile::computeSlices)
                    .orElseGet(() -> printed.matches() ? Integer.parseInt(printed.group(1)) : 0);
            sum += each * count.getValue();
        }
        return sum;
    }

    /** What is to be said of all nodes of the file. */
    public void say(String file, List<Problem> problems) {
        if (!spread.isEmpty()) {
            Text text = Text.of("cluster.spread", spread.size(), Listing.first(spread, SHOWN));
            problems.add(Problem.warning(Where.file(file), text));
        }
        if (tellsRequests && instances > 0) {
            problems.add(Problem.info(
                    Where.file(file),
                    Text.of("cluster.requested", requestedInstances, instances, requestedSlices, slices)));
        }
    }
}
