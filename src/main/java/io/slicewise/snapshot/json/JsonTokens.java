package io.slicewise.snapshot.json;

import io.slicewise.json.NotJson;
import io.slicewise.text.Text;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON as tokens of a stream. */
public final class JsonTokens {
    /** Deeper and longer than any export; what an attack would need lies far above. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(500)
            .maxStringLength(1 << 20)
            .maxNameLength(1 << 16)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private JsonTokens() {}

    /** Reads tokens; several values may stand one after the other. */
    public static JsonParser of(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /**
     * Where and why something is no JSON.
     *
     * @param line the line, from 1; 0 where it is not known
     * @param column the column, from 1
     * @param reason why, half a sentence
     */
    public record Broken(long line, long column, Text reason) {}

    /**
     * Takes apart what the parser threw.
     *
     * @throws IOException where it was the source that failed
     */
    public static Broken broken(JacksonException e) throws IOException {
        if (e.getCause() instanceof IOException source) {
            throw source;
        }
        TokenStreamLocation at = e.getLocation();
        return new Broken(
                at == null ? 0 : Math.max(0, at.getLineNr()),
                at == null ? 0 : Math.max(0, at.getColumnNr()),
                NotJson.reason(e));
    }
}
