package io.slicewise.json;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Parses YAML as the same tree of values that JSON gives. Nothing is ever constructed of a tag, and a document with
 * aliases is refused: a few lines of them can stand for a billion values.
 */
public final class YamlDocument {
    private static final int LARGEST = 64 << 20;
    private static final int DEEPEST = 100;
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .loadSettings(
                            LoadSettings.builder().setCodePointLimit(LARGEST).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlDocument() {}

    /**
     * Parses a document.
     *
     * @param file the name that problems give to it
     * @param problems gets one error, with the line, when this is not one YAML document without aliases
     * @return the root, or {@code null} then
     */
    public static @Nullable JsonValue parse(String file, String text, List<Problem> problems) {
        try {
            int alias = lineOfAlias(text);
            if (alias >= 0) {
                problems.add(Problem.error(Where.line(file, alias), Text.of("json.yamlAlias")));
                return null;
            }
            return new JsonValue(MAPPER.readTree(text), file, "", problems);
        } catch (JacksonException e) {
            problems.add(Problem.error(Where.line(file, line(e.getLocation())), Text.of("json.notYaml", reason(e))));
            return null;
        }
    }

    /** The line of the first alias; -1 without one. */
    private static int lineOfAlias(String text) {
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    return line(parser.currentTokenLocation());
                }
            }
            return -1;
        }
    }

    private static int line(@Nullable TokenStreamLocation at) {
        return at == null ? 0 : Math.max(at.getLineNr(), 0);
    }

    /** The parser's own words, as far as they fit on a line. */
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int newline = message.indexOf('\n');
        return newline < 0 ? message : message.substring(0, newline);
    }
}
