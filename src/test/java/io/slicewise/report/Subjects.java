package io.slicewise.report;

import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.page.Ledger;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The product's own samples, as reports tell of them. */
public final class Subjects {
    public static final String MAIN = "main-example.slicewise.json";
    public static final String HOST = "host-8-gpus.slicewise.json";

    private static final Path SAMPLES = Path.of("samples");

    private Subjects() {}

    public static Subject of(String sample, Language language) {
        Subject subject = switch (new Opener(Fleets.CATALOGUE).open(SAMPLES.resolve(sample))) {
            case ScenarioOpened opened -> {
                Scenario scenario = opened.scenario();
                yield Subject.of(
                                scenario.name().in(language),
                                scenario.notes().in(language),
                                scenario.fleet(),
                                scenario.weights(),
                                false)
                        .withPlan(scenario.plan())
                        .withLedger(Ledger.of(
                                scenario,
                                opened.content().hardware(),
                                opened.content().labels()));
            }
            case SnapshotOpened opened -> {
                List<Gpu> hardware = new ArrayList<>(opened.fleet().gpus());
                opened.snapshot().wholeGpus().forEach(gpu -> hardware.add(gpu.asGpu()));
                yield Subject.of(sample, "", opened.fleet(), Weights.DEFAULT, true)
                        .withTimeline(opened.snapshot().timeline())
                        .withLedger(new Ledger(hardware, opened.snapshot().labels(), Assumptions.NONE, List.of()));
            }
            default -> throw new IllegalArgumentException(sample);
        };
        return subject.from(sample, true);
    }

    /** Three hundred GPUs. */
    public static Subject large() {
        return Subject.of("Large", "", Fleets.large(), Weights.DEFAULT, true);
    }

    /** The names of all samples that have instances or could have. */
    public static List<String> all() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report of a sample; of a comparison with the main example. */
    public static Report report(Template template, String sample, Options options) {
        Subject subject = of(sample, options.language());
        return Report.of(
                template,
                template.subjects() == 1 ? List.of(subject) : List.of(of(MAIN, options.language()), subject),
                options);
    }
}
