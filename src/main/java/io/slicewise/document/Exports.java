package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.archive.Archive;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Opens what monitoring exported: one file, or all files of an archive as one snapshot. */
final class Exports {
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final ReadWatch watch;

    private final Formats formats;

    /**
     * @param catalogue where models are looked up
     * @param options what a person decided
     * @param formats those that are read
     * @param watch can stop what comes after the reading; that the reading itself is watched is the stream's affair
     */
    Exports(Catalogue catalogue, SnapshotOptions options, Formats formats, ReadWatch watch) {
        this.catalogue = catalogue;
        this.options = options;
        this.watch = watch;
        this.formats = formats;
    }

    /** The format of a file that begins so; {@code null} where it is none that several files can share a snapshot in. */
    @Nullable
    SnapshotFormat recognise(byte[] prefix) {
        return formats.recognise(prefix);
    }

    /** Opens an export. */
    Opened one(SnapshotFormat format, String name, InputStream in) throws IOException {
        return opened(SnapshotReading.one(format, name, in, ReadWatch.NONE), watch);
    }

    /**
     * Opens the exports of an archive. What is no export is left out and named.
     *
     * @param layers the archive, with its compression taken off
     */
    Opened archive(String name, Layers layers, Meter meter) throws IOException {
        SnapshotReading reading = SnapshotReading.several(name);
        addArchive(reading, name, layers, meter);
        return opened(reading, watch);
    }

    /** Adds the exports of an archive to others. */
    void addArchive(SnapshotReading reading, String name, Layers layers, Meter meter) throws IOException {
        Archive archive = Archive.of(layers.packing(), layers.content(), meter);
        boolean goOn = true;
        for (Archive.Entry entry = archive.next(); entry != null && goOn; entry = archive.next()) {
            goOn = entry.isHidden() || add(reading, name + "!" + entry.name(), entry, meter);
        }
        note(reading, name, archive.damage());
    }

    /** Adds an export to others. */
    void addFile(SnapshotReading reading, SnapshotFormat format, String name, Layers layers) throws IOException {
        reading.add(format, name, layers.content(), ReadWatch.NONE);
    }

    private boolean add(SnapshotReading reading, String file, Archive.Entry entry, Meter meter) throws IOException {
        Layers layers = Layers.open(entry.content(), Beginning.LENGTH, meter);
        SnapshotFormat format = layers.packing().isArchive() ? null : recognise(layers.prefix());
        boolean goOn = true;
        if (format != null) {
            goOn = reading.add(format, file, layers.content(), ReadWatch.NONE);
        } else if (layers.prefix().length > 0) {
            reading.note(Problem.info(Where.file(file), Text.of("document.leftOut")));
        }
        note(reading, file, layers.damage());
        note(reading, file, entry.content().damage());
        return goOn;
    }

    /** Says why something ended early; nothing where it did not. */
    static void note(SnapshotReading reading, String file, @Nullable Text damage) {
        if (damage != null) {
            reading.note(Problem.warning(Where.file(file), Text.of("snapshot.archive.readBefore", damage)));
        }
    }

    /** What a reading amounts to, while a person watches. */
    Opened opened(SnapshotReading reading, ReadWatch its) {
        SnapshotRead read = reading.finish(catalogue, options, its);
        Snapshot snapshot = read.snapshot();
        return snapshot == null
                ? new NotOpened(read.problems(), read.questions())
                : new SnapshotOpened(snapshot, read.questions());
    }
}
