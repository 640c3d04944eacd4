package io.slicewise.snapshot.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.Reads;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.UnitDecision.Unit;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in everything that locales and Grafana make of them. */
class CsvTest {
    private static final String UUID = "GPU-51ce0000-0000-4000-8000-000000000001";
    private static final String LEGEND_7 = "{GPU_I_ID=\"7\", GPU_I_PROFILE=\"1g.5gb\", UUID=\"" + UUID
            + "\", gpu=\"0\", modelName=\"NVIDIA A100-SXM4-40GB\", pod=\"a,b\"}";
    private static final String LEGEND_2 = LEGEND_7.replace("\"7\"", "\"2\"").replace("1g.5gb", "3g.20gb");

    private static SnapshotRead read(String text, SnapshotOptions options) {
        return Reads.read(CsvSnapshot.format(options), "t.csv", text, options);
    }

    private static Snapshot snapshot(String text) {
        assertTrue(CsvSnapshot.recognises(new Beginning(text)), text);
        return Reads.snapshot(read(text, SnapshotOptions.NONE));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** {@code id profile utilization}. */
    private static String said(Snapshot snapshot) {
        return snapshot.fleet().gpus().stream()
                .map(Gpu::instances)
                .flatMap(List::stream)
                .map(one -> one.id() + " " + one.profile().name() + " " + one.utilization())
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> rows(String text) {
        try {
            CsvRows rows = new CsvRows(new StringReader(text));
            List<List<String>> all = new ArrayList<>();
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsThatDoNotTellAreAskedForWithWhatTheirTitlesSay() {
        SnapshotRead read = read(
                "Time,gpu 0 / 7 (1g.5gb),load of mig 5 2g.10gb,Mean\n1767603600,0.5,0.25,1\n", SnapshotOptions.NONE);
        OpenQuestion.MapColumns question =
                (OpenQuestion.MapColumns) read.questions().getFirst();
        assertEquals(
                List.of(
                        new OpenQuestion.Column(3, "load of mig 5 2g.10gb", "0", "5", "2g.10gb"),
                        new OpenQuestion.Column(4, "Mean", "0", "2", "")),
                question.columns());
        SnapshotOptions said = OpenQuestion.MapColumns.answer(
                SnapshotOptions.NONE, question.header(), question.columns().subList(0, 1));
        String text = "Time,gpu 0 / 7 (1g.5gb),load of mig 5 2g.10gb,Mean\n1767603600,0.75,0.5,1\n";
        assertEquals(2, Reads.snapshot(read(text, said)).fleet().instanceCount());
        SnapshotRead other = read(text.replace("Mean", "Average"), said);
        assertEquals(
                2,
                ((OpenQuestion.MapColumns) other.questions().getFirst())
                        .columns()
                        .size(),
                "another header");
    }

    @Test
    void cellsAreSplitAsQuotesSay() {
        assertEquals(List.of(List.of("a", "b,c", "d\"e", ""), List.of("1")), rows("a,\"b,c\",\"d\"\"e\",\r\n\r\n1"));
        assertEquals(List.of(List.of("a", "b\nc"), List.of("d", "e")), rows("sep=;\na;\"b\nc\"\nd;e\n"));
        assertEquals(List.of(List.of("a", "b,", "c")), rows("\uFEFFa\tb,\tc\n"));
        assertEquals(List.of(List.of("x")), rows("\n\n\"x\""));
        assertEquals(List.of(), rows(""));
    }

    @Test
    void aQuoteThatNobodyClosesCostsItsOwnLineOnly() {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2,3"), List.of("4", "5")), rows("a,b\n1,\"2,3\n4,5\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.75|0.75|PLAIN", "0,75|0.75|PLAIN", "75%|75|PERCENT", "75 %|75|PERCENT", "75,5 %|75.5|PERCENT",
                "1.234,5|1234.5|PLAIN", "1,234.5|1234.5|PLAIN", "6.2e-05|0.000062|PLAIN", "'.5'|0.5|PLAIN",
                        "-1|-1|PLAIN"
            })
    void numbersAreReadAsPeopleWriteThem(String text, double value, Cell.Kind kind) {
        assertEquals(new Cell(value, kind), Cell.of(text.replace("'", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "null", "undefined", "-", "N/A", "No data"})
    void nothingIsNotZero(String text) {
        assertEquals(Cell.Kind.EMPTY, Cell.of(text).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"75 W", "idle", "1.2.3", "0x10", "Infinity", "1e9999"})
    void wordsAndOtherUnitsAreNoUtilization(String text) {
        assertEquals(Cell.Kind.OTHER, Cell.of(text).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "1767603600, 1767603600000",
        "1767603600.5, 1767603600500",
        "1767603600000, 1767603600000",
        "2026-01-05T09:00:00Z, 1767603600000",
        "2026-01-05T18:00:00.000+09:00, 1767603600000",
        "2026-01-05 09:00:00, 1767603600000",
        "2026-01-05 09:00, 1767603600000"
    })
    void timesAreReadInEveryShape(String text, long millis) {
        assertEquals(OptionalLong.of(millis), Cell.time(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/01/2026, 09:00", "12", "2026-13-40 99:00:00", "now"})
    void whatIsNoTimeIsNone(String text) {
        assertEquals(OptionalLong.empty(), Cell.time(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gpu 0 / 7 (1g.5gb)|''|0|7|1g.5gb",
                "GPU 3, GI 9 – 3g.40gb|''|3|9|3g.40gb",
                "gpu=0, GPU_I_ID=7, GPU_I_PROFILE=1g.5gb|''|0|7|1g.5gb",
                "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"1\",GPU_I_ID=\"2\",GPU_I_PROFILE=\"2g.10gb\"}|''|1|2|2g.10gb",
                "GPU-51ce0000-0000-4000-8000-000000000001 / 5|GPU-51ce0000-0000-4000-8000-000000000001|''|5|''",
                "gpu0 instance 4|''|0|4|''",
                "GPU 2|''|2|''|''",
                "Value|''|''|''|''",
                "Value #A|''|''|''|''"
            })
    void aLegendTellsWhose(String legend, String uuid, String gpu, String instance, String profile) {
        RawSource source = Legend.of(legend).source();
        assertEquals(
                List.of(uuid, gpu, instance, profile),
                List.of(source.uuid(), source.gpu(), source.instanceId(), source.profile()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aWideTableHasAColumnASeries(String separator) {
        String text = String.join(
                "\n",
                "\uFEFFsep=" + separator,
                String.join(separator, "Time", quoted(LEGEND_7), quoted(LEGEND_2)),
                String.join(separator, "2026-01-05 09:00:00", "0.10", "0.20"),
                String.join(separator, "2026-01-05 09:01:00", "0.50", "0.25"));
        Snapshot snapshot = snapshot(text);
        assertEquals("2 3g.20gb 0.25, 7 1g.5gb 0.5", said(snapshot));
        assertEquals(Instant.parse("2026-01-05T09:01:00Z"), snapshot.time());
        assertEquals("a100-40gb", snapshot.fleet().gpus().getFirst().model().id());
        List<String> said = Reads.english(snapshot.problems());
        assertTrue(said.contains("info 0: The readings are those of 2026-01-05 09:01:00, the newest time with a value; "
                + "the table begins at 2026-01-05 09:00:00."));
    }

    @Test
    void decimalCommasAndPercentSignsAreRead() {
        Snapshot snapshot =
                snapshot("Zeit;" + quoted(LEGEND_7) + ";" + quoted(LEGEND_2) + "\n1767603600000;50,5%;25 %\n");
        assertEquals("2 3g.20gb 0.25, 7 1g.5gb 0.505", said(snapshot));
        List<String> said = Reads.english(snapshot.problems());
        assertTrue(
                said.contains("info 0: Utilization was read as percent: all 2 values have a percent sign."),
                said::toString);
        assertTrue(
                said.stream().noneMatch(remark -> remark.contains("ratios")), "two remarks that contradict each other");
        // one above 100% changes nothing of what the others are
        assertEquals(
                "2 3g.20gb 0.25, 7 1g.5gb 1.0",
                said(snapshot("Time;" + quoted(LEGEND_7) + ";" + quoted(LEGEND_2) + "\n1767603600000;104%;25 %\n")));
    }

    @Test
    void percentSignsBesidePlainValuesGoByTheUnitOfTheFile() {
        String header = "Time," + quoted(LEGEND_7) + "," + quoted(LEGEND_2) + "\n";
        assertEquals("2 3g.20gb 0.25, 7 1g.5gb 0.5", said(snapshot(header + "1767603600,50%,0.25\n")));
        Snapshot percents = snapshot(header + "1767603600,50%,25\n");
        assertEquals("2 3g.20gb 0.25, 7 1g.5gb 0.5", said(percents));
        assertEquals(Unit.PERCENT, percents.unit().unit());
    }

    @Test
    void theUnitIsDecidedFromTheWholeTable() {
        Snapshot snapshot = snapshot("Time," + quoted(LEGEND_7) + "," + quoted(LEGEND_2)
                + "\n1767603600,80,90\n1767603660,85,91\n1767603720,1,1\n");
        assertEquals("2 3g.20gb 0.01, 7 1g.5gb 0.01", said(snapshot));
    }

    @Test
    void aSeriesWithoutAValueInTheLastFiveMinutesIsNotReported() {
        Snapshot snapshot = snapshot("Time," + quoted(LEGEND_7) + "," + quoted(LEGEND_2)
                + "\n1767603600,0.8,0.9\n1767603660,,0.5\n1767604000,,0.4\n");
        assertEquals("2 3g.20gb 0.4, 7 1g.5gb NaN", said(snapshot));
        assertTrue(Reads.english(snapshot.problems())
                .contains("warning 0: 1 series has no value within the last 5 minutes of the table and counts as not "
                        + "reported: GPU 0/7 (last value at 1767603600)."));
        Snapshot near = snapshot(
                "Time," + quoted(LEGEND_7) + "," + quoted(LEGEND_2) + "\n1767603600,0.8,0.9\n1767603660,,0.5\n");
        assertEquals("2 3g.20gb 0.5, 7 1g.5gb 0.8", said(near));
    }

    @Test
    void timesThatNobodyCanReadLeaveTheOrderOfRows() {
        Snapshot snapshot =
                snapshot("Time," + quoted(LEGEND_7) + "\n\"05/01/2026, 9:00\",0.8\n\"05/01/2026, 9:01\",0.3\n");
        assertEquals("7 1g.5gb 0.3", said(snapshot));
        assertNull(snapshot.time());
    }

    @Test
    void columnsThatAreAllCalledValueAreAskedFor() {
        String text = "Time,Value,Value\n1767603600,0.8,0.4\n";
        SnapshotRead read = read(text, SnapshotOptions.NONE);
        assertNull(read.snapshot());
        assertEquals(
                List.of(
                        "warning 0: 2 columns cannot be tied to a GPU instance and were left out: column 2 “Value”,"
                                + " column 3 “Value”. Expected a name such as “gpu 0 / 7 (1g.5gb)” or labels with UUID and"
                                + " GPU_I_ID; otherwise say whose it is (on the command line with --map \"Value "
                                + "#A=GPU-1/7/1g.10gb\").",
                        "error 0: No column of this table can be tied to a GPU instance. Expected names such as “gpu 0"
                                + " / 7 (1g.5gb)” or labels with UUID and GPU_I_ID; otherwise say whose each is (on the"
                                + " command line with --map \"Value #A=GPU-1/7/1g.10gb\")."),
                Reads.english(read.problems()));
        SnapshotOptions told = SnapshotOptions.NONE
                .withColumn("#2", RawSource.of("", "0", "", "1g.5gb", "7"))
                .withColumn("#3", RawSource.of("", "0", "", "3g.20gb", "2"));
        assertEquals("2 3g.20gb 0.4, 7 1g.5gb 0.8", said(Reads.snapshot(read(text, told))));
    }

    @Test
    void oneColumnThatIsNotKnownLeavesTheOthers() {
        Snapshot snapshot = snapshot("Time,Value #A," + quoted(LEGEND_7) + "\n1767603600,0.8,0.4\n");
        assertEquals("7 1g.5gb 0.4", said(snapshot));
        assertTrue(
                snapshot.problems().stream().anyMatch(it -> it.message().key().equals("table.strangers")));
    }

    @Test
    void aLongTableHasAColumnALabel() {
        Snapshot snapshot =
                snapshot("\"Time\",\"GPU_I_ID\",\"GPU_I_PROFILE\",\"UUID\",\"gpu\",\"modelName\",\"pod\",\"Value\"\n"
                        + "2026-01-05T09:00:00Z,7,1g.5gb," + UUID + ",0,NVIDIA A100-SXM4-40GB,\"two\nlines\",0.5\n"
                        + "2026-01-05T09:00:00Z,2,3g.20gb," + UUID + ",0,NVIDIA A100-SXM4-40GB,b,0.25\n"
                        + "2026-01-05T09:00:00Z,,," + UUID + ",0,NVIDIA A100-SXM4-40GB,,0.18\n");
        assertEquals("2 3g.20gb 0.25, 7 1g.5gb 0.5", said(snapshot));
        assertEquals(1, snapshot.crossChecks().size());
        assertEquals(
                "two\nlines",
                snapshot.fleet().gpus().getFirst().instances().get(1).owner());
    }

    /** A table that somebody made by hand, or that a dashboard renamed the columns of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "호스트,UUID,모델,인스턴스 ID,프로파일,온도,사용률",
                "서버,GPU UUID,GPU 모델,인스턴스 번호,MIG 프로필,온도,GPU 사용률",
                "Server,UUID,GPU name,Instance ID,Profile,Temperature,Utilization",
                "Host,UUID,Model,GI,MIG type,GPU temp,Load (%)",
                "Hostname,UUID,modelName,MIG instance,Slice,DCGM_FI_DEV_GPU_TEMP,GR engine"
            })
    void headingsInWordsAreUnderstood(String heading) {
        Snapshot snapshot = snapshot(heading + "\n"
                + "alder,GPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,44,31%\n"
                + "alder,GPU-1,NVIDIA A100-SXM4-80GB,9,1g.10gb,44,57%\n");
        assertEquals("2 3g.40gb 0.31, 9 1g.10gb 0.57", said(snapshot));
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("a100-80gb", Objects.requireNonNull(gpu.model()).id());
        assertEquals("alder", gpu.host());
    }

    @Test
    void aColumnOfNumbersIsNoUtilizationBecauseNothingElseIsThere() {
        Snapshot snapshot = snapshot("UUID,모델,인스턴스 ID,프로파일,온도\nGPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,44\n");
        assertEquals("2 3g.40gb NaN", said(snapshot));
        assertTrue(
                Reads.english(snapshot.problems()).stream().anyMatch(remark -> remark.contains("found instead: 온도")));
    }

    @Test
    void columnsThatAreLeftOutAreCalledAsTheFileCallsThem() {
        Snapshot snapshot =
                snapshot("UUID,모델,인스턴스 ID,프로파일,컨테이너,사용률\n" + "GPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,,31%\n");
        assertEquals("2 3g.40gb 0.31", said(snapshot));
        assertEquals(
                1,
                Reads.english(snapshot.problems()).stream()
                        .filter(remark -> remark.endsWith("“사용률”; other columns of numbers were left out: 컨테이너."))
                        .count());
    }

    @Test
    void twoColumnsOfOneTitleAreTwoColumns() {
        Snapshot snapshot = snapshot(
                "UUID,modelName,GPU_I_ID,type,type,utilization\n" + "GPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,5,0.31\n");
        assertEquals("2 3g.40gb 0.31", said(snapshot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3g.40gb", "MIG 3g.40gb", "mig-3g.40gb", "1c.3g.40gb"})
    void aProfileInTheOwnColumnsTellsThatTheyAreThose(String profile) {
        Snapshot snapshot = snapshot("gpu,model,instance,profile,load\n0,A100-SXM4-80GB,train," + profile + ",0.31\n");
        assertEquals("train 3g.40gb 0.31", said(snapshot));
    }

    @ParameterizedTest
    @CsvSource({
        "Memory used (MiB), 21840",
        "Memory used [bytes], 22900899840",
        "FB usage (GiB), 21.328125",
        "메모리 사용량 (MB), 22900.89984"
    })
    void memoryAndWattsAreReadWhereTheHeadingHasTheirUnit(String heading, String value) {
        Snapshot snapshot = snapshot("UUID,modelName,GPU_I_ID,GPU_I_PROFILE,Utilization," + heading
                + ",Power (W),Memory free (MiB)\nGPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,0.31," + value + ",231.5,1\n");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals(21_840, gpu.instances().getFirst().readings().memoryUsedMib(), 1e-6);
        assertEquals(231.5, gpu.powerWatts());
        assertTrue(
                Reads.english(snapshot.problems()).stream()
                        .anyMatch(remark ->
                                remark.endsWith("other columns of numbers were left out: Memory free (MiB).")),
                () -> Reads.english(snapshot.problems()).toString());
    }

    @Test
    void aTableOfAnotherReadingAloneSaysNoMoreThanThat() {
        Snapshot snapshot = snapshot("UUID,modelName,GPU_I_ID,GPU_I_PROFILE,DCGM_FI_PROF_DRAM_ACTIVE\n"
                + "GPU-1,NVIDIA A100-SXM4-80GB,2,3g.40gb,0.44\n");
        assertTrue(snapshot.problems().stream()
                .noneMatch(problem -> problem.message().key().equals("table.noValueColumn")));
        assertEquals(
                0.44,
                snapshot.fleet()
                        .gpus()
                        .getFirst()
                        .instances()
                        .getFirst()
                        .readings()
                        .bandwidth());
    }

    @Test
    void aLongTableCanHoldLegendsAndOtherMetrics() {
        Snapshot snapshot = snapshot("Metric,Value\n"
                + quoted("DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",GPU_I_ID=\"7\",GPU_I_PROFILE=\"1g.5gb\"}") + ",0.5\n"
                + "up{job=\"x\"},1\n");
        assertEquals("7 1g.5gb 0.5", said(snapshot));
        assertTrue(
                snapshot.problems().stream().anyMatch(it -> it.message().key().equals("table.otherMetrics")));
    }

    @Test
    void theOwnCsvIsReadWithItsPlaces() {
        Snapshot snapshot = snapshot("""
            gpu,model,instance,profile,start,utilization,owner
            0,A100-SXM4-40GB,1,3g.20gb,4,0.3,search
            0,A100-SXM4-40GB,2,1g.5gb,0,,
            """);
        assertEquals("1 3g.20gb 0.3, 2 1g.5gb NaN", said(snapshot));
        Instance first = snapshot.fleet().gpus().getFirst().instances().getFirst();
        assertEquals(4, first.start());
        assertEquals("search", first.owner());
    }

    @Test
    void otherTablesAreLeftToOthers() {
        assertFalse(CsvSnapshot.recognises(new Beginning("a,b\n1,2\n")));
        assertFalse(CsvSnapshot.recognises(new Beginning("Some words, and more.\n")));
        assertFalse(CsvSnapshot.recognises(new Beginning("")));
    }

    /** {@code instance} beside a profile of MIG is an instance, whatever the column of the utilization is called. */
    @ParameterizedTest
    @ValueSource(strings = {"load", "사용률", "gr_engine"})
    void aTableOfInstancesMayCallTheUtilizationOtherwise(String called) {
        String table = "gpu,instance,profile," + called + "\n0,1,4g.40gb,55\n0,5,2g.20gb,20\n";
        SnapshotRead read = Reads.read(CsvSnapshot.format(SnapshotOptions.NONE), "a.csv", table, SnapshotOptions.NONE);
        List<Instance> instances = Objects.requireNonNull(read.snapshot())
                .fleet()
                .gpus()
                .getFirst()
                .instances();
        assertEquals(List.of("1", "5"), instances.stream().map(Instance::id).toList());
        assertEquals(
                List.of(0.55, 0.2),
                instances.stream().map(Instance::utilization).toList());
    }

    @Test
    void whichColumnHasTheUtilizationIsAskedAndTheAnswerTaken() {
        String table = "UUID,GPU_I_ID,GPU_I_PROFILE,first,second,FB used\nGPU-1,1,3g.40gb,0.2,0.8,5\n";
        SnapshotRead read = Reads.read(CsvSnapshot.format(SnapshotOptions.NONE), "a.csv", table, SnapshotOptions.NONE);
        assertNull(read.snapshot(), "nothing is guessed");
        OpenQuestion.ChooseUtilization question =
                (OpenQuestion.ChooseUtilization) read.questions().getFirst();
        assertEquals(
                List.of("first", "second"),
                question.choices().stream().map(OpenQuestion.Column::title).toList());
        assertEquals(
                List.of("error 0: 2 columns may be the utilization: first, second. Say which one, on the command line "
                        + "with --map \"first=utilization\"."),
                Reads.english(read.problems()));
        for (SnapshotOptions said : List.of(
                OpenQuestion.ChooseUtilization.answer(
                        SnapshotOptions.NONE,
                        question.header(),
                        question.choices().getLast()),
                SnapshotOptions.NONE.withUtilization("second"),
                SnapshotOptions.NONE.withUtilization("#5"))) {
            Snapshot snapshot = Reads.snapshot(Reads.read(CsvSnapshot.format(said), "a.csv", table, said));
            assertEquals(
                    0.8,
                    snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
        }
    }

    /** A flaw costs its row, wherever it stands: the others are read as without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpu,instance,profile,load",
                "GPU,Instance ID,Profile,Utilization",
                "gpu,GPU_I_ID,GPU_I_PROFILE,value"
            })
    void oneMisspelledCellDoesNotChangeHowTheRestIsRead(String heading) {
        List<String> rows = List.of("0,1,3g.20gb,0.5", "0,2,2g.10gb,0.25", "0,3,1g.5gb,0.75");
        for (int at = 0; at < rows.size(); at++) {
            String good = rows.get(at);
            String rest = said(snapshot(heading + "\n" + String.join("\n", without(rows, at, List.of()))));
            for (String flaw : List.of("1gx", "")) {
                String bad = good.replaceAll("\\dg\\.\\d+gb", flaw);
                Snapshot read = snapshot(heading + "\n" + String.join("\n", without(rows, at, List.of(bad))));
                assertEquals(rest, said(read), bad);
                assertEquals(1, read.unweighed().size(), bad);
                assertEquals("", read.fleet().gpus().getFirst().host());
                int line = at + 2;
                assertTrue(
                        read.problems().stream()
                                .anyMatch(problem -> problem.where().line() == line
                                        && problem.message().key().endsWith("Profile")),
                        bad);
            }
            String word = good.substring(0, good.lastIndexOf(',')) + ",x.5";
            Snapshot read = snapshot(heading + "\n" + String.join("\n", without(rows, at, List.of(word))));
            assertEquals(3, read.fleet().instanceCount(), word);
            assertEquals(
                    2,
                    read.fleet().gpus().getFirst().instances().stream()
                            .filter(Instance::isReported)
                            .count(),
                    word);
        }
    }

    /** The rows with others in the place of one. */
    private static List<String> without(List<String> rows, int at, List<String> instead) {
        List<String> all = new ArrayList<>(rows);
        all.remove(at);
        all.addAll(at, instead);
        return all;
    }
}
