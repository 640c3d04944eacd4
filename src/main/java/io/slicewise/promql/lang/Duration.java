package io.slicewise.promql.lang;

import java.util.List;

/**
 * A length of time.
 *
 * @param millis in milliseconds, can be negative in an offset; 0 where {@code variable} says it
 * @param variable a Grafana variable, {@code $__rate_interval}; empty for a fixed length
 */
public record Duration(long millis, String variable) {
    private record Unit(String name, long millis) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365L * 24 * 3600 * 1000),
            new Unit("w", 7L * 24 * 3600 * 1000),
            new Unit("d", 24L * 3600 * 1000),
            new Unit("h", 3600L * 1000),
            new Unit("m", 60L * 1000),
            new Unit("s", 1000),
            new Unit("ms", 1));

    public static Duration ofMillis(long millis) {
        return new Duration(millis, "");
    }

    public static Duration ofMinutes(long minutes) {
        return ofMillis(minutes * 60_000);
    }

    static Duration named(String variable) {
        return new Duration(0, variable);
    }

    /** Milliseconds of a unit; -1 for no unit. */
    static long unit(String name) {
        return UNITS.stream()
                .filter(unit -> unit.name().equals(name))
                .mapToLong(Unit::millis)
                .findFirst()
                .orElse(-1);
    }

    Duration negated() {
        return new Duration(-millis, variable.isEmpty() ? "" : "-" + variable);
    }

    /** {@code 1d12h}; the largest units first, and never weeks or years where days are not full ones of them. */
    @Override
    public String toString() {
        if (!variable.isEmpty()) {
            return variable;
        }
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long left = Math.abs(millis);
        for (Unit unit : UNITS) {
            boolean large = unit.name().equals("y") || unit.name().equals("w");
            if (left >= unit.millis() && (!large || left % unit.millis() == 0)) {
                text.append(left / unit.millis()).append(unit.name());
                left %= unit.millis();
            }
        }
        return text.toString();
    }
}
