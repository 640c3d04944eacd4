package io.slicewise.desktop.workspace;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion.ChooseConfiguration;
import io.slicewise.snapshot.OpenQuestion.ChooseUtilization;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that waits for a person's answer. */
public interface Dialogs {
    /** Problems as sentences that name their places. */
    static List<Text> said(List<Problem> problems) {
        return problems.stream().map(Dialogs::said).toList();
    }

    /** A problem as a sentence that names its place. */
    static Text said(Problem problem) {
        return Text.of("desktop.problem", problem.where().toString(), problem.message());
    }

    /** What to do with unsaved work. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /**
     * Asks what to do with the unsaved work of documents that are to be closed.
     *
     * @param documents their names, at least one
     */
    Unsaved askUnsaved(List<String> documents);

    /** Asks which files to open; none when the person changes their mind. */
    List<Path> askOpen();

    /** Asks where to save a scenario. */
    Optional<Path> askSave(String suggestedName);

    /** Asks which of a file's named configurations is meant; none when the person changes their mind. */
    Optional<String> chooseConfiguration(ChooseConfiguration choice);

    /**
     * Asks whose the columns of a table are that do not tell.
     *
     * @param columns with guesses, or with what was said before
     * @param catalogue the models that their GPUs can be of
     * @return those that count, as the person has it; none when the person changes their mind
     */
    Optional<List<Column>> mapColumns(String file, List<Column> columns, Catalogue catalogue);

    /**
     * Asks which column of a table has the utilization.
     *
     * @param offered the choice that was made before for such a table, else the first
     * @return none when the person changes their mind
     */
    Optional<Column> chooseUtilization(ChooseUtilization choice, Column offered);

    /** Asks what to call a GPU that the catalogue does not have; none when it is not to be added. */
    Optional<String> nameGpu(ProfileListing listing);

    /**
     * Asks where to export to.
     *
     * @param suggestedName a file name with its ending
     */
    Optional<Path> askExport(String suggestedName);

    /** Asks for a picture to read; none when the person changes their mind. */
    Optional<Path> askPicture();

    /** Asks for a presentation that slides are to look like; none when the person changes their mind. */
    Optional<Path> askSlides();

    /** Asks for a folder to put files into; none when the person changes their mind. */
    Optional<Path> askFolder();

    /** Says that something could not be done. */
    void tell(Text title, List<Text> sentences);

    /** What to do where a file holds what others wrote. */
    enum Changed {
        RELOAD,
        SAVE_AS,
        OVERWRITE,
        DIFFERENCES,
        CANCEL
    }

    /**
     * Asks what to do instead of overwriting a file that another has changed.
     *
     * @param file its name
     * @param isOwn whether the document came from this file, so that it can be read again
     */
    Changed askChanged(String file, boolean isOwn);

    /** Asks whether a file may lose fields that the product does not know. */
    boolean askLoss(String file, List<String> fields);

    /** Asks whether secrets may go to a server unencrypted. */
    boolean askPlain(String host);

    /** What to do with work that a crash left behind. */
    enum Recovery {
        OPEN,
        REMOVE,
        LATER
    }

    /** Asks what to do with the documents of these names, which a crash left behind. */
    Recovery askRecovery(List<String> documents);
}
