package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.Fingerprint;
import io.slicewise.document.Saving;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Saves documents, and asks where that would lose something: what others wrote into the file meanwhile, and fields
 * that the product does not know.
 *
 * @param saveAs asks for another place, and saves there
 * @param reload shows what a file holds now
 * @param differences says in what a file differs from a document
 * @param onStored is told of every file that was saved
 */
record Keeping(
        Dialogs dialogs,
        Predicate<Document> saveAs,
        BiConsumer<Document, Path> reload,
        BiFunction<Document, Path, List<Text>> differences,
        Consumer<Path> onStored) {

    /**
     * Saves, unless the person thinks better of it.
     *
     * @param known what the file held when it was last read or saved; {@code null} where it is not known
     * @return whether it is saved
     */
    boolean to(Document document, Path file, @Nullable Fingerprint known) {
        List<String> unread = document.unread();
        if (!unread.isEmpty() && !dialogs.askLoss(file.toString(), unread)) {
            return false;
        }
        return document.content() instanceof Editable content
                && done(document, file, content, Saving.save(file, content, known));
    }

    /** Saves, whatever the file holds. */
    boolean over(Document document, Path file) {
        return document.content() instanceof Editable content
                && done(document, file, content, Saving.overwrite(file, content));
    }

    private boolean done(Document document, Path file, Editable content, Saving saving) {
        return switch (saving) {
            case Saving.Done done -> {
                document.markSaved(file, content.scenario(), done.stored());
                onStored.accept(file);
                yield true;
            }
            case Saving.Failed failed -> {
                dialogs.tell(Text.of("desktop.save.failed"), List.of(Dialogs.said(failed.why())));
                yield false;
            }
            case Saving.Changed _ -> changed(document, file);
        };
    }

    private boolean changed(Document document, Path file) {
        boolean isOwn = document.file().filter(file::equals).isPresent();
        while (true) {
            switch (dialogs.askChanged(file.toString(), isOwn)) {
                case DIFFERENCES ->
                    dialogs.tell(
                            Text.of("desktop.differs.title", String.valueOf(file.getFileName())),
                            differences.apply(document, file));
                case OVERWRITE -> {
                    return over(document, file);
                }
                case SAVE_AS -> {
                    return saveAs.test(document);
                }
                case RELOAD -> {
                    reload.accept(document, file);
                    return false;
                }
                case CANCEL -> {
                    return false;
                }
            }
        }
    }
}
