package io.slicewise.usage.survey;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of a fleet. Immutable, and of some 300 bytes an instance. */
public final class FleetTable {
    /** No row. */
    public static final FleetTable EMPTY = of(Fleet.EMPTY, Figures.of(Fleet.EMPTY, Weights.DEFAULT), Labels.NONE);

    private final List<GpuRow> gpus;
    private final List<InstanceRow> instances;
    private final int[] firstInstance;
    private final double[] gpuWeights;
    private final Figures figures;
    private final Labels labels;
    private final List<Attribute> attributes;
    private final int hosts;

    private FleetTable(
            List<GpuRow> gpus,
            List<InstanceRow> instances,
            int[] firstInstance,
            double[] gpuWeights,
            Figures figures,
            Labels labels) {
        this.gpus = List.copyOf(gpus);
        this.instances = List.copyOf(instances);
        this.firstInstance = firstInstance;
        this.gpuWeights = gpuWeights;
        this.figures = figures;
        this.labels = labels;
        attributes = known();
        hosts = (int) gpus.stream().map(row -> row.gpu().host()).distinct().count();
    }

    /**
     * The rows of a fleet. Instances in them have the reading that the figures are of as their utilization.
     *
     * @param figures of this very fleet
     * @param labels what the monitoring said about its instances
     */
    public static FleetTable of(Fleet measured, Figures figures, Labels labels) {
        Fleet fleet = figures.weights().reading().read(measured);
        WeightBasis basis = figures.weights().basis();
        Naming naming = Naming.of(fleet);
        int count = fleet.gpus().size();
        List<GpuRow> gpus = new ArrayList<>(count);
        List<InstanceRow> instances = new ArrayList<>(fleet.instanceCount());
        int[] first = new int[count + 1];
        for (int g = 0; g < count; g++) {
            Gpu gpu = fleet.gpus().get(g);
            first[g] = instances.size();
            gpus.add(GpuRow.whole(g, gpu, naming.gpu(gpu), figures.gpus().get(g).averages()));
            double whole = basis.gpu(gpu.model());
            for (Instance instance : gpu.instances()) {
                int index = instances.size();
                double[] weight = {basis.instance(gpu.model(), instance.profile())};
                instances.add(new InstanceRow(
                        index,
                        g,
                        gpu,
                        instance,
                        labels.of(new InstanceRef(gpu.id(), instance.id())),
                        Averages.of(new double[] {instance.utilization()}, weight, whole),
                        figures.shares().get(index).weight()));
            }
        }
        first[count] = instances.size();
        return new FleetTable(gpus, instances, first, Figures.gpuWeights(fleet, figures.weights()), figures, labels);
    }

    /** Each GPU whole, in the order of the fleet. */
    public List<GpuRow> gpus() {
        return gpus;
    }

    /** Each instance, in the order of the fleet. */
    public List<InstanceRow> instances() {
        return instances;
    }

    /** The instances of a GPU. */
    public List<InstanceRow> instances(GpuRow gpu) {
        return instances.subList(firstInstance[gpu.index()], firstInstance[gpu.index() + 1]);
    }

    public Labels labels() {
        return labels;
    }

    /** Over the whole fleet. */
    public Averages total() {
        return figures.total();
    }

    /** What a row is called, so that no other is called the same. */
    public String name(Row row) {
        return switch (row) {
            case GroupRow group -> group.value();
            case GpuRow gpu -> gpu.name();
            case InstanceRow one when gpus.size() == 1 -> Naming.onGpu(one.gpu(), one.instance());
            case InstanceRow one ->
                Naming.inFleet(gpus.get(one.gpuIndex()).name(), Naming.onGpu(one.gpu(), one.instance()));
        };
    }

    /** The rows that a query wants. */
    public QueryResult ask(Query query) {
        return new QueryEvaluation(this, query).answer();
    }

