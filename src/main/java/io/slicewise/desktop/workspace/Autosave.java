package io.slicewise.desktop.workspace;

import io.slicewise.document.Fingerprint;
import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Unsaved work in the settings folder, a file each document, written while people work and taken away when it is saved
 * or given up. What is there when a start finds no living process behind it was left by a crash.
 */
public final class Autosave {
    private static final int FORMAT_VERSION = 1;
    private static final String SUFFIX = ".autosave.json";

    private final Path folder;
    private final long process;

    /**
     * @param folder where the files go
     * @param process this process, so that a second window of the product leaves our files alone
     */
    public Autosave(Path folder, long process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Work that was left behind.
     *
     * @param key the document's
     * @param content what it held, with all that was measured
     * @param file where it was stored; {@code null} when it never was
     * @param stored what that file held when the document was last read or saved; {@code null} where it is not known
     * @param unread the fields of that file that the product does not know
     * @param place which of the documents of its process it was, in their order
     */
    public record Left(
            String key,
            Editable content,
            @Nullable Path file,
            @Nullable Fingerprint stored,
            List<String> unread,
            int place) {
        public Left {
            unread = List.copyOf(unread);
        }

        /** The first one. */
        public Left(String key, Editable content, @Nullable Path file) {
            this(key, content, file, null, List.of(), 0);
        }
    }

    /**
     * All that was left behind.
     *
     * @param work in the order of its documents
     * @param problems one of each entry that cannot be read; it stays where it is
     */
    public record Found(List<Left> work, List<Problem> problems) {
        public Found {
            work = List.copyOf(work);
            problems = List.copyOf(problems);
        }
    }

    /** Keeps a document. Can be called from any thread, one document from one thread at a time. */
    public void keep(Left work) throws IOException {
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("process", process);
        Path file = work.file();
        if (file != null) {
            root.put("file", file.toString());
        }
        Fingerprint stored = work.stored();
        if (stored != null) {
            root.put("stored", stored.sha256());
        }
        if (!work.unread().isEmpty()) {
            work.unread().forEach(root.putArray("unread")::add);
        }
        root.put("place", work.place());
        root.put("scenario", new String(ScenarioFile.write(work.content()), StandardCharsets.UTF_8));
        AtomicFile.writeForOwner(path(work.key()), JsonDocument.print(root));
    }

    /** Takes a document's file away. */
    public void forget(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    /**
     * Takes work over from a process that lives no more.
     *
     * @return the same under a key of this process; {@code null} where another process was faster
     */
    public @Nullable Left claim(Left work) throws IOException {
        String key = UUID.randomUUID().toString();
        try {
            Files.move(path(work.key()), path(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            return null;
        }
        Left claimed = new Left(key, work.content(), work.file(), work.stored(), work.unread(), work.place());
        keep(claimed);
        return claimed;
    }

    /** What processes that live no more have left. An entry that cannot be read hides no other. */
    public Found leftBehind(Catalogue catalogue) {
        List<Left> left = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : entries(problems)) {
            try {
                Left work = read(file, catalogue, problems);
                if (work != null) {
                    left.add(work);
                }
            } catch (IOException e) {
                boolean isFolder = Files.isDirectory(file);
                Text why = isFolder ? Text.of("document.folder") : Opener.why(e);
                problems.add(Problem.error(Where.file(file.toString()), why));
            }
        }
        return new Found(
                left.stream().sorted(Comparator.comparingInt(Left::place)).toList(), problems);
    }

    private List<Path> entries(List<Problem> problems) {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                files.forEach(entries::add);
            } catch (DirectoryIteratorException e) {
                problems.add(
                        Problem.error(Where.file(folder.toString()), Opener.why(Objects.requireNonNull(e.getCause()))));
            } catch (IOException e) {
                problems.add(Problem.error(Where.file(folder.toString()), Opener.why(e)));
            }
        }
        return entries;
    }

    private @Nullable Left read(Path path, Catalogue catalogue, List<Problem> problems) throws IOException {
        List<Problem> own = new ArrayList<>();
        JsonValue root = JsonDocument.parse(path.toString(), Files.readAllBytes(path), own);
        if (root == null) {
            problems.addAll(own);
            return null;
        }
        Double owner = root.get("process").number(0, Long.MAX_VALUE);
        if (owner != null && owner != process && isSlicewise(owner.longValue())) {
            return null;
        }
        byte[] json = root.get("scenario").string("").getBytes(StandardCharsets.UTF_8);
        ScenarioFile.Read read = ScenarioFile.read(path.toString(), json, catalogue);
        Editable content = read.content();
        if (content == null) {
            read.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .findFirst()
                    .ifPresent(problems::add);
            return null;
        }
        Integer place = root.get("place").integer(0, Integer.MAX_VALUE);
        String stored = root.get("stored").string("");
        String key = path.getFileName().toString().replace(SUFFIX, "");
        return new Left(
                key,
                content,
                file(root.get("file").string("")),
                stored.isEmpty() ? null : new Fingerprint(stored),
                root.get("unread").items().stream()
                        .map(field -> field.string(""))
                        .toList(),
                place == null ? 0 : place);
    }

    /** Where it was stored; {@code null} where that cannot be a file on this system: the work counts. */
    private static @Nullable Path file(String name) {
        try {
            return name.isEmpty() ? null : Path.of(name);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    /** Whether a process lives that could be this product: ids are used again after a restart of the machine. */
    private static boolean isSlicewise(long id) {
        return ProcessHandle.of(id)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("java")
                        || command.toLowerCase(Locale.ROOT).contains("slicewise"))
                .orElse(false);
    }

    private Path path(String key) {
        return folder.resolve(key + SUFFIX);
    }
}
