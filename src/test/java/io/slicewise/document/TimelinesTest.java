package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * One course in every format that tells of several instants: a 1g and a 3g of an A100 for an hour, and after half of it a
 * 4g in place of the 3g, under the same id.
 */
class TimelinesTest {
    private static final long START = 1_700_002_800L;
    private static final double EXACT = 1e-12;

    /** An instance of the course: from minute to minute, and what it reports then. */
    private record Line(String id, String profile, int from, int to, IntToDoubleFunction value) {
        String labels(String separator, String quote) {
            return "UUID" + separator + quote + "GPU-1" + quote + "," + "gpu" + separator + quote + "0" + quote
                    + ",modelName" + separator + quote + "NVIDIA A100-SXM4-80GB" + quote + ",GPU_I_PROFILE" + separator
                    + quote + profile + quote + ",GPU_I_ID" + separator + quote + id + quote;
        }

        String jsonLabels() {
            return "{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\""
                    + labels("\":", "\"").replace(",", ",\"") + "}";
        }
    }

    private static final List<Line> LINES = List.of(
            new Line("7", "1g.10gb", 0, 59, minute -> minute / 100.0),
            new Line("1", "3g.40gb", 0, 29, minute -> 0.5),
            new Line("1", "4g.40gb", 30, 59, minute -> 0.8));

    private static Timeline timeline(String name, String text) {
        Opened opened = new Opener(Fleets.CATALOGUE).open(name, text.getBytes(StandardCharsets.UTF_8));
        SnapshotOpened export = (SnapshotOpened) opened;
        Timeline timeline = export.timeline();
        assertNotNull(timeline, name);
        return timeline;
    }

    private static void assertIsTheCourse(String name, String text) {
        Timeline timeline = timeline(name, text);
        assertEquals(120, timeline.samples(), name);
        assertEquals(60_000, timeline.step(), name);
        assertEquals(START * 1000, timeline.start(), name);
        assertEquals(START * 1000 + 3_600_000, timeline.end(), name);
        assertEquals(1, timeline.reconfigurations().size(), name);
        assertEquals(
                START * 1000 + 1_800_000, timeline.reconfigurations().getFirst().time(), name);
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        assertEquals((0.1 + 3 * 0.5) / 4, curves.at(Measure.WEIGHTED_AVERAGE, (START + 600) * 1000), EXACT, name);
        assertEquals((0.4 + 4 * 0.8) / 7, curves.at(Measure.WHOLE_GPU, (START + 2400) * 1000), EXACT, name);
        RangeStatistics s = curves.statistics(Measure.INSTANCE_AVERAGE, timeline.start(), timeline.end(), 0.6);
        assertEquals((0.295 + 0.65) / 2, s.mean(), EXACT, name);
        assertEquals(20 * 60_000, s.above(), name);
    }

    private static String matrix(double scale, String blank) {
        StringBuilder json =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (Line line : LINES) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append("{\"metric\":");
            json.append(line.jsonLabels()).append(",\"values\":[");
            for (int minute = line.from(); minute <= line.to(); minute++) {
                json.append(minute == line.from() ? "" : ",").append('[').append(START + minute * 60L);
                json.append(",\"")
                        .append(number(line.value().applyAsDouble(minute) * scale))
                        .append("\"]");
                json.append(
                        blank.isEmpty() || minute % 10 > 0
                                ? ""
                                : ",[" + (START + minute * 60L) + ".5,\"" + blank + "\"]");
            }
            json.append("]}");
        }
        return json + "]}}";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    @Test
    void aRangeOfPrometheus() {
        assertIsTheCourse("range.json", matrix(1, ""));
        assertIsTheCourse("percents.json", matrix(100, ""));
    }

    @Test
    void blanksAreNoSamples() {
        assertIsTheCourse("blanks.json", matrix(1, "NaN"));
        assertIsTheCourse("sentinels.json", matrix(1, "9223372036854775794"));
    }

    @Test
    void linesOfVictoriaMetrics() {
        StringBuilder lines = new StringBuilder();
        for (Line line : LINES) {
            StringBuilder values = new StringBuilder();
            StringBuilder times = new StringBuilder();
            for (int minute = line.from(); minute <= line.to(); minute++) {
                String comma = minute == line.from() ? "" : ",";
                values.append(comma).append(number(line.value().applyAsDouble(minute)));
                times.append(comma).append((START + minute * 60L) * 1000);
            }
            lines.append("{\"metric\":")
                    .append(line.jsonLabels())
                    .append(",\"values\":[")
                    .append(values);
            lines.append("],\"timestamps\":[").append(times).append("]}\n");
        }
        assertIsTheCourse("export.jsonl", lines.toString());
    }

