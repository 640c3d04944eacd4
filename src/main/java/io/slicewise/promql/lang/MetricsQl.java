package io.slicewise.promql.lang;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What VictoriaMetrics' language has beyond PromQL: told by name where a query is refused for it. */
final class MetricsQl {
    private static final Pattern TEMPLATES = Pattern.compile("(?i)\\bWITH\\s*+\\(");
    private static final Pattern WORD =
            Pattern.compile("(?i)(?:default|ifnot|if|keep_metric_names|limit|or)(?!\\w)|\\*");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\d++(?:\\.\\d++)?(?:[kmgt]i?b?|i)(?!\\w)");

    private MetricsQl() {}

    /** What of that language stands where a query was refused; empty where it was refused for something else. */
    static Optional<String> named(String query, SyntaxException refused) {
        if (TEMPLATES.matcher(query).find()) {
            return Optional.of("WITH");
        }
        return switch (refused.why().key()) {
            case "promql.syntax.number" -> at(query, refused.at(), NUMBER);
            case "promql.syntax.expected.end", "promql.syntax.expected.sign", "promql.syntax.expected.label" ->
                at(query, refused.at(), WORD);
            default -> Optional.empty();
        };
    }

    private static Optional<String> at(String query, int place, Pattern pattern) {
        Matcher matcher = pattern.matcher(query).region(place, query.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
