package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Input;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Labels;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.QueryWeights;
import io.slicewise.text.Problem;
import io.slicewise.text.Where;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The GPUs that queries are made for.
 *
 * @param catalogue the models that are known
 * @param fleet of all files as one; empty without files
 * @param labels what the files say about its instances beyond that
 * @param plan what a file plans, of several the last one; {@code null} where none does
 * @param weights what counts how much
 * @param problems what was noticed
 * @param failed whether a file could not be opened
 */
record OpenedFleet(
        Catalogue catalogue,
        Fleet fleet,
        Labels labels,
        @Nullable PlanInput plan,
        Weights weights,
        List<Problem> problems,
        boolean failed) {
    /** Opens files, those that belong together as one; without files there is no GPU. */
    static OpenedFleet of(ParseResult command, List<String> files, Terminal terminal, AppFolders folders) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        Opener opener = new Opener(own.catalogue(), choices.exports());
        List<Problem> problems = new ArrayList<>(own.problems());
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        List<Weights> weights = new ArrayList<>();
        PlanInput plan = null;
        List<Input> inputs = Inputs.of(files, terminal, problems);
        boolean failed = inputs.size() < files.size();
        for (Opening opening : opener.open(inputs)) {
            problems.addAll(opening.opened().problems());
            switch (opening.opened()) {
                case ScenarioOpened scenario -> {
                    fleet.add(opening.name(), scenario.content());
                    weights.add(scenario.scenario().weights());
                    plan = scenario.scenario().plan() == null
                            ? plan
                            : scenario.scenario().plan();
                }
                case SnapshotOpened export -> fleet.add(opening.name(), export.snapshot());
                case NotOpened _ -> failed = true;
            }
        }
        Where everywhere = Where.file(String.join(", ", files));
        Weights chosen = Inputs.weights(choices.basis(), weights, everywhere, problems);
        return new OpenedFleet(own.catalogue(), fleet.fleet(), fleet.labels(), plan, chosen, problems, failed);
    }

    /**
     * For queries of a reading, with its natural basis unless one is given; of engine activity where a server has no such reading.
     *
     * @param reading which one; empty leaves the documents'
     */
    OpenedFleet of(Optional<ReadingKind> reading, boolean basisGiven) {
        QueryWeights asked = QueryWeights.of(reading.map(weights::of).orElse(weights));
        Weights natural = asked.weights();
        if (natural.reading() == weights.reading()) {
            return this;
        }
        List<Problem> said = new ArrayList<>(problems);
        asked.remarks().forEach(remark -> said.add(Problem.info(Where.file(""), remark)));
        return new OpenedFleet(
                catalogue,
                fleet,
                labels,
                plan,
                basisGiven ? natural.withBasis(weights.basis()) : natural,
                said,
                failed);
    }

    /** What of it can be weighed; any MIG hardware where that is nothing. */
    Hardware hardware() {
        Hardware ofFleet = Hardware.of(fleet, weights);
        return ofFleet.isEmpty() ? Hardware.any(catalogue, weights) : ofFleet;
    }
}
