package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code catalog --add FILE}: a GPU of one's own, out of what nvidia-smi lists on it. */
record CatalogAddition(Terminal terminal, AppFolders folders, Messages words) {
    int run(String file, String name) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Opened opened = open(file, own);
        List<ProfileListing> listings = new ArrayList<>();
        for (OpenQuestion question : opened.questions()) {
            if (question instanceof OpenQuestion.NameGpu gpu) {
                listings.add(gpu.listing());
            }
        }
        if (listings.isEmpty()) {
            List<Problem> why = Problems.errors(opened.problems());
            Text nothing = Text.of("cli.add.nothing");
            return failed(why.isEmpty() ? List.of(Problem.error(Where.file(file), nothing)) : why);
        }
        ProfileListing listing = listings.getFirst();
        String called = name.isEmpty() ? listing.modelName() : name;
        if (called.isEmpty()) {
            throw new UsageException(Text.of("cli.add.name", CommandOptions.GPU_NAME));
        }
        OwnCatalogue.Added added = OwnCatalogue.add(folders, listing, called);
        GpuModel model = added.model();
        if (model == null) {
            return failed(added.problems());
        }
        say(model);
        if (listings.size() > 1) {
            Listing others = new Listing(
                    listings.stream().skip(1).map(one -> "GPU " + one.gpu()).toList());
            Text several = Text.of("cli.add.several", listing.gpu(), others);
            Problems.print(List.of(Problem.warning(Where.file(file), several)), words, terminal.err());
        }
        return Cli.OK;
    }

    private Opened open(String file, OwnCatalogue own) {
        Opener opener = new Opener(own.catalogue());
        if (file.equals(AveragesCommand.STANDARD_INPUT)) {
            return opener.open("stdin", terminal.in());
        }
        try {
            return opener.open(Path.of(file));
        } catch (InvalidPathException e) {
            return new Opened.NotOpened(List.of(Problem.error(Where.file(file), Text.of("cli.path", e.getReason()))));
        }
    }

    private void say(GpuModel model) {
        Text places = Text.of(model.hasPlacements() ? "cli.add.places" : "cli.add.noPlaces");
        int profiles = model.profiles().size();
        terminal.out()
                .println(words.say("cli.add.done", model.name(), model.id(), model.computeSlices(), profiles, places));
        terminal.out().println(words.say("cli.catalog.file", folders.catalogue().toString()));
        terminal.out().flush();
    }

    private int failed(List<Problem> why) {
        Problems.print(why, words, terminal.err());
        return Cli.FAILED;
    }
}
