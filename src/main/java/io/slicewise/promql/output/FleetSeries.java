package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Names;
import io.slicewise.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The series that an exporter would write for a fleet, so that queries and rules can be tried on a document. */
public final class FleetSeries {
    private FleetSeries() {}

    /**
     * A series with one value.
     *
     * @param labels by name, in an exporter's order
     */
    public record Series(String metric, Map<String, String> labels, double value) {
        /** As a selector writes it: {@code metric{label="value"}}. */
        public String selector() {
            return metric
                    + labels.entrySet().stream()
                            .map(label -> label.getKey() + "=" + Promql.quoted(label.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }

        /** As an exporter writes it: the text format has fewer escapes than the language of queries. */
        String exposed() {
            return metric
                    + labels.entrySet().stream()
                            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                            .collect(Collectors.joining(",", "{", "}"));
        }

        private static String escaped(String value) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }

        /** The value with every digit that means anything. */
        public String number() {
            return Double.isNaN(value)
                    ? "NaN"
                    : new BigDecimal(Double.toString(Numbers.clean(value)))
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }

    /**
     * Each instance's utilization, where it has a reading, and its presence metric, always; once for each owner.
     *
     * @param isPercent whether the metric goes to 100
     */
    public static List<Series> of(Fleet fleet, Names names, boolean isPercent) {
        List<Series> all = new ArrayList<>();
        for (int g = 0; g < fleet.gpus().size(); g++) {
            Gpu gpu = fleet.gpus().get(g);
            for (Instance instance : gpu.instances()) {
                for (String owner : instance.owner().split(", ", -1)) {
                    Map<String, String> labels = labels(gpu, g, instance, owner, names);
                    if (instance.isReported()) {
                        double value = instance.utilization() * (isPercent ? 100 : 1);
                        all.add(new Series(names.utilization().getFirst(), labels, value));
                    }
                    all.add(new Series(names.presence(), labels, 0));
                }
            }
        }
        return all;
    }

    /** The text that a server scrapes. */
    public static String exposition(List<Series> series) {
        return series.stream()
                .sorted(Comparator.comparing(Series::metric))
                .map(one -> one.exposed() + " " + one.number() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> labels(Gpu gpu, int number, Instance instance, String owner, Names names) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("gpu", String.valueOf(number));
        labels.put(names.uuid(), gpu.id());
        labels.put(names.model(), modelName(gpu));
        labels.put(names.profile(), printed(instance.profile()));
        labels.put(names.instance(), instance.id());
        labels.put(names.host(), gpu.host());
        int slash = owner.indexOf('/');
        labels.put(names.label(Names.NAMESPACE), slash < 0 ? "" : owner.substring(0, slash));
        labels.put(names.label(Names.POD), owner.substring(slash + 1));
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    /** What the exporter printed, else what it would print first. */
    private static String modelName(Gpu gpu) {
        GpuModel model = gpu.model();
        if (!gpu.modelName().isEmpty() || model == null) {
            return gpu.modelName();
        }
        return model.modelNames().isEmpty() ? model.name() : model.modelNames().getFirst();
    }

    /** DCGM prints no suffix. */
    private static String printed(Profile profile) {
        return profile.exporterNames().isEmpty()
                ? profile.name()
                        .substring(0, profile.name().length() - profile.suffix().length())
                : profile.exporterNames().getFirst();
    }
}
