package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** What the window does for reports. */
public interface ReportActions extends Background {
    /** The documents that are open. */
    ObservableList<Document> documents();

    /** Asks for files and reads them as a document that gets no tab. */
    void openBeside(Consumer<Document> then);

    /** Asks for a folder; none when the person changes their mind. */
    Optional<Path> askFolder();

    /** Asks for a picture; none when the person changes their mind. */
    Optional<Path> askPicture();

    /** Asks for a presentation that slides are to look like; none when the person changes their mind. */
    Optional<Path> askSlides();

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Shows a file or a folder with whatever the system has for it; says so where it has nothing. */
    void show(Path path);

    /** Says that something was done. */
    void say(Text text);
}
