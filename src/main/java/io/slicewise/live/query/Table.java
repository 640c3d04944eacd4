package io.slicewise.live.query;

import io.slicewise.live.http.ApiAnswer;
import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A small answer: what a server computed, by its labels.
 *
 * @param rows a series each, in the order of the answer
 */
public record Table(List<Row> rows) {
    public Table {
        rows = List.copyOf(rows);
    }

    /** A series: its labels, and at least one value at its time. */
    public static final class Row {
        private final Map<String, String> labels;
        private final long[] millis;
        private final double[] values;

        private Row(Map<String, String> labels, long[] millis, double[] values) {
            this.labels = labels;
            this.millis = millis;
            this.values = values;
        }

        /** How many values there are; one of an instant query. */
        public int size() {
            return values.length;
        }

        /** When a value is, in milliseconds since 1970 UTC. */
        public long millis(int index) {
            return millis[index];
        }

        /** A value; NaN where the server says so. */
        public double value(int index) {
            return values[index];
        }

        /** A label; empty where it is missing, as Prometheus has it. */
        public String label(String name) {
            return labels.getOrDefault(name, "");
        }

        /** The last value. */
        public double last() {
            return values[values.length - 1];
        }
    }

    /** The value of an answer that has one row; 0 for one that has none, as a count of nothing is. */
    public double onlyOrZero() {
        return rows.isEmpty() ? 0 : rows.getFirst().last();
    }

    /**
     * Reads an answer of {@code query} or {@code query_range}.
     *
     * @throws IOException where it is not one
     */
    public static Table of(ApiAnswer answer) throws IOException {
        try (InputStream in = answer.open();
                JsonParser p = JsonTokens.of(in)) {
            Reading reading = new Reading(p);
            reading.document();
            return new Table(reading.rows);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    /** Reads token by token: an answer with a million points never becomes a tree. */
    private static final class Reading {
        private final JsonParser p;
        private final NumberText number = new NumberText();
        private final List<Row> rows = new ArrayList<>();
        private long[] millis = new long[16];
        private double[] values = new double[16];
        private int count;

        Reading(JsonParser p) {
            this.p = p;
        }

        void document() {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (String field = p.nextName(); field != null; field = p.nextName()) {
                JsonToken token = p.nextToken();
                if (field.equals("data") && token == JsonToken.START_OBJECT) {
                    data();
                } else {
                    p.skipChildren();
                }
            }
        }

        private void data() {
            for (String field = p.nextName(); field != null; field = p.nextName()) {
                JsonToken token = p.nextToken();
                if (field.equals("result") && token == JsonToken.START_ARRAY) {
                    for (JsonToken one = p.nextToken(); one != JsonToken.END_ARRAY; one = p.nextToken()) {
                        if (one == JsonToken.START_OBJECT) {
                            series();
                        } else {
                            p.skipChildren();
                        }
                    }
                } else {
                    p.skipChildren();
                }
            }
        }

        private void series() {
            Map<String, String> labels = new LinkedHashMap<>();
            count = 0;
            for (String field = p.nextName(); field != null; field = p.nextName()) {
                JsonToken token = p.nextToken();
                switch (field) {
                    case "metric" -> labels(labels);
                    case "value" -> pair();
                    case "values" -> {
                        if (token == JsonToken.START_ARRAY) {
                            while (p.nextToken() != JsonToken.END_ARRAY) {
                                pair();
                            }
                        }
                    }
                    default -> p.skipChildren();
                }
            }
            if (count > 0) {
                rows.add(new Row(labels, Arrays.copyOf(millis, count), Arrays.copyOf(values, count)));
            }
        }

        private void labels(Map<String, String> labels) {
            for (String name = p.nextName(); name != null; name = p.nextName()) {
                p.nextToken();
                labels.put(name, p.getString());
            }
        }

        /** {@code [seconds, "value"]}. */
        private void pair() {
            if (p.currentToken() != JsonToken.START_ARRAY) {
                p.skipChildren();
                return;
            }
            boolean time = p.nextToken().isNumeric() && number();
            long at = time ? Math.round(number.value() * 1000) : 0;
            boolean value = p.nextToken() != JsonToken.END_ARRAY && number();
            while (p.currentToken() != JsonToken.END_ARRAY) {
                p.nextToken();
            }
            if (time && value) {
                add(at, number.value());
            }
        }

        private boolean number() {
            return p.currentToken().isScalarValue()
                    && number.read(p.getStringCharacters(), p.getStringOffset(), p.getStringLength());
        }

        private void add(long at, double value) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            millis[count] = at;
            values[count++] = value;
        }
    }
}
