package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.json.AtomicFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioFile;
import io.slicewise.snapshot.ExpositionSnapshot;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.dmon.DmonSnapshot;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.kubernetes.NodesSnapshot;
import io.slicewise.snapshot.migparted.MigPartedSnapshot;
import io.slicewise.snapshot.smi.SmiText;
import io.slicewise.snapshot.smi.SmiXml;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens files of every format that the product reads, and saves scenarios. What a file is, is decided by its content.
 *
 * @param catalogue where models are looked up
 * @param options what a person decided about exports that they do not tell themselves
 */
public record Opener(Catalogue catalogue, SnapshotOptions options) {
    /** The largest scenario that is read, in bytes: a fleet of 10,000 GPUs takes a tenth of it. */
    public static final long LARGEST_SCENARIO = 64L << 20;

    /** With nothing decided about exports. */
    public Opener(Catalogue catalogue) {
        this(catalogue, SnapshotOptions.NONE);
    }

    /** Opens a file; problems give it the name of the path. */
    public Opened open(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return refused(name, Text.of("document.folder"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            // of a pipe nobody knows the size; what comes out of it is counted while it is read
            return open(name, in, Files.isRegularFile(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            return refused(name, why(e));
        }
    }

    /** Opens what somebody already has in memory: a sample, a paste. */
    public Opened open(String name, byte[] bytes) {
        return open(name, new ByteArrayInputStream(bytes));
    }

    /** Opens a stream, the standard input for example; it is read to its end, and not closed. */
    public Opened open(String name, InputStream in) {
        try {
            return open(name, in, 0);
        } catch (IOException e) {
            return refused(name, why(e));
        }
    }

    private Opened open(String name, InputStream in, long size) throws IOException {
        byte[] prefix = in.readNBytes(Content.PREFIX);
        Content content = Content.of(prefix);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(prefix), in);
        return switch (content.kind()) {
            case EMPTY -> refused(name, Text.of("document.empty"));
            case JSON -> json(name, whole, size);
            case EXPOSITION -> exposition(name, whole);
            case CSV -> opened(CsvSnapshot.read(name, whole, catalogue, options, ReadWatch.NONE));
            case DMON -> text(name, whole, size, text -> DmonSnapshot.read(name, text, catalogue, options));
            case MIG_PARTED -> text(name, whole, size, text -> MigPartedSnapshot.read(name, text, catalogue, options));
            case NODES_YAML -> text(name, whole, size, text -> NodesSnapshot.readYaml(name, text, catalogue, options));
            case NODES_JSON -> text(name, whole, size, text -> NodesSnapshot.readJson(name, text, catalogue, options));
            case SMI_TEXT -> text(name, whole, size, text -> SmiText.read(name, text, catalogue, options));
            case SMI_XML -> text(name, whole, size, text -> SmiXml.read(name, text, catalogue, options));
            case OTHER ->
                refused(name, Text.of("document.unknown", Text.of("document.looksLike." + content.looksLike())));
        };
    }

    private Opened exposition(String name, InputStream in) throws IOException {
        SnapshotRead read = ExpositionSnapshot.read(name, in, catalogue, options, ReadWatch.NONE);
        return opened(read);
    }

    private static Opened opened(SnapshotRead read) {
        Snapshot snapshot = read.snapshot();
        return snapshot == null ? new NotOpened(read.problems()) : new SnapshotOpened(snapshot);
    }

    /** A text of a kind that is small by nature, as a whole; bytes that are not UTF-8 become �. */
    private static Opened text(String name, InputStream in, long size, Function<String, SnapshotRead> reader)
            throws IOException {
        if (size > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        byte[] bytes = in.readNBytes((int) LARGEST_SCENARIO + 1);
        if (bytes.length > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return opened(reader.apply(text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    private Opened json(String name, InputStream in, long size) throws IOException {
        if (size > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        byte[] bytes = in.readNBytes((int) LARGEST_SCENARIO + 1);
        if (bytes.length > LARGEST_SCENARIO) {
            return tooLarge(name);
        }
        if (!isUtf8(bytes)) {
            return refused(name, Text.of("document.encoding"));
        }
        ScenarioFile.Read read = ScenarioFile.read(name, bytes, catalogue);
        Scenario scenario = read.scenario();
        return scenario == null ? new NotOpened(read.problems()) : new ScenarioOpened(scenario, read.problems());
    }

    /**
     * Saves a scenario so that either the old or the new file is there whole.
     *
     * @return what went wrong; the old file then is as it was
     */
    public static Optional<Problem> save(Path file, Scenario scenario) {
        if (Files.isDirectory(file)) {
            return Optional.of(Problem.error(Where.file(file.toString()), Text.of("document.folder")));
        }
        try {
            AtomicFile.write(file, ScenarioFile.write(scenario));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.error(Where.file(file.toString()), Text.of("document.notSaved", why(e))));
        }
    }

    /** The sentence for what the operating system said about a file. */
    static Text why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> Text.of("document.missing");
            case AccessDeniedException _ -> Text.of("document.denied");
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
