package io.slicewise.desktop.help;

import io.slicewise.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each version brought, the newest first: {@code CHANGELOG.md} of the sources, as people read it there. A heading of the
 * second level is a version, one of the third a language by its own name, and each point of a list is something new.
 */
public record Changelog(List<Release> releases) {
    private static final String FILE = "CHANGELOG.md";

    public Changelog {
        releases = List.copyOf(releases);
    }

    /**
     * A version.
     *
     * @param version such as {@code 0.1.0}
     * @param points what is new, by the language's code
     */
    public record Release(String version, Map<String, List<String>> points) {
        /** What is new, in a language, else in the standard one. */
        public List<String> in(Language language) {
            List<String> said = points.get(language.code());
            return said == null ? points.getOrDefault(Language.standard().code(), List.of()) : said;
        }
    }

    /** Of the product that runs; empty where it was not built, but started from its classes. */
    static Changelog ofProduct() {
        try (InputStream in = Changelog.class.getResourceAsStream(FILE)) {
            return parse(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return new Changelog(List.of());
        }
    }

    /** Reads the file; what is none of its kinds of lines is for its readers alone. */
    static Changelog parse(String text) {
        List<Release> releases = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("## ")) {
                points = new ArrayList<>();
                releases.add(new Release(line.substring(3).strip(), new HashMap<>()));
            } else if (line.startsWith("### ") && !releases.isEmpty()) {
                points = new ArrayList<>();
                releases.getLast().points().put(code(line.substring(4).strip()), points);
            } else if (line.startsWith("- ")) {
                points.add(line.substring(2).strip());
            }
        }
        return new Changelog(releases);
    }

    private static String code(String name) {
        return Language.all().stream()
                .map(Language::code)
                .filter(code -> {
                    Locale locale = Locale.of(code);
                    return locale.getDisplayLanguage(locale).equals(name);
                })
                .findFirst()
                .orElse(name);
    }
}
