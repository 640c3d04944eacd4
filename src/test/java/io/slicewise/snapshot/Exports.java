package io.slicewise.snapshot;

import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads exports for tests. */
public final class Exports {
    private Exports() {}

    /** A fixture of this folder, or a sample's bytes, read with nothing decided. */
    static SnapshotRead read(String file) {
        return read(file, SnapshotOptions.NONE);
    }

    static SnapshotRead read(String file, SnapshotOptions options) {
        try (InputStream in = Exports.class.getResourceAsStream(file)) {
            return ExpositionSnapshot.read(
                    file, Objects.requireNonNull(in, file), Fleets.CATALOGUE, options, ReadWatch.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SnapshotRead readText(String text) {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return ExpositionSnapshot.read("text.prom", in, Fleets.CATALOGUE, SnapshotOptions.NONE, ReadWatch.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Snapshot snapshot(SnapshotRead read) {
        if (read.snapshot() == null) {
            throw new AssertionError(english(read.problems()));
        }
        return read.snapshot();
    }

    /** {@code warning 12: …}, in English. */
    static List<String> english(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + problem.where().line() + ": "
                        + Messages.in(Language.ENGLISH).say(problem.message()))
                .toList();
    }
}
