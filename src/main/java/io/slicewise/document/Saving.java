package io.slicewise.document;

import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.json.AtomicFile;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What came of saving a document. Either the old or the new file is there whole. */
public sealed interface Saving {
    /**
     * It is in the file.
     *
     * @param stored what the file holds now
     */
    record Done(Fingerprint stored) implements Saving {}

    /** The file holds something else than the document was read from or saved as; it is as it was. */
    record Changed() implements Saving {}

    /** It could not be written; the file is as it was. */
    record Failed(Problem why) implements Saving {}

    /**
     * Saves, unless someone else changed the file.
     *
     * @param known what the file held when this document was read from it or saved in it; {@code null} where it is not known,
     *     so that any file that is there is other people's
     */
    static Saving save(Path file, Editable content, @Nullable Fingerprint known) {
        try {
            Fingerprint there = Files.isDirectory(file) ? null : Fingerprint.of(file);
            return there == null || there.equals(known) ? overwrite(file, content) : new Changed();
        } catch (IOException e) {
            return failed(file, e);
        }
    }

    /** Saves, whatever the file holds. */
    static Saving overwrite(Path file, Editable content) {
        if (Files.isDirectory(file)) {
            return new Failed(Problem.error(Where.file(file.toString()), Text.of("document.folder")));
        }
        try {
            byte[] json = ScenarioFile.write(content);
            AtomicFile.write(file, json);
            return new Done(Fingerprint.of(json));
        } catch (IOException e) {
            return failed(file, e);
        }
    }

    private static Saving failed(Path file, IOException why) {
        return new Failed(Problem.error(Where.file(file.toString()), Text.of("document.notSaved", Opener.why(why))));
    }
}
