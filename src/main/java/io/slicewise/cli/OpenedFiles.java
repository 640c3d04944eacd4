package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Input;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.LabelSet;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The files of a command that asks what hardware is worth: each with its GPUs, those without instances too, and the time that it
 * tells of.
 *
 * @param catalogue the models that are known
 * @param parts one a file that could be opened
 * @param problems what was noticed
 * @param failed whether a file could not be opened
 */
record OpenedFiles(Catalogue catalogue, List<Part> parts, List<Problem> problems, boolean failed) {
    /**
     * A file.
     *
     * @param name what it is called
     * @param gpus all its GPUs: one without MIG has one instance of the full profile, an empty one none
     * @param labels what the monitoring said about the instances
     * @param timeline all that it tells over time; {@code null} where it tells of one moment
     */
    record Part(
            String name,
            List<Gpu> gpus,
            Labels labels,
            @Nullable Timeline timeline) {
        LabelSet labels(Gpu gpu, Instance instance) {
            String id = gpu.id().startsWith(name + ":") ? gpu.id().substring(name.length() + 1) : gpu.id();
            return labels.of(new InstanceRef(id, instance.id()));
        }
    }

    static OpenedFiles of(ParseResult command, Terminal terminal, AppFolders folders) {
        List<String> files = Cli.arguments(command);
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        List<Problem> problems = new ArrayList<>(own.problems());
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        List<Input> inputs = Inputs.of(files, terminal, problems);
        boolean failed = inputs.size() < files.size();
        List<Part> parts = new ArrayList<>();
        for (Opening opening : new Opener(own.catalogue(), choices.exports()).open(inputs)) {
            problems.addAll(opening.opened().problems());
            int members = fleet.members().size();
            int whole = fleet.beside().wholeGpus().size();
            Labels labels = Labels.NONE;
            Timeline timeline = null;
            switch (opening.opened()) {
                case ScenarioOpened scenario -> {
                    fleet.add(opening.name(), scenario.content());
                    labels = scenario.content().labels();
                    timeline = scenario.content().timeline();
                }
                case SnapshotOpened export -> {
                    Snapshot snapshot = export.snapshot();
                    fleet.add(opening.name(), snapshot);
                    labels = snapshot.labels();
                    timeline = export.timeline();
                }
                case NotOpened _ -> {
                    failed = true;
                    continue;
                }
            }
            List<Gpu> gpus = new ArrayList<>();
            fleet.members().stream().skip(members).forEach(member -> gpus.add(member.gpu()));
            fleet.beside().wholeGpus().stream().skip(whole).forEach(one -> gpus.add(one.asGpu()));
            boolean isRange = timeline != null && !timeline.isEmpty();
            parts.add(new Part(opening.name(), gpus, labels, isRange ? timeline : null));
        }
        return new OpenedFiles(own.catalogue(), parts, problems, failed);
    }

    /** All GPUs of all files. */
    List<Gpu> gpus() {
        return parts.stream().flatMap(part -> part.gpus().stream()).toList();
    }

    /** The parts that tell of a time. */
    List<Part> ranges() {
        return parts.stream().filter(part -> part.timeline() != null).toList();
    }
}
