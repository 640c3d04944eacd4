package io.slicewise.document;

import io.slicewise.json.AtomicFile;
import io.slicewise.json.SharedFolder;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * What came of adding a model.
     *
     * @param model as it is in the catalogue now; {@code null} where it could not be added
     * @param catalogue the catalogue from now on
     * @param problems why it could not be added, at least one then; else what is wrong with the own file
     */
    public record Added(@Nullable GpuModel model, OwnCatalogue catalogue, List<Problem> problems) {
        public Added {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Adds a model to the own file, whose other content stays; an own model of the same name is replaced. A file that
     * cannot be read is left as it is.
     *
     * @param listing the profiles of the GPU
     * @param name what people call it
     */
    public static Added add(AppFolders folders, ProfileListing listing, String name) {
        Path file = folders.catalogue();
        List<Added> added = new ArrayList<>();
        try {
            SharedFolder.alone(file, () -> added.add(addAlone(folders, listing, name)));
        } catch (IOException e) {
            Text why = Text.of("document.notSaved", Opener.why(e));
            return new Added(null, load(folders), List.of(Problem.error(Where.file(file.toString()), why)));
        }
        return added.getFirst();
    }

    private static Added addAlone(AppFolders folders, ProfileListing listing, String name) throws IOException {
        OwnCatalogue before = load(folders);
        Path file = folders.catalogue();
        String wanted = ProfileListing.id(name.strip());
        boolean taken =
                before.catalogue().byId(wanted).filter(model -> !model.own()).isPresent();
        GpuModel model = listing.model(taken ? "own-" + wanted : wanted, name.strip());
        byte[] present = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        List<Problem> problems = new ArrayList<>();
        byte[] json = OwnCatalogueFile.with(file.toString(), present, model, problems);
        if (json == null) {
            return new Added(null, before, problems);
        }
        AtomicFile.write(file, json);
        OwnCatalogue after = load(folders);
        return new Added(after.catalogue().byId(model.id()).orElse(null), after, after.problems());
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
