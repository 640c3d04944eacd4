package io.slicewise.snapshot;

import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Fixtures and results for the tests of the formats' own packages. */
public final class Reads {
    private Reads() {}

    /** A fixture of this folder or one below. */
    public static String fixture(String file) {
        try (InputStream in = Reads.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text in a format. */
    public static SnapshotRead read(SnapshotFormat format, String name, String text, SnapshotOptions options) {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return SnapshotReading.one(format, name, in, ReadWatch.NONE).finish(Fleets.CATALOGUE, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The snapshot, which must be there. */
    public static Snapshot snapshot(SnapshotRead read) {
        return Exports.snapshot(read);
    }

    /** {@code warning 12: …}, in English. */
    public static List<String> english(List<Problem> problems) {
        return Exports.english(problems);
    }
}
