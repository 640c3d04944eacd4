package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.aggregate;
import static io.slicewise.promql.query.Trees.binary;
import static io.slicewise.promql.query.Trees.union;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the query of each figure. */
public final class FigureQueries {
    private final QueryPlan plan;
    private final Names names;
    private final Sources sources;
    private final KindWeights weights;

    private FigureQueries(QueryPlan plan, Sources sources) {
        this.plan = plan;
        this.names = plan.names();
        this.sources = sources;
        this.weights = new KindWeights(plan);
    }

    /** Queries that need nothing but what the exporter writes. */
    public static FigureQueries of(QueryPlan plan) {
        return new FigureQueries(plan, new RawSources(plan));
    }

    /**
     * Queries of what the rules of {@link RecordedSeries} recorded, by hosts and models.
     *
     * @param plan whose conditions are on hosts and models too; those of the rules are in what they recorded
     */
    public static FigureQueries recorded(QueryPlan plan) {
        return new FigureQueries(plan, RecordedSources.ofModels(plan));
    }

    /** Queries of what the first rules of {@link RecordedSeries} recorded, by hosts, models and profiles. */
    static FigureQueries ofProfiles(QueryPlan plan) {
        return new FigureQueries(plan, RecordedSources.ofProfiles(plan));
    }

    /** The query of a figure, with what each part of it is for. */
    public Explained query(QueryFigure figure, Level level) {
        Parts parts = new Parts(level.labels());
        parts.explain();
        Expr expr = parts.query(figure);
        parts.note(expr, Text.of("promql.note.figure." + figure.id()));
        return new Explained(figure, level, expr, parts.notes);
    }

    /** The query of a figure. */
    public Expr expr(QueryFigure figure, Level level) {
        return new Parts(level.labels()).query(figure);
    }

    /** The share of the instances that have a reading, as a tree: 1 when all have, 0 when none has. */
    public Expr coverage(Level level) {
        Expr instances = expr(QueryFigure.INSTANCES, level);
        Expr reported = expr(QueryFigure.REPORTED, level);
        return binary(binary(reported, Op.OR, binary(0, Op.MULTIPLY, instances)), Op.DIVIDE, instances);
    }

    /** What is added up with weights. */
    Expr total(WeighedTotal total, List<String> labels) {
        return new Parts(labels).total(total);
    }

    /** The parts of one query. */
    private final class Parts {
        private final List<String> labels;
        /** By what is added up before it is weighed. */
        private final List<String> kinds;

        private final Map<Expr, Text> notes = new HashMap<>();
        private boolean isExplained;

        Parts(List<String> labels) {
            this.labels = labels;
            this.kinds = with(labels, List.of(names.model(), names.profile()));
        }

        Expr query(QueryFigure figure) {
            return switch (figure) {
                case INSTANCE_AVERAGE -> sources.average(labels);
                case WEIGHTED_AVERAGE -> weighted();
                case WHOLE_GPU -> wholeGpu();
                case ALLOCATED -> allocated();
                case GAP -> gap();
                case INSTANCES -> sources.instances(labels, List.of());
                case REPORTED -> sources.reported(labels, List.of());
                case UNWEIGHED -> unweighed();
                case POWER -> sources.power(labels);
            };
        }

        /** Notes from now on what parts are for. */
        void explain() {
            isExplained = true;
            notes.putAll(sources.notes(labels, List.of()));
            notes.putAll(sources.notes(kinds, weights.models()));
        }

        void note(Expr part, Text note) {
            if (isExplained) {
                notes.put(part, note);
            }
        }

        private void note(Expr part, String key) {
            note(part, Text.of(key));
        }

        /** The sum of what stands by model and profile, each with its weight. */
        private Expr weighed(Expr byKind) {
            return weighed(labels, byKind, weights.weights());
        }

        private Expr weighed(List<String> by, Expr byKind, Expr ofKinds) {
            note(ofKinds, Text.of("promql.note.weights", Kind.weights(plan)));
            note(weights.labelled(byKind), "promql.note.kinds");
            return aggregate("sum", by, weights.times(byKind, ofKinds));
        }

        /** The sum of what stands by model and profile, of those that have a weight, each as it is. */
        private Expr unweighted(Expr byKind) {
            return aggregate("sum", labels, weights.only(byKind));
        }

