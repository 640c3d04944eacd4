package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.ExpositionSnapshot;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotFormat;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.SnapshotReading;
import io.slicewise.snapshot.archive.Archive;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.dcgm.DcgmJsonSnapshot;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens what monitoring exported: one file, or all files of an archive as one snapshot.
 *
 * @param catalogue where models are looked up
 * @param options what a person decided
 */
record Exports(Catalogue catalogue, SnapshotOptions options) {
    /** The format of exports of a kind; {@code null} where it is none that several files can share a snapshot in. */
    static @Nullable SnapshotFormat format(Content.Kind kind) {
        return switch (kind) {
            case EXPOSITION -> ExpositionSnapshot.format();
            case PROMETHEUS_ANSWER -> PrometheusSnapshot.answers();
            case SERIES_LINES -> PrometheusSnapshot.lines();
            case DCGM_JSON -> DcgmJsonSnapshot.format();
            default -> null;
        };
    }

    /** Opens an export. */
    Opened one(SnapshotFormat format, String name, InputStream in) throws IOException {
        return opened(SnapshotReading.one(format, name, in, ReadWatch.NONE));
    }

    /**
     * Opens the exports of an archive. What is no export is left out and named.
     *
     * @param layers the archive, with its compression taken off
     */
    Opened archive(String name, Layers layers, Meter meter) throws IOException {
        SnapshotReading reading = SnapshotReading.several(name);
        Archive archive = Archive.of(layers.packing(), layers.content(), meter);
        boolean goOn = true;
        for (Archive.Entry entry = archive.next(); entry != null && goOn; entry = archive.next()) {
            goOn = entry.isHidden() || add(reading, name + "!" + entry.name(), entry, meter);
        }
        note(reading, name, archive.damage());
        return opened(reading);
    }

    private static boolean add(SnapshotReading reading, String file, Archive.Entry entry, Meter meter)
            throws IOException {
        Layers layers = Layers.open(entry.content(), Content.PREFIX, meter);
        Content content = Content.of(layers.prefix());
        SnapshotFormat format = layers.packing().isArchive() ? null : format(content.kind());
        boolean goOn = true;
        if (format != null) {
            goOn = reading.add(format, file, layers.content(), ReadWatch.NONE);
        } else if (content.kind() != Content.Kind.EMPTY) {
            reading.note(Problem.info(Where.file(file), Text.of("document.leftOut")));
        }
        note(reading, file, layers.damage());
        note(reading, file, entry.content().damage());
        return goOn;
    }

    private static void note(SnapshotReading reading, String file, @Nullable Text damage) {
        if (damage != null) {
            reading.note(Problem.warning(Where.file(file), Text.of("snapshot.archive.readBefore", damage)));
        }
    }

    private Opened opened(SnapshotReading reading) {
        SnapshotRead read = reading.finish(catalogue, options);
        Snapshot snapshot = read.snapshot();
        return snapshot == null ? new NotOpened(read.problems()) : new SnapshotOpened(snapshot);
    }
}