    /**
     * The figures over some rows of an answer, as the answer has them over all of its rows.
     *
     * @param rows of GPUs and instances, none of them a group
     */
    public Averages averages(List<? extends Row> rows, Query query) {
        return new QueryEvaluation(this, query).averages(rows, query.kind() == Query.Kind.INSTANCES);
    }

    /**
     * What a row has of an attribute: of a GPU, or of the counted part of one, what its instances have, each value once,
     * with a comma between; of a group the value that it is a group of, else nothing.
     */
    public String text(Row row, Attribute attribute) {
        return switch (row) {
            case GroupRow group -> group.attribute().equals(attribute) ? group.value() : "";
            case InstanceRow one -> attribute.of(one.gpu(), one.instance(), one.labels());
            case GpuRow gpu when attribute.isOfGpu() -> attribute.ofGpu(gpu.gpu());
            case GpuRow gpu ->
                counted(gpu).stream()
                        .map(one -> attribute.of(one.gpu(), one.instance(), one.labels()))
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toCollection(() -> new TreeSet<>(NaturalOrder.INSTANCE)))
                        .stream()
                        .collect(Collectors.joining(", "));
        };
    }

    /** The rows of the instances that a row of a GPU counts. */
    List<InstanceRow> counted(GpuRow gpu) {
        return gpu.isPart()
                ? instances(gpu).stream()
                        .filter(one -> gpu.counted().contains(one.instance()))
                        .toList()
                : instances(gpu);
    }

    /** How many instances of the fleet have each value of an attribute, in their natural order; empty for none. */
    public Map<String, Integer> values(Attribute attribute) {
        Map<String, Integer> counts = new HashMap<>();
        if (attribute.isOfGpu()) {
            for (GpuRow one : gpus) {
                counts.merge(attribute.ofGpu(one.gpu()), one.gpu().instances().size(), Integer::sum);
            }
            return ordered(counts);
        }
        for (InstanceRow one : instances) {
            counts.merge(attribute.of(one.gpu(), one.instance(), one.labels()), 1, Integer::sum);
        }
        return ordered(counts);
    }

    private static Map<String, Integer> ordered(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(NaturalOrder.INSTANCE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    /** The attributes that at least one instance has something of: fields first, then labels by name. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** How many hosts there are. */
    public int hosts() {
        return hosts;
    }

    private List<Attribute> known() {
        List<Attribute> all = new ArrayList<>();
        for (Attribute.Field field : Attribute.Field.values()) {
            if (instances.stream()
                    .anyMatch(one ->
                            !field.of(one.gpu(), one.instance(), one.labels()).isEmpty())) {
                all.add(field);
            }
        }
        for (String name : labels.names()) {
            // the team says it
            if (!name.equals("namespace")) {
                all.add(new Attribute.Label(name));
            }
        }
        return List.copyOf(all);
    }

    /** The figures of some instances, on the hardware of this weight. */
    static Averages averages(List<InstanceRow> rows, double hardware) {
        double[] loads = new double[rows.size()];
        double[] weights = new double[rows.size()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = rows.get(i).instance().utilization();
            weights[i] = rows.get(i).weight();
        }
        return Averages.of(loads, weights, hardware);
    }

    /** The figures of some of a GPU's instances, on the hardware of that GPU. */
    Averages averages(GpuRow gpu, List<InstanceRow> part) {
        WeightBasis basis = figures.weights().basis();
        double[] loads =
                part.stream().mapToDouble(one -> one.instance().utilization()).toArray();
        double[] weights = part.stream()
                .mapToDouble(
                        one -> basis.instance(gpu.gpu().model(), one.instance().profile()))
                .toArray();
        return Averages.of(loads, weights, basis.gpu(gpu.gpu().model()));
    }

    /** What a GPU weighs beside the others. */
    double weight(int gpuIndex) {
        return gpuWeights[gpuIndex];
    }

    /** What all GPUs weigh. */
    double weight() {
        return figures.total().totalWeight();
    }
}
