package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.call;
import static io.slicewise.promql.query.Trees.union;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.promql.lang.Expr.Str;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.lang.Promql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Weighs vectors by model and profile. A label says of which profiles a series is, where models weigh differently another
 * of which models, and the weights are a vector with the same labels: what has no weight is left out, and a query asks
 * for its series once, however many kinds there are.
 *
 * @param plan what weighs how much, and what labels are called
 */
record KindWeights(QueryPlan plan) {
    private static final String MODELS = "mig_models";
    private static final String PROFILES = "mig_profiles";
    private static final String BOTH = "mig_kind";
    private static final Pattern BY_SLICES = Pattern.compile("\\d+g\\[\\.]\\.\\*");
    private static final Expr NOTHING = new Str("");

    /** The series times their weights, those that have one. */
    Expr times(Expr kinds, Expr weights) {
        return new Binary(Op.MULTIPLY, labelled(kinds), weights, false, matching(Side.LEFT));
    }

    /** The series that have a weight, as they are. */
    Expr only(Expr kinds) {
        return new Binary(Op.AND, labelled(kinds), weights(), false, matching(Side.NONE));
    }

    private Matching matching(Side side) {
        return new Matching(true, isOfOneClass() ? List.of(PROFILES) : List.of(MODELS, PROFILES), side, List.of());
    }

    /** Where all models weigh alike, a condition on the series themselves does. */
    List<Matcher> models() {
        List<ModelClass> classes = plan.hardware().classes();
        return isOfOneClass()
                ? List.of(Matcher.regex(plan.names().model(), classes.getFirst().models()))
                : List.of();
    }

    private boolean isOfOneClass() {
        return plan.hardware().classes().size() == 1;
    }

    /** One weight for each of the models and profiles. */
    Expr weights() {
        List<Expr> weights = new ArrayList<>();
        List<ModelClass> classes = plan.hardware().classes();
        for (int i = 0; i < classes.size(); i++) {
            Map<String, Double> byKey = new LinkedHashMap<>();
            classes.get(i).terms().forEach(term -> byKey.put(key(term), term.weight()));
            for (Map.Entry<String, Double> weight : byKey.entrySet()) {
                weights.add(label(ofModels(i, weight.getValue()), PROFILES, weight.getKey()));
            }
        }
        return union(weights);
    }

    /** The same, with 0 for profiles that have none, of models that are known. */
    Expr weightsOrZero() {
        List<Expr> weights = new ArrayList<>(List.of(weights()));
        for (int i = 0; i < plan.hardware().classes().size(); i++) {
            weights.add(ofModels(i, 0));
        }
        return union(weights);
    }

    private Expr ofModels(int number, double weight) {
        Expr vector = call("vector", new Num(weight));
        return isOfOneClass() ? vector : label(vector, MODELS, models(number));
    }

    private static Expr label(Expr vector, String label, String text) {
        return call("label_replace", vector, new Str(label), new Str(text), NOTHING, NOTHING);
    }

    /** The series with the two labels, those that are known. */
    Expr labelled(Expr kinds) {
        List<ModelClass> classes = plan.hardware().classes();
        Expr labelled = kinds;
        for (int i = 0; i < classes.size() && !isOfOneClass(); i++) {
            labelled = replaced(
                    labelled,
                    MODELS,
                    models(i),
                    plan.names().model(),
                    classes.get(i).models());
        }
        String profile = plan.names().profile();
        if (isBySlices()) {
            return replaced(labelled, PROFILES, "$1", profile, "([0-9]+)g[.].*");
        }
        if (!isOfOneClass()) {
            labelled = call("label_join", labelled, new Str(BOTH), new Str(" "), new Str(MODELS), new Str(profile));
        }
        for (Map.Entry<String, String> key : profilesByKey().entrySet()) {
            labelled = replaced(labelled, PROFILES, key.getKey(), isOfOneClass() ? profile : BOTH, key.getValue());
        }
        return labelled;
    }

    /** For each weight the models and profiles that have it, as an expression of both. */
    private Map<String, String> profilesByKey() {
        Map<String, String> profiles = new LinkedHashMap<>();
        List<ModelClass> classes = plan.hardware().classes();
        for (int i = 0; i < classes.size(); i++) {
            String models = isOfOneClass() ? "" : models(i) + " ";
            for (ModelClass.Term term : classes.get(i).terms()) {
                profiles.merge(key(term), models + term.profiles(), (a, b) -> a + "|" + b);
            }
        }
        return profiles;
    }

    private static Expr replaced(Expr expr, String label, String by, String from, String expression) {
        return call("label_replace", expr, new Str(label), new Str(by), new Str(from), new Str(expression));
    }

    /** Whether the number before the {@code g} decides everywhere. */
    private boolean isBySlices() {
        return plan.hardware().classes().stream()
                .flatMap(models -> models.terms().stream())
                .allMatch(term -> BY_SLICES.matcher(term.profiles()).matches());
    }

    private String key(ModelClass.Term term) {
        return isBySlices()
                ? term.profiles().substring(0, term.profiles().indexOf('g'))
                : Promql.line(new Num(term.weight()));
    }

    private static String models(int number) {
        return String.valueOf(number + 1);
    }
}
