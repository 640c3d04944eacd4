package io.slicewise.json;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
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
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LARGEST)
                            .setAllowDuplicateKeys(true)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlDocument() {}

    /**
     * Parses a document.
     *
     * @param file the name that problems give to it
     * @param problems gets one error, with the line, when this is not one YAML document without aliases, and a warning for
     *     each field that is there twice
     * @return the root, or {@code null} then
     */
    public static @Nullable JsonValue parse(String file, String text, List<Problem> problems) {
        try {
            List<Problem> twice = new ArrayList<>();
            int alias = lineOfAlias(file, text, twice);
            if (alias >= 0) {
                problems.add(Problem.error(Where.line(file, alias), Text.of("json.yamlAlias")));
                return null;
            }
            problems.addAll(twice);
            return new JsonValue(MAPPER.readTree(text), file, "", problems);
        } catch (JacksonException e) {
            problems.add(
                    Problem.error(Where.line(file, line(e.getLocation())), Text.of("json.notYaml", NotJson.reason(e))));
            return null;
        }
    }

    /**
     * The line of the first alias; -1 without one.
     *
     * @param twice gets the fields that are there twice, of which the last counts
     */
    private static int lineOfAlias(String file, String text, List<Problem> twice) {
        Deque<Set<String>> objects = new ArrayDeque<>();
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT, START_ARRAY -> objects.push(new HashSet<>());
                    case END_OBJECT, END_ARRAY -> objects.pop();
                    case PROPERTY_NAME -> {
                        if (!objects.element().add(parser.currentName())) {
                            int line = line(parser.currentTokenLocation());
                            twice.add(Problem.warning(
                                    Where.line(file, line), Text.of("json.yamlTwice", parser.currentName())));
                        }
                    }
                    default -> {
                        // a value
                    }
                }
                if (parser.isCurrentAlias()) {
                    return line(parser.currentTokenLocation());
                }
            }
            return -1;
        }
    }

    /** A parser with the limits of {@link #parse}. */
    static JsonParser parser(String text) {
        return MAPPER.createParser(text);
    }

    private static int line(@Nullable TokenStreamLocation at) {
        return at == null ? 0 : Math.max(at.getLineNr(), 0);
    }
}
