package io.slicewise.desktop.plan;

import io.slicewise.planning.size.SizeRules;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;

/** What full instances read, as a person types it: {@code 2g=0.5, 3g=33%}. */
record FullReadings(ObjectProperty<SizeRules> rules) {
    private static final Pattern ONE = Pattern.compile("(\\d{1,2})g?(?:\\.\\S*)?\\s*=\\s*(\\S+)");

    String shown() {
        return new TreeMap<>(rules.get().full())
                .entrySet().stream()
                        .map(one -> one.getKey() + "g=" + Typed.shownPercent(one.getValue()) + "%")
                        .collect(Collectors.joining(", "));
    }

    boolean take(String typed) {
        Map<Integer, Double> full = new HashMap<>();
        for (String part : typed.strip().split("[,;]\\s*|\\s+(?=\\d+g)")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher parts = ONE.matcher(part.strip());
            OptionalDouble reading = parts.matches() ? Typed.ratio(parts.group(2)) : OptionalDouble.empty();
            if (reading.isEmpty() || reading.getAsDouble() <= 0 || reading.getAsDouble() > 1) {
                return false;
            }
            full.put(Integer.valueOf(parts.group(1)), reading.getAsDouble());
        }
        SizeRules now = rules.get();
        rules.set(new SizeRules(now.quantile(), now.target(), now.margin(), full));
        return true;
    }
}
