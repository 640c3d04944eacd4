package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.usage.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every template in every format and language of whatever can be opened: nothing but whole GPUs, no GPU, one, one
 * instance without a reading. All samples take part where {@code slicewise.everything} is set.
 */
class EverythingIsWrittenTest {
    private static final PictureFont FONT = PictureFont.shipped();
    private static final List<String> ODD = List.of("snapshot-mig-off.prom", "snapshot-faults.prom");

    private static Map<String, Subject> subjects(Language language) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        GpuModel model = Fleets.CATALOGUE.models().getFirst();
        Instance idle =
                Fleets.scenario1().gpus().getFirst().instances().getFirst().withUtilization(Instance.NO_READING);
        Gpu empty = Gpu.of("0", "GPU 0", model, List.of());
        subjects.put("nothing", subject(Fleet.EMPTY));
        subjects.put("one GPU", subject(new Fleet(List.of(empty))));
        subjects.put("no reading", subject(new Fleet(List.of(Gpu.of("0", "GPU 0", model, List.of(idle))))));
        List<String> samples = Boolean.getBoolean("slicewise.everything") ? Subjects.all() : ODD;
        samples.forEach(sample -> subjects.put(sample, Subjects.of(sample, language)));
        return subjects;
    }

    private static Subject subject(Fleet fleet) {
        return Subject.of("x", "", fleet, Weights.DEFAULT, false);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void nothingCannotBeWritten(Template template) {
        for (Language language : Language.all()) {
            subjects(language).forEach((name, subject) -> {
                List<Subject> about = template.subjects() == 1 ? List.of(subject) : List.of(subject, subject);
                Report report = Report.of(template, about, Options.of(language, Audience.ENGINEER));
                for (ReportFormat format : ReportFormat.values()) {
                    String what = name + " as " + template.id() + "." + format.id() + " in " + language;
                    List<ReportFormat.Made> made = assertDoesNotThrow(() -> format.write(report, FONT), what);
                    made.forEach(file -> assertNotEquals(0, file.bytes().length, what));
                }
            });
        }
    }
}
