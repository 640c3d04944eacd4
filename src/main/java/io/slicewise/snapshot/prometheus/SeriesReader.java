package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.SourceLabels;
import io.slicewise.snapshot.json.NumberText;
import io.slicewise.snapshot.json.Tally;
import io.slicewise.snapshot.prometheus.SeriesSink.Head;
import io.slicewise.text.Where;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one series: {@code {"metric":{…},"value":[t,"v"]}}, with {@code "values":[[t,"v"],…]}, or with
 * {@code "values":[v,…],"timestamps":[ms,…]}. Fields stand in any order and others are skipped; a sample that is
 * malformed costs only itself.
 */
final class SeriesReader implements SampleFeed.Taker {
    private static final String NAME = "__name__";
    private static final int CHUNK = 8192;

    /** Samples of one series that are kept until its labels or its timestamps are known: 64 MB of them. */
    private static final int MOST = 1 << 22;

    /** Later than the year 5000 in seconds: a time in milliseconds. */
    private static final double MILLIS_FROM = 1e11;

    private final SeriesSink sink;
    private final Tally tally;
    private final LongFunction<Where> where;
    private final SourceLabels names = new SourceLabels();
    private final NumberText number = new NumberText();
    private final StringBuilder labels = new StringBuilder();

    private long[] times = new long[CHUNK];
    private double[] values = new double[CHUNK];
    private int timeCount;
    private int valueCount;

    private long place;
    private @Nullable SampleFeed feed;
    private @Nullable Head head;
    private boolean wanted;
    private boolean begun;
    private boolean separate;
    private boolean full;
    private boolean hasSamples;
    private boolean hasList;

    SeriesReader(SeriesSink sink, Tally tally, LongFunction<Where> where) {
        this.sink = sink;
        this.tally = tally;
        this.where = where;
    }

    /** Samples come through this, past the parser. */
    void feed(SampleFeed newFeed) {
        feed = newFeed;
    }

    /** Reads the object that begins at the parser's token, up to its end. */
    void read(JsonParser p, long at) {
        start(at);
        boolean whole = false;
        try {
            for (String field = p.nextName(); field != null; field = p.nextName()) {
                p.nextToken();
                field(p, field);
            }
            complete();
            whole = true;
        } finally {
            // a file that ends in the middle of a series ends the series
            if (separate && !whole) {
                // the last number can be short of digits, and no one knows which values have no time
                timeCount = 0;
                valueCount = 0;
            }
            if (begun) {
                flush();
                sink.end();
                begun = false;
            }
        }
    }

    private void start(long at) {
        place = at;
        // what a line left behind that broke off among its labels
        names.take();
        head = null;
        wanted = true;
        begun = false;
        separate = false;
        full = false;
        hasSamples = false;
        hasList = false;
        timeCount = 0;
        valueCount = 0;
    }

    private void field(JsonParser p, String field) {
        switch (field) {
            case "metric" -> metric(p);
            case "value" -> {
                hasSamples = true;
                pair(p);
            }
            case "values" -> values(p);
            case "timestamps" -> timestamps(p);
            case "histogram", "histograms" -> {
                hasSamples = true;
                fault("snapshot.prometheus.histogram");
                p.skipChildren();
            }
            default -> p.skipChildren();
        }
    }

    private void complete() {
        if (head == null) {
            fault("snapshot.prometheus.element");
            return;
        }
        if (!hasSamples) {
            fault("snapshot.prometheus.noSamples");
        }
        if (separate) {
            if (timeCount != valueCount) {
                fault("snapshot.prometheus.lengths");
                timeCount = 0;
                valueCount = 0;
            }
            begin();
        }
        if (full) {
            fault("snapshot.prometheus.tooMany");
        }
    }

    private void metric(JsonParser p) {
        if (p.currentToken() != JsonToken.START_OBJECT) {
            p.skipChildren();
            return;
        }
        String metric = "";
        labels.setLength(0);
        for (String name = p.nextName(); name != null; name = p.nextName()) {
            JsonToken token = p.nextToken();
            if (token.isStructStart()) {
                fault("snapshot.prometheus.label");
                p.skipChildren();
                continue;
            }
            String value = token == JsonToken.VALUE_NULL ? "" : p.getString();
            labels.append(name).append('\u0001').append(value).append('\u0002');
            if (name.equals(NAME)) {
                metric = value;
            } else {
                names.put(name, value);
            }
        }
        head = new Head(metric, names.take(), labels.toString(), place);
        if (!separate) {
            begin();
        }
    }

