package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.aggregate;
import static io.slicewise.promql.query.Trees.binary;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the query of each figure. */
public final class FigureQueries {
    private final Names names;
    private final Sources sources;

    private FigureQueries(Names names, Sources sources) {
        this.names = names;
        this.sources = sources;
    }

    /** Queries that need nothing but what the exporter writes. */
    public static FigureQueries of(Plan plan) {
        return new FigureQueries(plan.names(), new RawSources(plan));
    }

    /** Queries of what {@link RecordedSources} recorded. */
    static FigureQueries recorded(Plan plan) {
        return new FigureQueries(plan.names(), new RecordedSources());
    }

    /** The query of a figure, with what each part of it is for. */
    public Explained query(Figure figure, Level level) {
        Parts parts = new Parts(level.labels());
        Expr expr = switch (figure) {
            case INSTANCE_AVERAGE -> aggregate("avg", level.labels(), parts.readings);
            case WEIGHTED_AVERAGE -> parts.weighted();
            case WHOLE_GPU -> parts.wholeGpu();
            case ALLOCATED -> parts.share(parts.allocated());
            case GAP -> parts.gap();
            case INSTANCES -> parts.instances();
            case REPORTED -> aggregate("count", level.labels(), parts.readings);
            case UNWEIGHED -> parts.unweighed();
            case POWER -> aggregate("sum", level.labels(), parts.power);
        };
        parts.note(expr, "promql.note.figure." + figure.id());
        return new Explained(figure, level, expr, parts.notes);
    }

    /** The share of the instances that have a reading, as a tree: 1 when all have, 0 when none has. */
    public Expr coverage(Level level) {
        Expr instances = query(Figure.INSTANCES, level).expr();
        Expr reported = query(Figure.REPORTED, level).expr();
        return binary(binary(reported, Op.OR, binary(0, Op.MULTIPLY, instances)), Op.DIVIDE, instances);
    }

    /** The parts of one query. */
    private final class Parts {
        private final List<String> labels;
        private final Expr readings;
        private final Expr weights;
        private final Expr present;
        private final Expr power;
        private final Map<Expr, Text> notes = new HashMap<>();

        Parts(List<String> labels) {
            this.labels = labels;
            this.readings = sources.readings(labels);
            this.weights = sources.weights(labels);
            this.present = sources.present(labels);
            this.power = sources.power(labels);
            notes.putAll(sources.notes(labels));
            note(present, "promql.note.present");
            note(power, "promql.note.power");
        }

        void note(Expr part, String key) {
            notes.put(part, Text.of(key));
        }

        Expr weighted() {
            Expr load = aggregate("sum", labels, binary(readings, Op.MULTIPLY, weights));
            Expr weight = aggregate("sum", labels, binary(weights, Op.AND, readings));
            note(load, "promql.note.load");
            note(weight, "promql.note.reportedWeight");
            return binary(load, Op.DIVIDE, weight);
        }

        Expr allocated() {
            Expr weight = aggregate("sum", labels, weights);
            note(weight, "promql.note.allocatedWeight");
            return weight;
        }

        Expr wholeGpu() {
            Expr weighted = weighted();
            note(weighted, "promql.note.weighted");
            return share(binary(weighted, Op.MULTIPLY, allocated()));
        }

        /** Divided by the hardware: that of each group where groups are of GPUs, all of it where they are parts of GPUs. */
        Expr share(Expr part) {
            List<String> ofGpus = labels.stream()
                    .filter(label -> names.scope(label) == Scope.GPU)
                    .toList();
            Expr capacity = aggregate("sum", ofGpus, sources.capacities(ofGpus));
            note(capacity, "promql.note.capacity");
            boolean whole = ofGpus.size() == labels.size();
            Matching matching = whole ? null : new Matching(true, ofGpus, Side.LEFT, List.of());
            return new Expr.Binary(Op.DIVIDE, part, capacity, false, matching);
        }

        Expr gap() {
            Expr average = aggregate("avg", labels, binary(readings, Op.AND, weights));
            Expr weighted = weighted();
            note(average, "promql.note.weighedAverage");
            note(weighted, "promql.note.weighted");
            return binary(weighted, Op.SUBTRACT, average);
        }

        Expr instances() {
            return aggregate("count", labels, present);
        }

        Expr unweighed() {
            Expr without = aggregate("count", labels, binary(present, Op.UNLESS, weights));
            Expr none = binary(0, Op.MULTIPLY, instances());
            note(without, "promql.note.unweighed");
            note(none, "promql.note.none");
            return binary(without, Op.OR, none);
        }
    }
}
