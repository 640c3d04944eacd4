package io.slicewise.promql.query;

import io.slicewise.promql.lang.Matcher;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What weighs alike.
 *
 * @param weight of each
 * @param matchers that say what it is
 */
record Kind(double weight, List<Matcher> matchers) {
    /** As many models as anybody reads in a comment. */
    private static final int FEW = 3;

    Kind {
        matchers = List.copyOf(matchers);
    }

    /** All kinds of instances, by their profiles and models. */
    static List<Kind> ofInstances(QueryPlan plan) {
        List<Kind> kinds = new ArrayList<>();
        for (ModelClass models : plan.hardware().classes()) {
            Matcher model = Matcher.regex(plan.names().model(), models.models());
            for (ModelClass.Term term : models.terms()) {
                kinds.add(new Kind(
                        term.weight(), List.of(Matcher.regex(plan.names().profile(), term.profiles()), model)));
            }
        }
        return kinds;
    }

    /** What has a weight at all, by models. */
    static List<List<Matcher>> weighed(QueryPlan plan) {
        return plan.hardware().classes().stream()
                .map(models -> List.of(
                        Matcher.regex(
                                plan.names().profile(),
                                models.terms().stream()
                                        .map(ModelClass.Term::profiles)
                                        .collect(Collectors.joining("|"))),
                        Matcher.regex(plan.names().model(), models.models())))
                .toList();
    }

    /** All kinds of GPUs, by their models. */
    static List<Kind> ofGpus(QueryPlan plan) {
        return plan.hardware().classes().stream()
                .map(models -> new Kind(
                        models.capacity(), List.of(Matcher.regex(plan.names().model(), models.models()))))
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
        List<String> few = new ArrayList<>(printed.subList(0, Math.min(FEW, printed.size())));
        if (printed.size() > FEW) {
            few.add("…");
        }
        return new Listing(few);
    }
}
