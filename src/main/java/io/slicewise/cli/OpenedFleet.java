package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.Fleet;
import io.slicewise.mig.Catalogue;
import io.slicewise.promql.query.Hardware;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Weights;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * The GPUs that queries are made for.
 *
 * @param catalogue the models that are known
 * @param fleet of all files as one; empty without files
 * @param weights what counts how much
 * @param problems what was noticed
 * @param failed whether a file could not be opened
 */
record OpenedFleet(Catalogue catalogue, Fleet fleet, Weights weights, List<Problem> problems, boolean failed) {
    /** Opens files; without files there is no GPU. */
    static OpenedFleet of(ParseResult command, List<String> files, Terminal terminal, AppFolders folders) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        Opener opener = new Opener(own.catalogue(), choices.exports());
        List<Problem> problems = new ArrayList<>(own.problems());
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        List<Weights> weights = new ArrayList<>();
        boolean failed = false;
        for (String file : files) {
            Opened opened = open(opener, file, terminal);
            problems.addAll(opened.problems());
            switch (opened) {
                case ScenarioOpened scenario -> {
                    fleet.add(file, scenario.fleet());
                    weights.add(scenario.scenario().weights());
                }
                case SnapshotOpened export -> fleet.add(file, export.snapshot());
                case NotOpened _ -> failed = true;
            }
        }
        Weights agreed = weights.stream().distinct().count() == 1 ? weights.getFirst() : Weights.DEFAULT;
        Weights chosen = choices.basis().map(agreed::withBasis).orElse(agreed);
        return new OpenedFleet(own.catalogue(), fleet.fleet(), chosen, problems, failed);
    }

    private static Opened open(Opener opener, String file, Terminal terminal) {
        if (file.equals("-")) {
            return opener.open("stdin", terminal.in());
        }
        try {
            return opener.open(Path.of(file));
        } catch (InvalidPathException e) {
            return new NotOpened(List.of(Problem.error(Where.file(file), Text.of("cli.path", e.getReason()))));
        }
    }

    /** What of it can be weighed; any MIG hardware where that is nothing. */
    Hardware hardware() {
        Hardware ofFleet = Hardware.of(fleet, weights);
        return ofFleet.isEmpty() ? Hardware.any(catalogue, weights) : ofFleet;
    }
}
