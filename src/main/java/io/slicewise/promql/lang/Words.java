package io.slicewise.promql.lang;

import java.util.Locale;
import java.util.Set;

/** The words that mean something. Most can also be the name of a metric, and all of them that of a label. */
final class Words {
    static final Set<String> WITH_PARAMETER =
            Set.of("topk", "bottomk", "quantile", "count_values", "limitk", "limit_ratio");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "group", "stddev", "stdvar", "count");
    private static final Set<String> NEVER_METRICS =
            Set.of("on", "ignoring", "group_left", "group_right", "bool", "atan2");

    private static final Set<String> NEVER_FUNCTIONS = Set.of("by", "without", "offset", "and", "or", "unless");

    private Words() {}

    static boolean isAggregation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return AGGREGATIONS.contains(lower) || WITH_PARAMETER.contains(lower);
    }

    /** Whether a word, in lower case, can be the name of a metric without quotes. */
    static boolean isMetric(String word) {
        return !NEVER_METRICS.contains(word);
    }

    /** Whether a word, in lower case, can be the name of a function. */
    static boolean isFunction(String word) {
        return isMetric(word) && !NEVER_FUNCTIONS.contains(word) && word.indexOf(':') < 0;
    }
}
