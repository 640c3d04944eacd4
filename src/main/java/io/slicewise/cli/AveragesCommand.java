package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Input;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code averages FILE…}: the figures of all files as one fleet, and of each GPU. */
record AveragesCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    static final String NAME = "averages";

    static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.inputs(options.command(name(), "cli.help.averages"), false)
                .addOption(options.flag(CommandOptions.JSON, "cli.help.json"))
                .addOption(options.flag(CommandOptions.CSV, "cli.help.csv"))
                .addOption(
                        options.string(CommandOptions.METRIC, "engine|sm|tensor|bandwidth|memory", "cli.help.metric"))
                .addOption(options.flag(CommandOptions.ALL_GPUS, "cli.help.allGpus"))
                .addOption(options.string(CommandOptions.PROMETHEUS, "URL", "cli.help.prometheus"))
                .addOption(options.string(CommandOptions.AT, "TIME", "cli.help.at"))
                .addOption(options.string(CommandOptions.FROM, "TIME", "cli.help.from"))
                .addOption(options.string(CommandOptions.TO, "TIME", "cli.help.to"))
                .addOption(options.string(CommandOptions.STEP, "LENGTH", "cli.help.step"));
        return options.server(spec);
    }

    @Override
    public int run(ParseResult command) {
        String url = command.matchedOptionValue(CommandOptions.PROMETHEUS, "");
        List<String> files = Cli.arguments(command);
        if (command.hasMatchedOption(CommandOptions.CSV) && command.hasMatchedOption(CommandOptions.JSON)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.CSV, CommandOptions.JSON));
        }
        if (!url.isEmpty() && files.isEmpty()) {
            return new LiveAverages(terminal, folders, words, InstantSource.system()).run(command, url);
        }
        if (files.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.missing", "FILE"));
        }
        if (!url.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.either", "FILE", CommandOptions.PROMETHEUS));
        }
        return files(command, files);
    }

    private int files(ParseResult command, List<String> files) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        List<Problem> problems = new ArrayList<>(own.problems());
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        Opener opener = new Opener(own.catalogue(), choices.exports());
        Ranges ranges = Ranges.of(command);
        AtMoment moment = choices.moment();
        List<Weights> weights = new ArrayList<>();
        List<Input> inputs = Inputs.of(files, terminal, problems);
        boolean failed = inputs.size() < files.size();
        for (Opening opening : opener.open(inputs)) {
            problems.addAll(opening.opened().problems());
            // no switch over types on the way of a short call: a new process takes its time over the first one
            Opened opened = opening.opened();
            if (opened instanceof ScenarioOpened scenario) {
                failed |= !fleet.add(opening.name(), scenario.content(), moment);
                weights.add(scenario.scenario().weights());
                failed |= !ranges.add(opening.name(), scenario.content().timeline(), problems);
            } else if (opened instanceof SnapshotOpened export) {
                failed |= !fleet.add(opening.name(), export.snapshot(), moment);
                failed |= !ranges.add(opening.name(), export.timeline(), problems);
            }
            failed |= opened instanceof NotOpened;
        }
        Where everywhere = Where.file(String.join(", ", files));
        Weights agreed = Inputs.weights(choices.basis(), weights, everywhere, problems);
        Weights chosen = choices.reading().isPresent() || !weights.isEmpty()
                ? choices.of(agreed)
                : choices.of(agreed.readable(fleet.fleet()));
        Figures figures = Figures.of(fleet.fleet(), chosen);
        remark(figures, everywhere, problems);
        if (command.hasMatchedOption(CommandOptions.CSV)) {
            failed |= !csv(ranges, figures.weights(), everywhere, problems);
        } else {
            print(command, fleet, figures, ranges, problems);
        }
        return failed ? Cli.FAILED : Cli.OK;
    }

    /** What has to stand beside the figures. */
    private static void remark(Figures figures, Where where, List<Problem> problems) {
        Text missing = figures.missing();
        // where nothing is known of any model, that was said of each
        if (missing != null && figures.gpus().stream().anyMatch(gpu -> gpu.gpu().model() != null)) {
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

    /** The figures over time alone; {@code false} where no file tells of a range. */
    private boolean csv(Ranges ranges, Weights weights, Where where, List<Problem> problems) {
        String csv = ranges.csv(weights);
        if (csv.isEmpty()) {
            problems.add(Problem.error(where, Text.of("cli.csv.single", CommandOptions.CSV)));
        }
        terminal.out().print(csv);
        terminal.out().flush();
        Problems.print(Problems.errors(problems), words, terminal.err());
        return !csv.isEmpty();
    }

    private void print(
            ParseResult command, FleetOfFiles fleet, Figures figures, Ranges ranges, List<Problem> problems) {
        boolean json = command.hasMatchedOption(CommandOptions.JSON);
        if (json) {
            Json.print(
                    document -> {
                        AveragesJson.write(document, fleet, figures, problems, words);
                        ranges.write(document, figures.weights());
                    },
                    terminal.out());
        } else {
            // where a file could not be read, its error says more than that there is no GPU
            if (!fleet.members().isEmpty() || Problems.errors(problems).isEmpty()) {
                new AveragesTable(words, fleet, figures).print(terminal.out()::println);
                new BesideTable(words, fleet.beside()).lines().forEach(terminal.out()::println);
                HostWatts.lines(HostWatts.of(fleet), words).forEach(terminal.out()::println);
                ranges.lines(figures.weights(), words).forEach(terminal.out()::println);
            }
            terminal.out().flush();
        }
        Problems.print(json ? Problems.errors(problems) : problems, words, terminal.err());
    }
}
