package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.json.Shown;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What stands around the results of answers: what the server says about itself, and what it answered instead. */
final class Envelope {
    private static final int SHOWN = 3;

    private final String file;
    private final List<Problem> remarks = new ArrayList<>();
    private String errorType = "";
    private String error = "";
    private boolean failed;
    private int answers;
    private boolean partial;
    private @Nullable Text single;

    Envelope(String file) {
        this.file = file;
    }

    /** A further answer begins. */
    void begin() {
        answers++;
    }

    /** Takes a field of an answer that is not its data; skips what no one needs. */
    void field(JsonParser p, String name) {
        switch (name) {
            case "status" -> failed |= text(p).equals("error");
            case "errorType" -> errorType = text(p);
            case "error", "message" -> error = text(p);
            case "warnings" -> remarks(p, true);
            case "infos" -> remarks(p, false);
            case "isPartial" -> partial |= p.currentToken() == JsonToken.VALUE_TRUE;
            default -> p.skipChildren();
        }
    }

    /** A result that is one value and no series. */
    void single(String type, String value) {
        single = Text.of("snapshot.prometheus.single", Text.of("snapshot.prometheus.type." + type), Shown.of(value));
    }

    /** What the server answered instead of series; {@code null} where it did not. */
    @Nullable
    Text insteadOfSeries() {
        if (failed) {
            return Text.of(
                    "snapshot.prometheus.error", errorType.isEmpty() ? "?" : errorType, error.isEmpty() ? "?" : error);
        }
        return single;
    }

    /** How many answers there were. */
    int answers() {
        return answers;
    }

    /** What the server said about its answers. */
    List<Problem> remarks() {
        List<Problem> all = new ArrayList<>(remarks);
        if (partial) {
            all.add(Problem.warning(Where.file(file), Text.of("snapshot.prometheus.partial")));
        }
        return all;
    }

    private void remarks(JsonParser p, boolean warning) {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            p.skipChildren();
            return;
        }
        for (JsonToken token = p.nextToken(); token != JsonToken.END_ARRAY; token = p.nextToken()) {
            if (token != JsonToken.VALUE_STRING || remarks.size() >= SHOWN) {
                p.skipChildren();
                continue;
            }
            String said = Shown.of(p.getString());
            remarks.add(
                    warning
                            ? Problem.warning(Where.file(file), Text.of("snapshot.prometheus.warning", said))
                            : Problem.info(Where.file(file), Text.of("snapshot.prometheus.info", said)));
        }
    }

    private static String text(JsonParser p) {
        if (p.currentToken().isScalarValue() && p.currentToken() != JsonToken.VALUE_NULL) {
            return Shown.of(p.getString());
        }
        p.skipChildren();
        return "";
    }
}
