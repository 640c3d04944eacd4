package io.slicewise.snapshot.kubernetes;

import io.slicewise.json.JsonValue;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ResourceSlices of NVIDIA's DRA driver: each device with its attributes. A device that takes from counters that others take
 * from too is one that could be there, not one that is.
 */
final class ResourceSlices {
    static final String KIND = "ResourceSlice";

    /** {@code gpu-0-mig-9-4-4}: the GPU, the profile's id, where the instance begins, and how long it is. */
    private static final Pattern NAME = Pattern.compile("gpu-(\\d{1,3})-mig-\\d{1,3}-(\\d{1,2})-\\d{1,2}");

    private static final Pattern GPU = Pattern.compile("gpu-(\\d{1,3})");
    private static final int MOST = 1 << 16;

    private final SnapshotBuilder builder;
    private final Map<String, Integer> counted = new HashMap<>();
    private long possible;

    ResourceSlices(SnapshotBuilder builder) {
        this.builder = builder;
    }

    /** Takes the devices of a slice. */
    void add(JsonValue slice) {
        JsonValue spec = slice.get("spec");
        String host = spec.get("nodeName").string("");
        for (JsonValue device : spec.get("devices").items()) {
            JsonValue basic = device.get("basic").isMissing() ? device : device.get("basic");
            if (!basic.get("consumesCounters").isMissing()) {
                possible++;
            } else {
                device(host, device.get("name").string(""), basic.get("attributes"));
            }
        }
    }

    private void device(String host, String name, JsonValue attributes) {
        Map<String, String> told = told(attributes);
        String model = told.getOrDefault("productName", "");
        if (told.getOrDefault("type", "").equals("gpu")) {
            Matcher number = GPU.matcher(name);
            RawSource whole = RawSource.of(
                    told.getOrDefault("uuid", ""),
                    told.getOrDefault("index", number.matches() ? number.group(1) : ""),
                    model,
                    "",
                    "");
            builder.add(
                    builder.series(whole.onHost(host), 0), MetricKind.MIG_MODE, 0, SampleHandler.NO_TIMESTAMP, 1, 0);
            return;
        }
        String profile = told.getOrDefault("profile", "");
        if (profile.isEmpty()) {
            return;
        }
        Matcher place = NAME.matcher(name);
        boolean placed = place.matches();
        String gpu = told.getOrDefault("parentIndex", placed ? place.group(1) : "");
        String parent = told.getOrDefault("parentUUID", "");
        int id = counted.merge(host + "/" + parent + "/" + gpu, 1, Integer::sum);
        Series series = builder.series(
                RawSource.of(parent, gpu, model, profile, String.valueOf(id)).onHost(host), 0);
        if (placed) {
            builder.placed(series, Integer.parseInt(place.group(2)));
        }
        builder.seen(series, 1, 0);
    }

    /** The attributes without the domain that can stand before their names. */
    private static Map<String, String> told(JsonValue attributes) {
        Map<String, String> told = new HashMap<>();
        attributes.fields().forEach((key, value) -> {
            String name = key.substring(key.lastIndexOf('/') + 1);
            if (!value.get("string").isMissing()) {
                told.put(name, value.get("string").string(""));
            } else if (!value.get("int").isMissing()) {
                Integer number = value.get("int").integer(0, MOST);
                told.put(name, number == null ? "" : String.valueOf(number));
            }
        });
        return told;
    }

    /** Says what was left out. */
    void say(JsonValue root, List<Problem> problems) {
        if (possible > 0) {
            problems.add(Problem.warning(root.where(), Text.of("cluster.draPossible", possible)));
        }
    }
}