        Expr total(WeighedTotal total) {
            return sources.total(total, total == WeighedTotal.CAPACITY ? ofGpus() : labels)
                    .orElseGet(() -> switch (total) {
                        case LOAD -> weighed(sources.sum(kinds, weights.models()));
                        case REPORTED_WEIGHT -> weighed(sources.reported(kinds, weights.models()));
                        case ALLOCATED_WEIGHT -> weighed(sources.instances(kinds, weights.models()));
                        case CAPACITY -> capacity();
                        case READINGS -> unweighted(sources.sum(kinds, weights.models()));
                        case REPORTED -> unweighted(sources.reported(kinds, weights.models()));
                        case INSTANCES -> unweighted(sources.instances(kinds, weights.models()));
                    });
        }

        Expr weighted() {
            Expr load = total(WeighedTotal.LOAD);
            Expr weight = total(WeighedTotal.REPORTED_WEIGHT);
            note(load, "promql.note.load");
            note(weight, "promql.note.reportedWeight");
            return binary(load, Op.DIVIDE, weight);
        }

        /** Where all GPUs weigh alike, the mean over them: a server that reads instances by GPU need not count GPUs too. */
        Expr allocated() {
            List<Kind> gpus = Kind.ofGpus(plan);
            if (gpus.size() > 1 || !sources.tellsGpus() || !isOfWholeGpus()) {
                Expr weight = total(WeighedTotal.ALLOCATED_WEIGHT);
                note(weight, "promql.note.allocatedWeight");
                return share(weight);
            }
            List<String> each = with(labels, List.of(names.uuid(), names.model()));
            Expr instances = sources.instances(with(each, List.of(names.profile())), weights.models());
            Expr byGpu = weighed(each, instances, weights.weightsOrZero());
            note(byGpu, "promql.note.allocatedWeight");
            boolean isOne = labels.size() == each.size();
            Expr mean = isOne ? byGpu : aggregate("avg", labels, byGpu);
            note(mean, isOne ? "promql.note.allocatedWeight" : "promql.note.meanOfGpus");
            return binary(mean, Op.DIVIDE, gpus.getFirst().weight());
        }

        /** Whether whole GPUs are asked for, and by what whole GPUs have. */
        private boolean isOfWholeGpus() {
            return labels.stream().allMatch(label -> names.scope(label) == Scope.GPU)
                    && plan.filters().stream().allMatch(filter -> filter.scope() == Scope.GPU);
        }

        Expr wholeGpu() {
            Expr weighted = weighted();
            Expr allocated = allocated();
            note(weighted, "promql.note.weighted");
            note(allocated, "promql.note.figure.allocated");
            return binary(weighted, Op.MULTIPLY, allocated);
        }

        /** Divided by the hardware: that of each group where groups are of GPUs, all of it where they are parts of GPUs. */
        Expr share(Expr part) {
            Expr capacity = total(WeighedTotal.CAPACITY);
            note(capacity, "promql.note.capacity");
            boolean whole = ofGpus().size() == labels.size();
            Matching matching = whole ? null : new Matching(true, ofGpus(), Side.LEFT, List.of());
            return new Expr.Binary(Op.DIVIDE, part, capacity, false, matching);
        }

        /** Those of the labels that whole GPUs have. */
        private List<String> ofGpus() {
            return labels.stream()
                    .filter(label -> names.scope(label) == Scope.GPU)
                    .toList();
        }

        private Expr capacity() {
            List<String> ofGpus = ofGpus();
            List<String> models = with(ofGpus, List.of(names.model()));
            Expr wholes = union(Kind.ofGpus(plan).stream()
                    .map(kind -> binary(kind.weight(), Op.MULTIPLY, sources.gpus(models, kind.matchers())))
                    .toList());
            note(wholes, Text.of("promql.note.wholes", Kind.wholes(plan)));
            return aggregate("sum", ofGpus, wholes);
        }

        Expr gap() {
            Expr average = binary(total(WeighedTotal.READINGS), Op.DIVIDE, total(WeighedTotal.REPORTED));
            Expr weighted = weighted();
            note(average, "promql.note.weighedAverage");
            note(weighted, "promql.note.weighted");
            return binary(weighted, Op.SUBTRACT, average);
        }

        Expr unweighed() {
            Expr all = sources.instances(labels, List.of());
            Expr none = binary(0, Op.MULTIPLY, all);
            Expr weighed = binary(total(WeighedTotal.INSTANCES), Op.OR, none);
            note(weighed, "promql.note.unweighed");
            note(none, "promql.note.none");
            return binary(all, Op.SUBTRACT, weighed);
        }
    }

    private static List<String> with(List<String> labels, List<String> more) {
        Set<String> all = new LinkedHashSet<>(labels);
        all.addAll(more);
        return List.copyOf(all);
    }
}
