package io.slicewise.desktop.workspace;

import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
     * @param place which of the documents of its process it was, in their order
     */
    public record Left(
            String key, Editable content, @Nullable Path file, int place) {
        /** The first one. */
        public Left(String key, Editable content, @Nullable Path file) {
            this(key, content, file, 0);
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
        root.put("place", work.place());
        root.put("scenario", new String(ScenarioFile.write(work.content()), StandardCharsets.UTF_8));
        AtomicFile.write(path(work.key()), JsonDocument.print(root));
    }

    /** Takes a document's file away. */
    public void forget(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    /** What processes that live no more have left, in the order of their documents; a file that cannot be read is passed over and stays. */
    public List<Left> leftBehind(Catalogue catalogue) {
        List<Left> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                Left work = read(file, catalogue);
                if (work != null) {
                    left.add(work);
                }
            }
        } catch (IOException e) {
            return inOrder(left);
        }
        return inOrder(left);
    }

    private static List<Left> inOrder(List<Left> left) {
        return left.stream().sorted(Comparator.comparingInt(Left::place)).toList();
    }

    private @Nullable Left read(Path path, Catalogue catalogue) throws IOException {
        List<Problem> problems = new ArrayList<>();
        JsonValue root = JsonDocument.parse(path.toString(), Files.readAllBytes(path), problems);
        if (root == null) {
            return null;
        }
        Double owner = root.get("process").number(0, Long.MAX_VALUE);
        if (owner != null && owner != process && isSlicewise(owner.longValue())) {
            return null;
        }
        byte[] json = root.get("scenario").string("").getBytes(StandardCharsets.UTF_8);
        Editable content = ScenarioFile.read(path.toString(), json, catalogue).content();
        Integer place = root.get("place").integer(0, Integer.MAX_VALUE);
        String file = root.get("file").string("");
        String key = path.getFileName().toString().replace(SUFFIX, "");
        return content == null
                ? null
                : new Left(key, content, file.isEmpty() ? null : Path.of(file), place == null ? 0 : place);
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