    private void begin() {
        if (head != null && !begun) {
            begun = true;
            wanted = sink.begin(head);
        }
    }

    /** Whether the series that was read last had a list of samples, as ranges have. */
    boolean hasList() {
        return hasList;
    }

    private void values(JsonParser p) {
        hasSamples = true;
        hasList = true;
        if (p.currentToken() != JsonToken.START_ARRAY) {
            fault("snapshot.prometheus.sample");
            p.skipChildren();
            return;
        }
        if (!wanted) {
            p.skipChildren();
            return;
        }
        for (JsonToken token = next(p); token != JsonToken.END_ARRAY; token = next(p)) {
            if (token == JsonToken.START_ARRAY) {
                pair(p);
            } else if (token == JsonToken.START_OBJECT) {
                fault("snapshot.prometheus.sample");
                p.skipChildren();
            } else {
                boolean isNumber = value(p);
                if (!isNumber) {
                    fault("snapshot.prometheus.sample");
                }
                // keeps its place, so that the others keep their times
                addValue(isNumber ? number.value() : Double.NaN);
            }
        }
    }

    /** The next token of a list of samples, behind those that need none. */
    private JsonToken next(JsonParser p) {
        SampleFeed from = feed;
        if (from == null) {
            return p.nextToken();
        }
        from.waitFor(this);
        try {
            return p.nextToken();
        } finally {
            from.goOn();
        }
    }

    private void timestamps(JsonParser p) {
        separate = true;
        if (p.currentToken() != JsonToken.START_ARRAY) {
            p.skipChildren();
            return;
        }
        for (JsonToken token = next(p); token != JsonToken.END_ARRAY; token = next(p)) {
            if (token.isNumeric() && value(p)) {
                addTime(Math.round(number.value()));
            } else {
                // no time at all: the series has fewer of them than values
                p.skipChildren();
            }
        }
    }

    /** A pair of a time in seconds and a value as text. */
    private void pair(JsonParser p) {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            fault("snapshot.prometheus.sample");
            p.skipChildren();
            return;
        }
        int index = 0;
        boolean good = true;
        long time = 0;
        double value = Double.NaN;
        for (JsonToken token = p.nextToken(); token != JsonToken.END_ARRAY; token = p.nextToken()) {
            if (index == 0) {
                good = !token.isStructStart() && value(p) && Math.abs(number.value()) < Long.MAX_VALUE / 1000.0;
                time = good ? millis(number.value()) : 0;
            } else if (index == 1) {
                good &= !token.isStructStart() && value(p);
                value = number.value();
            }
            p.skipChildren();
            index++;
        }
        if (!good || index != 2) {
            fault("snapshot.prometheus.sample");
        } else if (wanted) {
            addPair(time, value);
        }
    }

    private static long millis(double time) {
        return Math.round(Math.abs(time) < MILLIS_FROM ? time * 1000 : time);
    }

    /** Whether the token is a number, written as one or as text; nothing is a value that is none. */
    private boolean value(JsonParser p) {
        JsonToken token = p.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return number.read(new char[] {'N', 'a', 'N'}, 0, 3);
        }
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            return false;
        }
        return number.read(p.getStringCharacters(), p.getStringOffset(), p.getStringLength());
    }

    @Override
    public void addPair(long time, double value) {
        if (begun && valueCount == CHUNK) {
            flush();
        }
        keepTime(time);
        keepValue(value);
    }

    @Override
    public void addTime(long time) {
        keepTime(time);
    }

    @Override
    public void addValue(double value) {
        separate = true;
        keepValue(value);
    }

    private void keepTime(long time) {
        if (timeCount == times.length) {
            if (timeCount >= MOST) {
                full = true;
                return;
            }
            times = Arrays.copyOf(times, 2 * timeCount);
        }
        times[timeCount++] = time;
    }

    private void keepValue(double value) {
        if (valueCount == values.length) {
            if (valueCount >= MOST) {
                full = true;
                return;
            }
            values = Arrays.copyOf(values, 2 * valueCount);
        }
        values[valueCount++] = value;
    }

    private void flush() {
        int count = Math.min(timeCount, valueCount);
        if (wanted && count > 0) {
            sink.samples(times, values, count);
        }
        timeCount = 0;
        valueCount = 0;
    }

    private void fault(String message) {
        tally.add(message, where.apply(place));
    }
}
