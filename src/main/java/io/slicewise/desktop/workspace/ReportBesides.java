package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.report.ReportActions;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ObservableList;

/**
 * What the window does for reports.
 *
 * @param viewer shows a file; {@code false} where it cannot
 * @param toast says that something was done
 */
record ReportBesides(
        Workspace workspace,
        Dialogs dialogs,
        ClipboardAccess clipboard,
        Background background,
        Predicate<Path> viewer,
        Consumer<Text> toast)
        implements ReportActions {
    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        background.run(cancel, work, then);
    }

    @Override
    public ObservableList<Document> documents() {
        return workspace.comparable();
    }

    @Override
    public void openBeside(Consumer<Document> then) {
        workspace.openBeside(then);
    }

    @Override
    public Optional<Path> askFolder() {
        return dialogs.askFolder();
    }

    @Override
    public Optional<Path> askPicture() {
        return dialogs.askPicture();
    }

    @Override
    public Optional<Path> askSlides() {
        return dialogs.askSlides();
    }

    @Override
    public void copy(String text) {
        clipboard.setText(text);
    }

    @Override
    public void show(Path path) {
        background.start(_ -> viewer.test(path), shown -> {
            if (!shown) {
                toast.accept(Text.of("making.noViewer", String.valueOf(path.getFileName())));
            }
        });
    }

    @Override
    public void say(Text text) {
        toast.accept(text);
    }
}
