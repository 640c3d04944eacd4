package io.slicewise.usage.survey;

import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Query.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out one answer. For one use. */
final class QueryEvaluation {
    private final FleetTable survey;
    private final Query query;
    private final Finder finder;
    private final Order order;

    QueryEvaluation(FleetTable survey, Query query) {
        this.survey = survey;
        this.query = query;
        finder = new Finder(survey, query);
        order = new Order(survey, query.sort());
    }

    QueryResult answer() {
        List<? extends Row> found = query.kind() == Kind.GPUS
                ? survey.gpus().stream().filter(finder::finds).toList()
                : survey.instances().stream().filter(finder::finds).toList();
        Attribute by = query.groupBy();
        if (by == null) {
            List<Row> rows = new ArrayList<>(order.of(found));
            return new QueryResult(
                    query, rows, rows, gpus(rows).size(), averages(rows, query.kind() == Kind.INSTANCES));
        }
        List<GroupRow> groups = groups(found, by);
        List<Row> rows = new ArrayList<>();
        List<Row> members = new ArrayList<>();
        for (GroupRow group : groups) {
            rows.add(group);
            members.addAll(group.members());
            if (group.open()) {
                rows.addAll(group.members());
            }
        }
        List<Row> all = new ArrayList<>(found);
        return new QueryResult(query, rows, members, gpus(all).size(), averages(all, query.kind() == Kind.INSTANCES));
    }

    private List<GroupRow> groups(List<? extends Row> found, Attribute by) {
        Map<String, List<Row>> byValue = new LinkedHashMap<>();
        for (Row row : found) {
            if (row instanceof GpuRow gpu && !by.isOfGpu()) {
                parts(gpu, by)
                        .forEach((value, part) -> byValue.computeIfAbsent(value, _ -> new ArrayList<>())
                                .add(part));
            } else {
                byValue.computeIfAbsent(survey.text(row, by), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<GroupRow> groups = new ArrayList<>();
        byValue.forEach((value, rows) -> groups.add(group(by, value, rows)));
        List<GroupRow> byName = new Order(survey, new Sort(new Column.Of(by), false)).of(groups);
        return order.of(byName);
    }

    private GroupRow group(Attribute by, String value, List<Row> rows) {
        SliceUse waste = SliceUse.NONE;
        for (Row row : rows) {
            waste = waste.plus(row.waste());
        }
        return new GroupRow(
                by,
                value,
                order.of(rows),
                gpus(rows).size(),
                averages(rows, !by.isOfGpu()),
                waste,
                !query.closed().contains(value));
    }

    /** The instances of a GPU that meet the conditions, by what they have of an attribute. */
    private Map<String, GpuRow> parts(GpuRow gpu, Attribute by) {
        Map<String, List<InstanceRow>> byValue = new LinkedHashMap<>();
        for (InstanceRow one : survey.instances(gpu)) {
            if (finder.meets(one)) {
                byValue.computeIfAbsent(by.of(one.gpu(), one.instance(), one.labels()), _ -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, GpuRow> parts = new LinkedHashMap<>();
        byValue.forEach((value, instances) -> {
            List<Instance> counted =
                    instances.stream().map(InstanceRow::instance).toList();
            parts.put(
                    value,
                    new GpuRow(
                            gpu.index(),
                            gpu.gpu(),
                            gpu.name(),
                            counted,
                            value,
                            survey.averages(gpu, instances),
                            SliceUse.of(counted)));
        });
        return parts;
    }

    /**
     * The figures over the instances of some rows.
     *
     * @param onFleet whether on the hardware of the whole fleet, else on that of the GPUs that the rows are on
     */
    Averages averages(List<? extends Row> rows, boolean onFleet) {
        List<InstanceRow> instances = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case GpuRow gpu -> instances.addAll(survey.counted(gpu));
                case InstanceRow one -> instances.add(one);
                case GroupRow _ -> throw new IllegalStateException("groups have no groups in them");
            }
        }
        double hardware = onFleet ? survey.weight() : weight(gpus(rows));
        return FleetTable.averages(instances, hardware);
    }

    private double weight(Collection<Integer> gpus) {
        double sum = 0;
        for (int gpu : gpus) {
            sum += survey.weight(gpu);
        }
        return sum;
    }

    private static Set<Integer> gpus(List<? extends Row> rows) {
        Set<Integer> gpus = new LinkedHashSet<>();
        for (Row row : rows) {
            gpus.add(QueryResult.gpuIndex(row));
        }
        return gpus;
    }
}
