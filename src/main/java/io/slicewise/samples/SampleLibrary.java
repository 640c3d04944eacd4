package io.slicewise.samples;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import io.slicewise.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The samples that ship with the product, in the order of the Library.
 *
 * @param groups its shelves
 */
public record SampleLibrary(List<Group> groups) {
    private static final String INDEX = "index.json";
    private static final int FORMAT_VERSION = 1;
    private static final SampleLibrary BUILT_IN = read();
    private static final Set<String> FILES =
            BUILT_IN.all().stream().map(Sample::file).collect(Collectors.toUnmodifiableSet());

    public SampleLibrary {
        groups = List.copyOf(groups);
    }

    /**
     * Samples that belong together.
     *
     * @param name the shelf's name
     * @param samples in the order to look at them
     */
    public record Group(Wording name, List<Sample> samples) {
        public Group {
            samples = List.copyOf(samples);
        }
    }

    /** What ships with the product. */
    public static SampleLibrary builtIn() {
        return BUILT_IN;
    }

    private static SampleLibrary read() {
        List<Problem> problems = new ArrayList<>();
        JsonValue root = JsonDocument.parse(INDEX, resource(INDEX), problems);
        List<Group> groups = new ArrayList<>();
        if (root != null && root.objectOf(Set.of("formatVersion", "groups"))) {
            root.get("formatVersion").requiredInteger(FORMAT_VERSION, FORMAT_VERSION);
            for (JsonValue group : root.get("groups").items()) {
                group.objectOf(Set.of("name", "samples"));
                groups.add(new Group(
                        wording(group.get("name")),
                        group.get("samples").items().stream()
                                .map(SampleLibrary::sample)
                                .toList()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the index of the samples is damaged: " + problems);
        }
        return new SampleLibrary(groups);
    }

    /** All samples, in order. */
    public List<Sample> all() {
        return groups.stream().flatMap(group -> group.samples().stream()).toList();
    }

    /**
     * Whether a file is called like a sample.
     *
     * @param path its name, with folders or without
     */
    public static boolean isNamed(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return FILES.contains(name);
    }

    /** The sample of a file name. */
    public Sample named(String file) {
        return all().stream()
                .filter(sample -> sample.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample is called " + file));
    }

    /** The sample's file. */
    public static byte[] bytes(Sample sample) {
        return resource(sample.file());
    }

    private static Sample sample(JsonValue value) {
        value.objectOf(Set.of("file", "title", "shows"));
        return new Sample(
                Objects.requireNonNullElse(value.get("file").requiredString(), ""),
                wording(value.get("title")),
                wording(value.get("shows")));
    }

    private static Wording wording(JsonValue value) {
        value.objectOf(Language.codes());
        return Wording.each(language ->
                Objects.requireNonNullElse(value.get(language.code()).requiredString(), ""));
    }

    private static byte[] resource(String name) {
        try (InputStream in = SampleLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sample " + name + " is missing from the product");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
