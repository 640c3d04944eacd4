package io.slicewise.promql.servers;

import io.slicewise.promql.query.Explained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server says, held against what the product says. */
final class Comparison {
    private static final double NEAR = 1e-9;

    private final Server server;
    private final List<String> problems = new ArrayList<>();
    private double largest;
    private int queries;
    private int values;

    Comparison(Server server) {
        this.server = server;
    }

    /** Holds a query against figures by labels; a figure that is {@code NaN} must not be there. */
    void hold(Explained query, Map<Map<String, String>, Double> expected) {
        hold(query.figure() + " by " + query.level().labels(), query.pretty(), expected);
    }

    void hold(String what, String query, Map<Map<String, String>, Double> expected) {
        queries++;
        Map<Map<String, String>, Double> left = new HashMap<>(expected);
        for (Server.Sample sample : server.query(query)) {
            Double wanted = left.remove(sample.labels());
            double difference = wanted == null ? Double.NaN : Math.abs(wanted - sample.value());
            if (difference <= NEAR) {
                largest = Math.max(largest, difference);
                values++;
            } else {
                problems.add(what + sample.labels() + " is " + sample.value() + ", not " + wanted + "\n" + query);
            }
        }
        left.values().removeIf(value -> value.isNaN());
        left.forEach((labels, value) -> problems.add(what + labels + " is missing, not " + value + "\n" + query));
    }

    List<String> problems() {
        return problems;
    }

    /** A row of a table. */
    String row(String name) {
        return "| %s | %s | %d | %d | %.1e |".formatted(server, name, queries, values, largest);
    }
}
