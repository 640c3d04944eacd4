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
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Labels;
import io.slicewise.json.AtomicFile;
import io.slicewise.page.Ledger;
import io.slicewise.page.Subject;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.report.Report;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.snapshot.AllGpus;
import io.slicewise.snapshot.SnapshotFacts;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Thrown;
import io.slicewise.text.Where;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code report FILE…}: files to take along. Needs no display. */
record ReportCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    static final String NAME = "report";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.inputs(options.command(name(), "cli.help.report"), true)
                .addOption(
                        options.string(CommandOptions.METRIC, "engine|sm|tensor|bandwidth|memory", "cli.help.metric"))
                .addOption(options.flag(CommandOptions.ALL_GPUS, "cli.help.allGpus"))
                .addOption(options.string(CommandOptions.AT, "TIME", "cli.help.moment"))
                .addOption(options.string(CommandOptions.TEMPLATE, "TEMPLATE", "cli.help.template"))
                .addOption(options.string(CommandOptions.FORMAT, "FORMAT,…", "cli.help.format"))
                .addOption(options.string(CommandOptions.AUDIENCE, "manager|engineer|operator", "cli.help.audience"))
                .addOption(options.string(CommandOptions.TITLE, "TEXT", "cli.help.title"))
                .addOption(options.string(CommandOptions.AUTHOR, "TEXT", "cli.help.author"))
                .addOption(options.string(CommandOptions.LOGO, "PICTURE", "cli.help.logo"))
                .addOption(options.string(CommandOptions.SLIDES, "FILE", "cli.help.slides"))
                .addOption(options.string(CommandOptions.DATE, "DATE", "cli.help.date"))
                .addOption(options.string(CommandOptions.ALERT, "PERCENT", "cli.help.alert"))
                .addOption(options.string(CommandOptions.OUT, "FOLDER", "cli.help.out"));
    }

    @Override
    public int run(ParseResult command) {
        OwnCatalogue own = OwnCatalogue.load(folders);
        Choices choices = Choices.of(command, own.catalogue());
        ReportChoices wanted = ReportChoices.of(command, words.language(), LocalDate.now(ZoneId.systemDefault()));
        List<String> files = Cli.arguments(command);
        int subjects = wanted.template().subjects();
        if (subjects > 1 && files.size() != subjects) {
            throw new UsageException(
                    Text.of("cli.report.files", wanted.template().id(), subjects));
        }
        List<Problem> problems = new ArrayList<>(own.problems());
        List<Input> inputs = Inputs.of(files, terminal, problems);
        Opener opener = new Opener(own.catalogue(), choices.exports());
        // of a comparison each file is a document of its own; else several files can be parts of one
        List<List<Opening>> opened = subjects > 1
                ? inputs.stream().map(input -> opener.open(List.of(input))).toList()
                : List.of(opener.open(inputs));
        opened.forEach(
                each -> each.forEach(opening -> problems.addAll(opening.opened().problems())));
        boolean failed = inputs.size() < files.size()
                || opened.stream().flatMap(List::stream).anyMatch(it -> it.opened() instanceof NotOpened);
        int code = Cli.FAILED;
        if (!failed) {
            List<Subject> about = opened.stream()
                    .map(each -> subject(each, choices, problems))
                    .toList();
            code = write(wanted, about, base(files), problems);
        }
        terminal.out().flush();
        Problems.print(problems, words, terminal.err());
        return code;
    }

    /** Several files are one fleet. */
    private Subject subject(List<Opening> openings, Choices choices, List<Problem> problems) {
        FleetOfFiles fleet = new FleetOfFiles(choices.defaultModel(), problems);
        List<Weights> weights = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String notes = "";
        boolean measured = false;
        AtMoment moment = choices.moment();
        List<Text> facts = new ArrayList<>();
        @Nullable Timeline timeline = null;
        @Nullable PlanInput plan = null;
        Assumptions assumptions = Assumptions.NONE;
        List<Alternative> alternatives = List.of();
        Labels labels = Labels.NONE;
        for (Opening opening : openings) {
            String name = name(opening.name());
            switch (opening.opened()) {
                case ScenarioOpened scenario -> {
                    fleet.add(opening.name(), scenario.content(), moment);
                    weights.add(scenario.scenario().weights());
                    String own = scenario.scenario().name().in(words.language());
                    name = own.isBlank() ? name : own;
                    notes = openings.size() == 1 ? scenario.scenario().notes().in(words.language()) : "";
                    measured |= scenario.content().isMeasured();
                    facts.addAll(scenario.content().facts());
                    timeline = openings.size() == 1 ? scenario.content().timeline() : null;
                    plan = openings.size() == 1 ? scenario.scenario().plan() : null;
                    if (openings.size() == 1) {
                        assumptions = scenario.scenario().assumptions();
                        alternatives = scenario.scenario().alternatives();
                        labels = scenario.content().labels();
                    }
                }
                case SnapshotOpened export -> {
                    fleet.add(opening.name(), export.snapshot(), moment);
                    measured = true;
                    facts.addAll(SnapshotFacts.all(export.snapshot()));
                    labels = openings.size() == 1 ? export.snapshot().labels() : Labels.NONE;
                    // several files have clocks of their own
                    timeline = openings.size() == 1 ? export.snapshot().timeline() : null;
                }
                case NotOpened _ -> throw new IllegalStateException(opening.name());
            }
            names.add(name);
        }
        Where where = Where.file(openings.stream().map(Opening::name).collect(Collectors.joining(", ")));
        Weights agreed = Inputs.weights(choices.basis(), weights, where, problems);
        Weights chosen = weights.isEmpty() ? choices.of(agreed.readable(fleet.fleet())) : choices.of(agreed);
        String name = names.stream().distinct().collect(Collectors.joining(" · "));
        String from = openings.stream().map(Opening::name).collect(Collectors.joining(", "));
        List<WholeGpu> beside = fleet.beside().wholeGpus();
        Fleet counted = chosen.allGpus() ? AllGpus.together(fleet.fleet(), beside, chosen.reading()) : fleet.fleet();
        // figures over time are of the partitioned GPUs, whatever counts else
        Weights said = timeline == null || moment.isChosen() ? chosen : chosen.withAllGpus(false);
        return Subject.of(name, notes, counted, chosen, measured)
                .withAllGpus(AllGpus.said(fleet.fleet(), beside, said))
                .from(from, SampleLibrary.isNamed(from))
                .withTimeline(timeline)
                .withMoment(timeline == null ? null : moment.said(ZoneId.systemDefault()))
                .withFacts(facts)
                .withPlan(plan)
                .withLedger(new Ledger(hardware(fleet), labels, assumptions, alternatives));
    }

    /** All GPUs, those without instances too. */
    private static List<Gpu> hardware(FleetOfFiles fleet) {
        List<Gpu> all = new ArrayList<>(fleet.fleet().gpus());
        fleet.beside().wholeGpus().forEach(gpu -> all.add(gpu.asGpu()));
        return all;
    }

    private int write(ReportChoices wanted, List<Subject> about, String base, List<Problem> problems) {
        Report report = Report.of(wanted.template(), about, wanted.options());
        PictureFont font = PictureFont.shipped();
        String start =
                base + "-" + wanted.template().id() + "-" + words.language().code();
        int before = Problems.errors(problems).size();
        for (ReportFormat format : wanted.formats()) {
            for (ReportFormat.Made made : made(format, report, font, start, problems)) {
                Path file = wanted.out().resolve(start + made.suffix());
                try {
                    Files.createDirectories(wanted.out());
                    AtomicFile.write(file, made.bytes());
                    terminal.out().println(file);
                } catch (IOException e) {
                    problems.add(Problem.error(
                            Where.file(file.toString()), Text.of("cli.report.notWritten", Opener.why(e))));
                }
            }
        }
        return Problems.errors(problems).size() == before ? Cli.OK : Cli.FAILED;
    }

    /** The files of a format; a format that fails costs no other its turn. */
    private static List<ReportFormat.Made> made(
            ReportFormat format, Report report, PictureFont font, String start, List<Problem> problems) {
        try {
            return format.write(report, font);
        } catch (RuntimeException | OutOfMemoryError e) {
            Text why = Thrown.isLackOfMemory(e)
                    ? Text.of("cli.memory")
                    : Text.of("cli.internal", e.getClass().getSimpleName());
            problems.add(Problem.error(Where.file(start + "." + format.id()), why));
            return List.of();
        }
    }

    /** The beginning of the names of all files: what the first file is called. */
    private static String base(List<String> files) {
        return files.stream().map(ReportCommand::name).collect(Collectors.joining("-"));
    }

    /** The name of a file without its folder and endings. */
    private static String name(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.indexOf('.', 1);
        String name = dot < 0 ? last : last.substring(0, dot);
        return name.equals("-") ? "stdin" : name;
    }
}
