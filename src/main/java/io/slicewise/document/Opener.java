package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.json.PlanFile;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.archive.ArchiveLimits;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.archive.RefusedException;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of every format that the product reads, and saves scenarios. What a file is, is decided by its content.
 *
 * @param catalogue where models are looked up
 * @param options what a person decided about exports that they do not tell themselves
 */
public record Opener(Catalogue catalogue, SnapshotOptions options) {
    /** The largest scenario that is read, in bytes: a fleet of 10,000 GPUs takes a quarter of it. */
    public static final long LARGEST_SCENARIO = 64L << 20;

    /** How systems say that a disk, or what of it a person may fill, is full. */
    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|not enough space|disk full|quota exceeded|file too large");

    /** With nothing decided about exports. */
    public Opener(Catalogue catalogue) {
        this(catalogue, SnapshotOptions.NONE);
    }

    /** Opens a file; problems give it the name of the path. */
    public Opened open(Path file) {
        return open(file, ReadWatch.NONE);
    }

    /**
     * Opens a file while a person watches.
     *
     * @param watch hears how many bytes of the file are read, of a compressed one the compressed bytes; when it cancels,
     *     what comes out is nothing, and a word that the reading was stopped
     */
    public Opened open(Path file, ReadWatch watch) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return refused(name, Text.of("document.folder"));
        }
        try (InputStream in = new WatchedFile(Files.newInputStream(file), watch)) {
            // of a pipe no one knows the size; what comes out of it is counted while it is read
            return open(name, in, Files.isRegularFile(file) ? Files.size(file) : 0, watch);
        } catch (CancellationException _) {
            return stopped(name);
        } catch (IOException e) {
            return refused(name, why(e));
        }
    }

    static Opened stopped(String name) {
        return new NotOpened(List.of(Problem.info(Where.file(name), Text.of("snapshot.cancelled"))));
    }

    /** Opens whatever it is. */
    Opened open(Input input, ReadWatch watch) {
        Path path = input.path();
        if (path != null) {
            return open(path, watch);
        }
        try (InputStream in = input.open()) {
            return open(input.name(), in);
        } catch (IOException e) {
            return refused(input.name(), why(e));
        }
    }

    /**
     * Opens several things at once. The exports among them are one snapshot: the newest reading of an instance counts,
     * one with a time before one without, and without times the one of the later file. A scenario, and what cannot be
     * opened, is a result of its own.
     *
     * @param watches gives the watch of an input, of which the reading begins
     * @return at least one result where there is an input; the snapshot stands where its first file stands
     */
    public List<Opening> open(List<Input> inputs, Function<Input, ReadWatch> watches) {
        return new SeveralFiles(this, watches).open(inputs);
    }

    /** The same, without a watch. */
    public List<Opening> open(List<Input> inputs) {
        return open(inputs, _ -> ReadWatch.NONE);
    }

    Exports exports(ReadWatch watch) {
        return new Exports(catalogue, options, Formats.of(catalogue, options), watch);
    }

    /**
     * Whether a text is an export by its shape: what a monitoring or a tool of NVIDIA's prints, no scenario and no
     * table of any kind.
     */
    public boolean recognises(String text) {
        SnapshotFormat format = format(text);
        return format != null && !format.id().equals(CsvSnapshot.ID);
    }

    /** Whether a text is a table by its shape that can be opened as an export. */
    public boolean recognisesTable(String text) {
        SnapshotFormat format = format(text);
        return format != null && format.id().equals(CsvSnapshot.ID);
    }

    private @Nullable SnapshotFormat format(String text) {
        String start = text.length() > Beginning.LENGTH ? text.substring(0, Beginning.LENGTH) : text;
        return Formats.of(catalogue, options).recognise(start.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what a person already has in memory: a sample, a paste. */
    public Opened open(String name, byte[] bytes) {
        return open(name, new ByteArrayInputStream(bytes));
    }

    /** Opens a stream, the standard input for example; it is read to its end, and not closed. */
    public Opened open(String name, InputStream in) {
        try {
            return open(name, in, 0, ReadWatch.NONE);
        } catch (IOException e) {
            return refused(name, why(e));
        }
    }

    private Opened open(String name, InputStream in, long size, ReadWatch watch) throws IOException {
        Meter meter = new Meter(ArchiveLimits.DEFAULT);
        try {
            Layers layers = Layers.open(in, Beginning.LENGTH, meter);
            Exports exports = exports(watch);
            return layers.packing().isArchive()
                    ? sound(name, layers, exports.archive(name, layers, meter))
                    : opened(name, layers, exports, layers.wasCompressed() ? 0 : size);
        } catch (RefusedException e) {
            return refused(name, e.why());
        }
    }

    /** Opens what no archive is. */
    Opened opened(String name, Layers layers, Exports exports, long size) throws IOException {
        return sound(name, layers, open(name, layers, exports, size));
    }

    /** With the word that a compression was damaged. */
    private static Opened sound(String name, Layers layers, Opened opened) {
        Text damage = layers.damage();
        return damage == null ? opened : damaged(name, opened, damage, layers.prefix().length == 0);
    }

    private static Opened damaged(String name, Opened opened, Text damage, boolean empty) {
        if (empty) {
            return refused(name, damage);
        }
        return opened.with(
                opened instanceof NotOpened
                        ? Problem.error(Where.file(name), damage)
                        : Problem.warning(Where.file(name), Text.of("snapshot.archive.readBefore", damage)));
    }

    private Opened open(String name, Layers layers, Exports exports, long size) throws IOException {
        if (PlanFiles.isDemand(layers.prefix())) {
            byte[] table = layers.content().readNBytes((int) LARGEST_SCENARIO + 1);
            return table.length > LARGEST_SCENARIO ? tooLarge(name) : PlanFiles.demand(name, table);
        }
        SnapshotFormat format = exports.recognise(layers.prefix());
        if (format != null) {
            return exports.one(format, name, layers.content());
        }
        Unrecognised other = Unrecognised.of(layers.prefix());
        return switch (other.kind()) {
            case EMPTY -> refused(name, Text.of("document.empty"));
            case JSON -> json(name, layers, size);
            case OTHER ->
                refused(name, Text.of("document.unknown", Text.of("document.looksLike." + other.looksLike())));
        };
    }

    private Opened json(String name, Layers layers, long size) throws IOException {
        if (size > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        byte[] bytes = layers.content().readNBytes((int) LARGEST_SCENARIO + 1);
        if (bytes.length > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        if (!isUtf8(bytes)) {
            return refused(name, Text.of("document.encoding"));
        }
        if (PlanFile.recognises(
                new String(bytes, 0, Math.min(bytes.length, Beginning.LENGTH), StandardCharsets.UTF_8))) {
            return PlanFiles.plan(name, bytes, catalogue);
        }
        ScenarioFile.Read read = ScenarioFile.read(name, bytes, catalogue);
        Fingerprint stored = layers.wasCompressed() ? null : Fingerprint.of(bytes);
        Editable content = read.content();
        if (content == null) {
            return new NotOpened(read.problems());
        }
        return new ScenarioOpened(
                content instanceof Measured measured ? new TimelineFiles(this).reopened(measured, name) : content,
                stored);
    }

    /**
     * Saves a document, whatever the file held, so that either the old or the new file is there whole.
     *
     * @return what went wrong; the old file then is as it was
     */
    public static Optional<Problem> save(Path file, Editable content) {
        return Saving.overwrite(file, content) instanceof Saving.Failed failed
                ? Optional.of(failed.why())
                : Optional.empty();
    }

    /** Whether something that can be read again is a table whose columns can be said; what cannot be read is none. */
    public boolean isTable(Input input) {
        try (InputStream in = input.open()) {
            Layers layers = Layers.open(in, Beginning.LENGTH, new Meter(ArchiveLimits.DEFAULT));
            SnapshotFormat format = Formats.of(catalogue, options).recognise(layers.prefix());
            return format != null && format.id().equals(CsvSnapshot.ID);
        } catch (IOException _) {
            return false;
        }
    }

    /** The sentence for what the operating system said about a file. */
    public static Text why(Exception e) {
        return switch (e) {
            case UncheckedIOException unchecked -> why(Objects.requireNonNull(unchecked.getCause()));
            case InvalidPathException _ -> Text.of("document.noPath");
            case CharacterCodingException _ -> Text.of("document.encoding");
            case FileAlreadyExistsException _ -> Text.of("document.noFolder");
            case NoSuchFileException _ -> Text.of("document.missing");
            case AccessDeniedException _ -> Text.of("document.denied");
            case IOException full
            when FULL.matcher(String.valueOf(full.getMessage())).find() -> Text.of("document.full");
            case FileSystemException system
            when system.getReason() != null -> Text.of("document.system", system.getReason());
            default -> Text.of("document.system", String.valueOf(e.getMessage()));
        };
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Opened tooLarge(String name) {
        return refused(name, Text.of("document.tooLarge", LARGEST_SCENARIO >> 20));
    }

    private static Opened refused(String name, Text why) {
        return new NotOpened(List.of(Problem.error(Where.file(name), why)));
    }
}
