package io.slicewise.cli;

import io.slicewise.document.DemandTable;
import io.slicewise.document.Input;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.document.json.PlanFile;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demand of all files of a command: tables of it, plans, and what is open. */
final class PlanDemand {
    /** So much of a file tells what it is. */
    private static final int BEGINNING = 4096;

    private static final long LARGEST = 64L << 20;

    /** How much more memory than was ever used is wanted. */
    private static final double HEADROOM = 0.1;

    private final Catalogue catalogue;
    private final PlanChoices choices;
    private final Choices exports;
    private final List<Problem> problems;
    private final List<DemandLine> lines = new ArrayList<>();
    private final Map<String, GpuModel> openModels = new LinkedHashMap<>();
    private final FleetOfFiles fleet;
    private final List<OpenDemand.Observation> observations = new ArrayList<>();
    private List<Offer> offers = List.of();
    private PlanRules rules = PlanRules.NONE;
    private boolean failed;
    private boolean oneMoment;
    private Where everywhere = Where.file("");

    PlanDemand(Catalogue catalogue, PlanChoices choices, Choices exports, List<Problem> problems) {
        this.catalogue = catalogue;
        this.choices = choices;
        this.exports = exports;
        this.problems = problems;
        this.fleet = new FleetOfFiles(exports.defaultModel(), problems);
    }

    /** Reads files. */
    void read(List<String> files, Terminal terminal) {
        everywhere = Where.file(String.join(", ", files));
        List<Input> inputs = Inputs.of(files, terminal, problems);
        failed = inputs.size() < files.size();
        List<Input> open = new ArrayList<>();
        for (Input input : inputs) {
            if (!takes(input)) {
                open.add(input);
            }
        }
        if (!open.isEmpty()) {
            open(open);
        }
    }

    /** Takes a table of a demand or a plan; whether it was one. */
    private boolean takes(Input input) {
        Path path = input.path();
        if (path == null || !Files.isRegularFile(path)) {
            return false;
        }
        try {
            String beginning = beginning(path);
            boolean table = DemandTable.recognises(beginning);
            if (!table && !PlanFile.recognises(beginning)) {
                return false;
            }
            if (Files.size(path) > LARGEST) {
                error(input, Text.of("plan.file.tooLarge"));
            } else if (table) {
                take(DemandTable.read(input.name(), Files.readString(path), choices.target(), problems));
            } else {
                PlanFile plan = PlanFile.read(input.name(), Files.readAllBytes(path), catalogue, problems);
                if (plan != null) {
                    take(plan.input());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            error(input, Text.of("plan.file.unreadable", Opener.why(e)));
        }
        failed |= !Problems.errors(problems).isEmpty();
        return true;
    }

    private void error(Input input, Text what) {
        problems.add(Problem.error(Where.file(input.name()), what));
        failed = true;
    }

    private static String beginning(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        }
    }

    private void take(PlanInput plan) {
        take(plan.grown());
        offers = plan.offers();
        rules = plan.rules();
    }

    private void take(Demand demand) {
        lines.addAll(demand.lines());
    }

    private void open(List<Input> inputs) {
        Opener opener = new Opener(catalogue, exports.exports());
        for (Opening opening : opener.open(inputs)) {
            problems.addAll(opening.opened().problems());
            switch (opening.opened()) {
                case ScenarioOpened scenario -> {
                    PlanInput plan = scenario.scenario().plan();
                    if (plan == null) {
                        fleet.add(opening.name(), scenario.content());
                    } else {
                        take(plan);
                    }
                }
                case SnapshotOpened export -> {
                    fleet.add(opening.name(), export.snapshot());
                    observe(export.timeline(), export.snapshot().labels());
                }
                case NotOpened _ -> failed = true;
            }
        }
        Labels labels = fleet.labels();
        List<Gpu> gpus = fleet.fleet().gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .filter(instance -> choices.isMeant(gpu, instance, labels))
                        .toList()))
                .toList();
        for (Gpu gpu : gpus) {
            GpuModel model = gpu.model();
            if (model != null) {
                openModels.put(model.id(), model);
            }
        }
        if (choices.observed().isEmpty()) {
            take(OpenDemand.allocated(gpus));
        } else {
            takeObserved(gpus);
        }
    }

    private void observe(@Nullable Timeline timeline, Labels labels) {
        if (timeline == null || timeline.isEmpty() || choices.observed().isEmpty()) {
            return;
        }
        OpenDemand.over(timeline, choices.observed().getAsDouble()).stream()
                .filter(one -> choices.isMeant(one.gpu(), one.instance(), labels))
                .forEach(observations::add);
    }

    private void takeObserved(List<Gpu> gpus) {
        if (observations.isEmpty()) {
            oneMoment = true;
            observations.addAll(OpenDemand.at(gpus));
        }
        OpenDemand.Taken taken = OpenDemand.observed(observations, choices.target(), HEADROOM);
        take(taken.demand());
        if (oneMoment) {
            problems.add(Problem.info(everywhere, Text.of("plan.observed.moment")));
        }
        if (taken.unread() > 0) {
            problems.add(Problem.warning(everywhere, Text.of("plan.observed.unread", taken.unread())));
        }
        if (taken.memoryKept() > 0) {
            problems.add(Problem.warning(everywhere, Text.of("plan.observed.memory", taken.memoryKept())));
        }
    }

    /** The demand with its growth. */
    Demand demand() {
        Demand all = new Demand(lines);
        return (choices.bySms() ? all.withShares(true) : all).grown(choices.growth());
    }

    /** What is offered: on the command line, in a plan, and where neither says anything the models that are open. */
    List<Offer> offers() {
        List<Offer> all = choices.with(offers);
        return all.isEmpty() ? Offer.of(openModels.values().stream()) : all;
    }

    /** Whether a person said what is offered, here or in a plan. */
    boolean hasOffers() {
        return !choices.with(offers).isEmpty();
    }

    PlanRules rules() {
        return choices.with(rules);
    }

    boolean failed() {
        return failed;
    }
}
