package io.slicewise.document;

import io.slicewise.cli.Cli;
import io.slicewise.cli.Terminal;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonDocument;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.html.HtmlWriter;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.report.text.CsvWriter;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.text.Visible;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What holds of whatever was opened: figures that can be, files that say the same again, outputs that command nothing. */
final class Invariants {
    private static final double EXACT = 1e-9;
    private static final PictureFont FONT = PictureFont.shipped();
    private static final AppFolders NOWHERE = new AppFolders(Path.of("target", "no-such-folder"));

    private Invariants() {}

    /** Of the figures, and of writing the document and reading it again. */
    static List<String> faults(Opened opened) {
        Editable content = content(opened);
        return content == null ? List.of() : faults(content);
    }

    /** Of the figures of a document, and of writing it and reading it again. */
    static List<String> faults(Editable content) {
        List<String> faults = new ArrayList<>();
        Scenario scenario = content.scenario();
        figures(Figures.of(scenario.fleet(), scenario.weights()), faults);
        roundTrip(content, faults);
        return faults;
    }

    private static @Nullable Editable content(Opened opened) {
        return switch (opened) {
            case ScenarioOpened scenario -> scenario.content();
            case SnapshotOpened export -> DocumentContent.measured(Scenario.empty("x"), export.snapshot());
            case Opened.NotOpened _ -> null;
        };
    }

    private static void figures(Figures figures, List<String> faults) {
        averages(figures.total(), "fleet", faults);
        sums(
                figures.total(),
                figures.shares().stream().map(Figures.Share::contribution).toList(),
                "fleet",
                faults);
        for (Figures.GpuFigures gpu : figures.gpus()) {
            averages(gpu.averages(), "gpu", faults);
            sums(gpu.averages(), gpu.contributions(), "gpu", faults);
        }
    }

    private static void averages(Averages averages, String of, List<String> faults) {
        double[] all = {
            averages.instanceAverage(), averages.weightedAverage(), averages.wholeGpu(), averages.allocatedShare()
        };
        // of nothing there is no figure, and NaN compares with nothing
        if (Arrays.stream(all).anyMatch(value -> value < -EXACT || value > 1 + EXACT)) {
            faults.add("figures of a " + of + " out of range");
        }
        double product = averages.allocatedShare() * averages.weightedAverage();
        if (Math.abs(product - averages.wholeGpu()) > EXACT) {
            faults.add("whole GPU of a " + of + " is not A times W");
        }
    }

    private static void sums(Averages averages, List<Double> contributions, String of, List<String> faults) {
        double sum = contributions.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sum();
        if (averages.reported() > 0 && Math.abs(sum - averages.gap()) > EXACT) {
            faults.add("contributions of a " + of + " do not sum up");
        }
    }

    private static void roundTrip(Editable content, List<String> faults) {
        byte[] written = ScenarioFile.write(content);
        ScenarioFile.Read read = ScenarioFile.read("x", written, Fleets.CATALOGUE);
        Editable again = read.content();
        if (again == null) {
            faults.add("what was saved cannot be read: "
                    + read.problems().getFirst().message().key());
        } else if (!again.scenario().equals(content.scenario())) {
            faults.add("what was saved is read as another scenario");
        } else if (!Arrays.equals(written, ScenarioFile.write(again))) {
            faults.add("what was saved and read is saved otherwise");
        }
    }

    /** Of what the command line prints about an input, as a table and as JSON. */
    static List<String> printed(byte[] input, Language language) {
        return said("averages", input, language);
    }

    /** Of what it says where the input is taken for a dashboard, rules or a query. */
    static List<String> checked(byte[] input, Language language) {
        return said("check", input, language);
    }

    private static List<String> said(String command, byte[] input, Language language) {
        List<String> faults = new ArrayList<>();
        for (String form : List.of("--lang=" + language.code(), "--json")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = new Cli(new Terminal(new ByteArrayInputStream(input), out, err), NOWHERE, language)
                    .run(command, form, "-");
            String said = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
            if (said.codePoints().anyMatch(c -> c != '\n' && Visible.isHidden(c))) {
                faults.add("something hidden reached the terminal");
            }
            if (code == Cli.USAGE || said.contains("went wrong inside") || said.contains("내부 오류")) {
                faults.add(
                        "the command line failed: " + said.lines().findFirst().orElse(""));
            }
            if (form.equals("--json") && !out.toString(StandardCharsets.UTF_8).isEmpty()) {
                try {
                    JsonDocument.mapper().readTree(out.toByteArray());
                } catch (JacksonException _) {
                    faults.add("what is printed is no JSON");
                }
            }
        }
        return faults;
    }

    /** Of reports. */
    static List<String> reported(Opened opened, Language language) throws IOException {
        Editable content = content(opened);
        if (content == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        Subject subject = Subject.of("x", "", content.scenario().fleet(), Weights.DEFAULT, true)
                .withTimeline(content.timeline())
                .withFacts(content.facts());
        Report report = Report.of(Template.FULL, List.of(subject), Options.of(language, Audience.ENGINEER));
        String markdown = MarkdownWriter.write(report);
        if (markdown.codePoints().anyMatch(c -> c != '\n' && Visible.isHidden(c))) {
            faults.add("something hidden is in Markdown");
        }
        HtmlWriter.write(report, FONT.measure());
        if (CsvWriter.csv(report.figures()).lines().anyMatch(line -> line.matches("[=+@＝＋－＠].*"))) {
            faults.add("a formula is in CSV");
        }
        return faults;
    }
}
