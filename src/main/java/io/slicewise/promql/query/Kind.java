package io.slicewise.promql.query;

import io.slicewise.promql.lang.Matcher;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What weighs alike.
 *
 * @param weight of each
 * @param matchers that say what it is
 */
record Kind(double weight, List<Matcher> matchers) {
    /** As many models as anyone reads in a comment. */
    private static final int FEW = 3;

    Kind {
        matchers = List.copyOf(matchers);
    }

    /** All kinds of GPUs, by their models: those that weigh alike together. */
    static List<Kind> ofGpus(QueryPlan plan) {
        Map<Double, String> models = new LinkedHashMap<>();
        plan.hardware()
                .classes()
                .forEach(alike -> models.merge(alike.capacity(), alike.models(), (a, b) -> a + "|" + b));
        return models.entrySet().stream()
                .map(alike -> new Kind(
                        alike.getKey(), List.of(Matcher.regex(plan.names().model(), alike.getValue()))))
                .toList();
    }

    /** What instances weigh, in words. */
    static Listing weights(QueryPlan plan) {
        return listed(
                plan,
                alike -> new Listing(alike.terms().stream()
                        .map(term -> Text.of(
                                "promql.note.weight",
                                term.profiles()
                                        .replace("[.].*", "")
                                        .replace("[.]", ".")
                                        .replaceAll("[()]", ""),
                                new Decimal(term.weight(), 6)))
                        .toList()));
    }

    /** What GPUs weigh, in words. */
    static Listing wholes(QueryPlan plan) {
        return listed(plan, alike -> new Decimal(alike.capacity(), 6));
    }

    /** Something of each class of models; where there is one class, the models need no name. */
    private static Listing listed(QueryPlan plan, Function<ModelClass, Object> what) {
        List<ModelClass> classes = plan.hardware().classes();
        return new Listing(classes.stream()
                .map(alike -> classes.size() == 1
                        ? what.apply(alike)
                        : Text.of("promql.note.ofModels", models(alike), what.apply(alike)))
                .toList());
    }

    private static Listing models(ModelClass alike) {
        List<String> printed = alike.printed().stream()
                .map(name -> name.startsWith("NVIDIA ") ? name.substring("NVIDIA ".length()) : name)
                .toList();
        return Listing.first(printed, FEW);
    }
}
