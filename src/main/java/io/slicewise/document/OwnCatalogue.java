package io.slicewise.document;

import io.slicewise.mig.Catalogue;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue that ships with the product together with the planner's own file in the settings folder.
 *
 * @param catalogue what can be used: whatever of the own file is right, and always all that ships
 * @param problems what is wrong with the own file
 */
public record OwnCatalogue(Catalogue catalogue, List<Problem> problems) {
    private static final int LARGEST = 16 << 20;

    public OwnCatalogue {
        problems = List.copyOf(problems);
    }

    /** Reads the own file where there is one. */
    public static OwnCatalogue load(AppFolders folders) {
        Catalogue builtIn = Catalogue.builtIn();
        Path file = folders.catalogue();
        if (!Files.exists(file)) {
            return new OwnCatalogue(builtIn, List.of());
        }
        List<Problem> problems = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return new OwnCatalogue(builtIn.with(file.toString(), bytes, problems), problems);
            }
            problems.add(
                    Problem.error(Where.file(file.toString()), Text.of("document.tooLarge", (long) LARGEST >> 20)));
        } catch (IOException e) {
            problems.add(Problem.error(Where.file(file.toString()), Opener.why(e)));
        }
        return new OwnCatalogue(builtIn, problems);
    }
}
