package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Selection;
import io.slicewise.live.sums.Shapes.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The queries for the shapes that are there. Each shape is a term of a union, so that one that has no series takes
 * nothing away from the others; each instance counts once, whatever pods, names and exporters tell it twice.
 *
 * @param labels how labels are written
 * @param shapes what is there
 * @param percent whether 100 is 100 %, and not 1
 */
public record ShapeQueries(LabelNames labels, Shapes shapes, boolean percent) implements AggregateQueries {
    /** As far above 100 % a reading is a rounding of the counters; one further above is none at all. */
    private static final String RATIO_LIMIT = "1.1";

    private static final String PERCENT_LIMIT = "110";

    @Override
    public Optional<String> query(Sum sum, Group group) {
        String by = group == Group.HOST ? labels.host() : labels.host() + ", " + labels.uuid();
        return switch (sum) {
            case INSTANCES -> Optional.of("count by (" + by + ") (" + instance(all()) + ")");
            case REPORTED -> Optional.of("count by (" + by + ") (" + reading(all()) + ")");
            case LOAD -> Optional.of("sum by (" + by + ") (" + reading(all()) + ")");
            case WEIGHT -> sum(by, terms(matchers -> instance(matchers)));
            case REPORTED_WEIGHT ->
                sum(by, terms(matchers -> "group by (" + labels.all() + ") (" + valid(matchers) + ")"));
            case WEIGHTED_LOAD -> sum(by, terms(matchers -> reading(matchers)));
            case HARDWARE -> sum(by, hardware());
            case UNWEIGHED -> Optional.of("count by (" + by + ") (" + unweighed() + ")");
        };
    }

    @Override
    public String hostLabel() {
        return labels.host();
    }

    @Override
    public String gpuLabel() {
        return labels.uuid();
    }

    private static Optional<String> sum(String by, List<String> terms) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of("sum by (" + by + ") (" + String.join(" or ", terms) + ")");
    }

    private interface Term {
        String of(List<String> matchers);
    }

    /** A term for all profiles of a model that weigh the same. */
    private List<String> terms(Term term) {
        Map<Shape, List<String>> profiles = new LinkedHashMap<>();
        for (Shape shape : shapes.weighed()) {
            Shape key = new Shape(new Shapes.Printed(shape.printed().modelName(), ""), shape.weight());
            profiles.computeIfAbsent(key, first -> new ArrayList<>())
                    .add(shape.printed().profile());
        }
        List<String> terms = new ArrayList<>();
        profiles.forEach((shape, names) -> terms.add(number(shape.weight()) + " * "
                + term.of(List.of(
                        isInstance(),
                        labels.model() + "=" + Selection.quoted(shape.printed().modelName()),
                        labels.profile() + "=~" + Selection.anyOf(names)))));
        return terms;
    }

    private List<String> hardware() {
        List<String> terms = new ArrayList<>();
        shapes.hardware().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(model -> terms.add(number(model.getValue()) + " * group by ("
                        + String.join(", ", labels.host(), labels.uuid(), labels.model())
                        + ") ("
                        + Selection.presence(
                                List.of(isInstance(), labels.model() + "=" + Selection.quoted(model.getKey())))
                        + ")"));
        return terms;
    }

    /** Whatever is in none of the other terms: an instance of a shape that was not seen is never left out unsaid. */
    private String unweighed() {
        Map<String, List<String>> known = new TreeMap<>();
        for (Shape shape : shapes.weighed()) {
            known.computeIfAbsent(shape.printed().modelName(), first -> new ArrayList<>())
                    .add(shape.printed().profile());
        }
        List<String> terms = new ArrayList<>();
        terms.add(
                known.isEmpty()
                        ? instance(all())
                        : instance(List.of(
                                isInstance(), labels.model() + "!~" + Selection.anyOf(List.copyOf(known.keySet())))));
        known.forEach((model, profiles) -> terms.add(instance(List.of(
                isInstance(),
                labels.model() + "=" + Selection.quoted(model),
                labels.profile() + "!~" + Selection.anyOf(profiles)))));
        return String.join(" or ", terms);
    }

    private List<String> all() {
        return List.of(isInstance());
    }

    String isInstance() {
        return labels.instance() + "!=\"\"";
    }

    /** 1 for each instance; a sample that is no number is one of an instance too. */
    private String instance(List<String> matchers) {
        return "group by (" + labels.all() + ") (" + Selection.presence(matchers) + ")";
    }

    /** The reading of each instance as a ratio, of two the higher one. */
    String reading(List<String> matchers) {
        String highest = "max by (" + labels.all() + ") (" + valid(matchers) + ")";
        return "clamp_max(" + highest + (percent ? " / 100" : "") + ", 1)";
    }

    /** The samples that are readings: blanks, and what is not a number, are none. */
    private String valid(List<String> matchers) {
        return Selection.utilization(matchers) + " >= 0 <= " + (percent ? PERCENT_LIMIT : RATIO_LIMIT);
    }

    /** Whole numbers without a point; else all digits that a double has. */
    private static String number(double weight) {
        return weight == Math.rint(weight) && Math.abs(weight) < 1e15
                ? String.valueOf((long) weight)
                : String.valueOf(weight);
    }
}
