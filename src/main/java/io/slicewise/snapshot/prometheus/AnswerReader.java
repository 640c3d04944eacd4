package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.json.Tally;
import io.slicewise.text.Where;
import java.util.function.LongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads whole answers, and the parts of answers that {@code jq} leaves, down to their series. */
final class AnswerReader {
    /** So many bits of a place are the index of a series plus 1; those above are the number of the answer. */
    private static final int INDEX_BITS = 30;

    private static final long LAST_INDEX = (1L << INDEX_BITS) - 1;

    /** More answers in one file are all said to be this one. */
    private static final long LAST_ANSWER = (1L << 16) - 1;

    private final NewestSamples sink;
    private final Envelope envelope;
    private final Tally tally;
    private final LongFunction<Where> where;
    private final SeriesReader series;
    private long answer;
    private long index;
    private boolean range;

    AnswerReader(
            NewestSamples sink, Envelope envelope, Tally tally, LongFunction<Where> where, SampleFeed feed) {
        this.sink = sink;
        this.envelope = envelope;
        this.tally = tally;
        this.where = where;
        series = new SeriesReader(sink, tally, where);
        series.feed(feed);
    }

    /** The place of an answer's series in a file; the path counts answers only where there is more than one. */
    static Where where(String file, long place) {
        long answer = place >>> INDEX_BITS;
        long index = (place & LAST_INDEX) - 1;
        if (place == 0) {
            return Where.file(file);
        }
        return Where.path(file, (answer == 0 ? "" : "[" + answer + "].") + "data.result[" + index + "]");
    }

    /** Reads the value that begins at the parser's token, up to its end. */
    void read(JsonParser p) {
        index = 0;
        range = false;
        envelope.begin();
        try {
            if (p.currentToken() == JsonToken.START_ARRAY) {
                result(p);
            } else if (p.currentToken() == JsonToken.START_OBJECT) {
                answer(p);
            } else {
                tally.add("snapshot.prometheus.element", where.apply(place()));
            }
        } finally {
            // a file that ends in the middle of an answer has what stands before
            sink.endAnswer(range);
            answer++;
        }
    }

    private void answer(JsonParser p) {
        for (String field = p.nextName(); field != null; field = p.nextName()) {
            JsonToken token = p.nextToken();
            switch (field) {
                case "data" -> {
                    if (token == JsonToken.START_OBJECT) {
                        answer(p);
                    } else if (token == JsonToken.START_ARRAY) {
                        result(p);
                    }
                }
                case "result" -> result(p);
                default -> envelope.field(p, field);
            }
        }
    }

    private void result(JsonParser p) {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            p.skipChildren();
            return;
        }
        JsonToken token = p.nextToken();
        if (token.isNumeric()) {
            single(p);
            return;
        }
        for (; token != JsonToken.END_ARRAY; token = p.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                series.read(p, place());
                range |= series.hasList();
            } else {
                tally.add("snapshot.prometheus.element", where.apply(place()));
                p.skipChildren();
            }
            index++;
        }
    }

    /** {@code [1700000000.123, "0.75"]}: a scalar, or a text. */
    private void single(JsonParser p) {
        String value = "";
        boolean number = true;
        for (JsonToken token = p.nextToken(); token != JsonToken.END_ARRAY; token = p.nextToken()) {
            if (token.isScalarValue() && value.isEmpty()) {
                value = p.getString();
                number = value.matches("(?i)[+-]?(?:[0-9.e+-]+|inf|nan)");
            }
            p.skipChildren();
        }
        envelope.single(number ? "scalar" : "string", value);
    }

    private long place() {
        return Math.min(answer, LAST_ANSWER) << INDEX_BITS | Math.min(index + 1, LAST_INDEX);
    }
}
