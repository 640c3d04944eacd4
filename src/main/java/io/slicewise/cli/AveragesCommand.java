package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code averages FILE…}: the figures of all files as one fleet, and of each GPU. */
record AveragesCommand(Terminal terminal, AppFolders folders, Messages words) {
    private static final String STANDARD_INPUT = "-";

    int run(ParseResult command) {
        String url = command.matchedOptionValue(Commands.PROMETHEUS, "");
        List<String> files = Cli.arguments(command);
        if (!url.isEmpty() && files.isEmpty()) {
            return new LiveAverages(terminal, folders, words, InstantSource.system()).run(command, url);
        }
        if (files.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.missing", "FILE"));
        }
        if (!url.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.either", "FILE", Commands.PROMETHEUS));
        }
        return files(command, files);
    }

    private int files(ParseResult command, List<String> files) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        List<Problem> problems = new ArrayList<>(own.problems());
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        Opener opener = new Opener(own.catalogue(), choices.exports());
        List<Weights> weights = new ArrayList<>();
        boolean failed = false;
        for (String file : files) {
            Opened opened = open(opener, file);
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
        Where everywhere = Where.file(String.join(", ", files));
        Weights chosen = weights(choices.basis(), weights, everywhere, problems);
        Figures figures = Figures.of(fleet.fleet(), chosen);
        remark(figures, everywhere, problems);
        print(command.hasMatchedOption(Commands.JSON), fleet, figures, problems);
        return failed ? Cli.FAILED : Cli.OK;
    }

    private Opened open(Opener opener, String file) {
        if (file.equals(STANDARD_INPUT)) {
            return opener.open("stdin", terminal.in());
        }
        try {
            return opener.open(Path.of(file));
        } catch (InvalidPathException e) {
            return new NotOpened(List.of(Problem.error(Where.file(file), Text.of("cli.path", e.getReason()))));
        }
    }

    /** The weights of the documents where they agree; the basis that was asked for goes before theirs. */
    private static Weights weights(
            Optional<WeightBasis> basis, List<Weights> documents, Where where, List<Problem> problems) {
        List<Weights> different = documents.stream().distinct().toList();
        Weights agreed = different.size() == 1 ? different.getFirst() : Weights.DEFAULT;
        if (different.size() > 1 && basis.isEmpty()) {
            problems.add(Problem.info(where, Text.of("cli.differentWeights", Commands.BASIS)));
        }
        return basis.map(agreed::withBasis).orElse(agreed);
    }

    /** What has to stand beside the figures. */
    private static void remark(Figures figures, Where where, List<Problem> problems) {
        Text missing = figures.missing();
        if (missing != null
                && figures.gpus().stream().noneMatch(gpu -> gpu.gpu().model() == null)) {
            problems.add(Problem.warning(where, missing));
        }
        List<Text> unverified = figures.unverified().stream()
                .flatMap(share -> Optional.ofNullable(share.gpu().model())
                        .map(model -> Text.of(
                                "cli.profileOf", share.instance().profile().name(), model.id()))
                        .stream())
                .distinct()
                .toList();
        if (!unverified.isEmpty()) {
            problems.add(Problem.info(where, Text.of("cli.unverified", new Listing(unverified))));
        }
    }

    private void print(boolean json, FleetOfFiles fleet, Figures figures, List<Problem> problems) {
        if (json) {
            Json.print(AveragesJson.of(figures, fleet.beside(), problems, words), terminal.out());
        } else {
            // where a file could not be read, its error says more than that there is no GPU
            if (!fleet.members().isEmpty() || Problems.errors(problems).isEmpty()) {
                new AveragesTable(words, fleet.members(), figures).lines().forEach(terminal.out()::println);
                new BesideTable(words, fleet.beside()).lines().forEach(terminal.out()::println);
            }
            terminal.out().flush();
        }
        Problems.print(json ? Problems.errors(problems) : problems, words, terminal.err());
    }
}