    @Test
    void exposedTextWithTimes() {
        StringBuilder text = new StringBuilder("# TYPE DCGM_FI_PROF_GR_ENGINE_ACTIVE gauge\n");
        for (Line line : LINES) {
            for (int minute = line.from(); minute <= line.to(); minute++) {
                text.append("DCGM_FI_PROF_GR_ENGINE_ACTIVE{")
                        .append(line.labels("=", "\""))
                        .append("} ");
                text.append(number(line.value().applyAsDouble(minute))).append(' ');
                text.append((START + minute * 60L) * 1000).append('\n');
            }
        }
        assertIsTheCourse("scrapes.prom", text.toString());
    }

    @Test
    void aWideTable() {
        for (String unit : List.of("", "%")) {
            StringBuilder table = new StringBuilder("\"Time\"");
            for (Line line : LINES) {
                String legend = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{" + line.labels("=", "\"") + "}";
                table.append(",\"").append(legend.replace("\"", "\"\"")).append('"');
            }
            for (int minute = 0; minute < 60; minute++) {
                table.append('\n').append((START + minute * 60L) * 1000);
                for (Line line : LINES) {
                    double value = line.value().applyAsDouble(minute) * (unit.isEmpty() ? 1 : 100);
                    boolean there = minute >= line.from() && minute <= line.to();
                    table.append(',').append(there ? number(value) + unit : "");
                }
            }
            assertIsTheCourse("wide.csv", table.toString());
        }
    }

    @Test
    void aLongTable() {
        StringBuilder table = new StringBuilder("Time,UUID,modelName,GPU_I_PROFILE,GPU_I_ID,Value\n");
        for (int minute = 0; minute < 60; minute++) {
            for (Line line : LINES) {
                if (minute >= line.from() && minute <= line.to()) {
                    table.append("2023-11-14T23:").append(String.format(Locale.ROOT, "%02d", minute));
                    table.append(":00Z,GPU-1,NVIDIA A100-SXM4-80GB,")
                            .append(line.profile())
                            .append(',');
                    table.append(line.id())
                            .append(',')
                            .append(number(line.value().applyAsDouble(minute)));
                    table.append('\n');
                }
            }
        }
        assertIsTheCourse("long.csv", table.toString());
    }

    @Test
    void oneInstantIsNoTimeline() {
        String text = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"GPU-1\",GPU_I_ID=\"1\",GPU_I_PROFILE=\"1g.10gb\"} 0.5"
                + " 1700000000000\n"
                + "DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"GPU-1\",GPU_I_ID=\"2\",GPU_I_PROFILE=\"1g.10gb\"} 0.5"
                + " 1700000000001\n";
        Opened opened = new Opener(Fleets.CATALOGUE).open("x.prom", text.getBytes(StandardCharsets.UTF_8));
        assertNull(((SnapshotOpened) opened).timeline());
    }

    /** Three instances for 61 minutes: one stands still at 37%, one is idle, one works. */
    @Test
    void aReadingThatStandsStillForAnHourIsNoticed() {
        StringBuilder text = new StringBuilder();
        for (int minute = 0; minute <= 60; minute++) {
            for (int id = 1; id <= 3; id++) {
                double value = id == 1 ? 0.37 : id == 2 ? 0 : 0.2 + minute / 1000.0;
                text.append("DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"GPU-1\",gpu=\"0\",modelName=\"NVIDIA"
                                + " A100-SXM4-80GB\",")
                        .append("GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"")
                        .append(id)
                        .append("\"} ")
                        .append(value)
                        .append(' ')
                        .append((START + 60L * minute) * 1000)
                        .append('\n');
            }
        }
        Opened opened =
                new Opener(Fleets.CATALOGUE).open("still.prom", text.toString().getBytes(StandardCharsets.UTF_8));
        List<String> said = opened.problems().stream()
                .filter(problem -> problem.message().key().equals("snapshot.frozen"))
                .map(problem -> Messages.in(Language.ENGLISH).say(problem.message()))
                .toList();
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.getFirst().startsWith("1 instance has had one and the same reading"), said.getFirst());
    }

    @Test
    void theFleetAtTheEndIsTheSnapshot() {
        String text = matrix(1, "");
        Opened opened = new Opener(Fleets.CATALOGUE).open("range.json", text.getBytes(StandardCharsets.UTF_8));
        Timeline timeline = timeline("range.json", text);
        assertEquals(((SnapshotOpened) opened).fleet(), timeline.at(timeline.end() - 1));
        assertTrue(timeline.bytes() > 0);
    }
}
