package io.slicewise.document.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.content.DocumentContent.Planned;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Wording;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
    private static ScenarioFile.Read read(String json) {
        return ScenarioFile.read("x.slicewise.json", json.getBytes(StandardCharsets.UTF_8), Fleets.CATALOGUE);
    }

    private static Scenario roundTrip(Scenario scenario) {
        ScenarioFile.Read read = ScenarioFile.read("x", ScenarioFile.write(scenario), Fleets.CATALOGUE);
        assertEquals(List.of(), read.problems());
        return Objects.requireNonNull(read.scenario());
    }

    private static String gpu(String instances) {
        return "{\"formatVersion\":1,\"gpus\":[{\"id\":\"g\",\"model\":\"a100-80gb\",\"instances\":[" + instances
                + "]}]}";
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Scenario scenario = new Scenario(
                new Wording(Map.of(Language.ENGLISH, "Host", Language.KOREAN, "호스트")),
                Wording.of("Line 1\nLine \"2\"\t=x"),
                Fleets.host(),
                new Weights(
                        new WeightBasis.Own(Map.of("a100-80gb/1g.10gb", 1.5, "a100-80gb", 10.0)),
                        new GpuWeight.Own(Map.of("a100-80gb", 2.0))));
        assertEquals(scenario, roundTrip(scenario));
        assertEquals(Scenario.empty("e"), roundTrip(Scenario.empty("e")));
        Scenario silent = Scenario.empty("s").withFleet(Fleets.of(Fleets.gpu("g", "h20-96gb", "1g.12gb -")));
        assertEquals(silent, roundTrip(silent));
        Scenario unplaced = Scenario.empty("t").withFleet(Fleets.of(Fleets.gpu("g", "rtx-pro-5000-48gb", "1g.24gb 5")));
        assertEquals(unplaced, roundTrip(unplaced));
    }

    /** Half of a pair of surrogates is no character, and UTF-8 has no bytes for it: it stays as its escape. */
    @Test
    void aLoneSurrogateSurvivesSaving() {
        Scenario odd = new Scenario(
                Wording.of("a\ud800b"),
                Wording.of("\udc00"),
                Fleets.main(),
                Scenario.empty("x").weights());
        assertEquals(odd, roundTrip(odd));
        assertTrue(new String(ScenarioFile.write(odd), StandardCharsets.UTF_8).contains("a\\ud800b"));
    }

    @Test
    void aMissingStartIsPlacedAndAMissingUtilizationIsNoReading() {
        Scenario scenario = Objects.requireNonNull(
                read(gpu("{\"id\":\"1\",\"profile\":\"3g.40gb\"}")).scenario());
        Instance instance = scenario.fleet().gpus().getFirst().instances().getFirst();
        assertEquals(4, instance.start());
        assertFalse(instance.isReported());
    }

    @Test
    void labelsOfInstancesThatAreStillThereAreReadAgain() {
        Scenario scenario = Scenario.empty("host").withFleet(Fleets.host());
        InstanceRef there = new InstanceRef("GPU 0", "3");
        Labels.Builder labels = new Labels.Builder();
        labels.put(there, Map.of("namespace", "search", "pod", "rank-0\n\"x\""));
        labels.put(new InstanceRef("GPU 0", "gone"), Map.of("namespace", "search"));
        ScenarioFile.Read read = ScenarioFile.read(
                "x", ScenarioFile.write(new Planned(scenario, "", labels.build(), List.of())), Fleets.CATALOGUE);
        assertEquals(List.of(), read.problems());
        assertEquals(scenario, read.scenario());
        assertEquals(1, Objects.requireNonNull(read.content()).labels().size());
        assertEquals(
                Map.of("namespace", "search", "pod", "rank-0\n\"x\""),
                Objects.requireNonNull(read.content()).labels().of(there));
    }

    @Test
    void aLabelThatIsNoTextIsAnError() {
        ScenarioFile.Read read = read(gpu("{\"id\":\"1\",\"profile\":\"1g.10gb\",\"labels\":{\"pod\":[1]}}"));
        assertEquals(
                "x.slicewise.json: gpus[0].instances[0].labels.pod",
                read.problems().getFirst().where().toString());
        assertNull(read.content());
    }

    @Test
    void anUnknownFieldIsReportedAndTheRestIsRead() {
        ScenarioFile.Read read = read("{\"formatVersion\":1,\"colour\":1,\"gpus\":[]}");
        assertNotNull(read.scenario());
        assertEquals(
                "x.slicewise.json: colour", read.problems().getFirst().where().toString());
        assertEquals(Problem.Severity.WARNING, read.problems().getFirst().severity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"id":"1","profile":"1g.10gb","utilization":130}               | gpus[0].instances[0].utilization | Expected a number from 0 to 1, found 130.
        {"id":"1","profile":"1g.10gb","utilization":-0.1}              | gpus[0].instances[0].utilization | Expected a number from 0 to 1, found -0.1.
        {"id":"1","profile":"1g.10gb","utilization":"90"}              | gpus[0].instances[0].utilization | Expected a number from 0 to 1, found "90".
        {"id":"1","profile":"9g.90gb"}                                 | gpus[0].instances[0].profile     | There is no profile “9g.90gb” on A100 80GB
        {"profile":"1g.10gb"}                                          | gpus[0].instances[0].id          | A value is missing here.
        {"id":"1","profile":"1g.10gb"},{"id":"1","profile":"1g.10gb"}  | gpus[0].instances[1].id          | There are two instances with the id “1”
        {"id":"1","profile":"3g.40gb","start":0},{"id":"2","profile":"2g.20gb","start":2} | gpus[0].instances | This partition cannot exist on the hardware: 3g.40gb at 0 and 2g.20gb at 2 overlap.
        {"id":"1","profile":"3g.40gb","start":1}                       | gpus[0].instances                | 3g.40gb cannot start at memory slice 1; it can at 0, 4.
        {"id":"1","profile":"4g.40gb"},{"id":"2","profile":"4g.40gb"}  | gpus[0].instances                | 8 compute slices are used
        {"id":"1","profile":"3g.40gb"},{"id":"2","profile":"2g.20gb"},{"id":"3","profile":"2g.20gb"},{"id":"4","profile":"1g.20gb"} | gpus[0].instances | 8 compute slices are used
        7                                                              | gpus[0].instances[0]             | Expected an object in braces, found 7.
        """)
    void badInstancesAreNamedByPath(String instances, String path, String message) {
        assertRefused(gpu(instances), path, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"formatVersion":2,"gpus":[]}                                    | formatVersion  | The file has format version 2
        {"formatVersion":"1","gpus":[]}                                  | formatVersion  | Expected a whole number from
        {"gpus":[]}                                                      | ~~             | This is JSON, but not a Slicewise scenario
        [1,2]                                                            | ~~             | This is JSON, but not a Slicewise scenario
        {"formatVersion":1,"gpus":{}}                                    | gpus           | Expected a list in brackets, found {}.
        {"formatVersion":1,"gpus":[{"id":"g","model":"a1000"}]}          | gpus[0].model  | The GPU model “a1000” is not in the catalogue.
        {"formatVersion":1,"gpus":[{"id":"g"}]}                          | gpus[0].model  | A value is missing here.
        {"formatVersion":1,"gpus":[{"model":"a100-80gb"}]}               | gpus[0].id     | A value is missing here.
        {"formatVersion":1,"gpus":[{"id":"g","model":"a30-24gb"},{"id":"g","model":"a30-24gb"}]} | gpus[1].id | There are two GPUs with the id “g”.
        {"formatVersion":1,"weights":{"basis":"cores"},"gpus":[]}        | weights.basis  | Expected one of slices, sms, memory-slices, memory-gib, own
        {"formatVersion":1,"weights":{"gpus":"x"},"gpus":[]}             | weights.gpus   | Expected one of equal, sms, own
        {"formatVersion":1,"weights":{"basis":"own","own":{"a":-1}}}     | weights.own.a  | Expected a number from 0 to
        """)
    void badDocumentsAreNamedByPath(String json, String path, String message) {
        assertRefused(json, path, message);
    }

    private static void assertRefused(String json, String path, String message) {
        ScenarioFile.Read read = read(json);
        assertNull(read.scenario());
        Problem error = read.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertEquals(path, error.where().path());
        String said = Messages.in(Language.ENGLISH).say(error.message());
        assertTrue(said.contains(message), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ~~                                  | json.empty
        {"formatVersion":1,"gpus":[{"id":   | json.notJson
        hello                               | json.notJson
        {"formatVersion":1,"formatVersion":1} | json.notJson
        {"formatVersion":1} x               | json.notJson
        """)
    void whatIsNoJsonSaysSo(String content, String key) {
        ScenarioFile.Read read = read(content);
        assertNull(read.scenario());
        assertEquals(key, read.problems().getFirst().message().key());
    }

    @Test
    void theParsersHintsForProgrammersAreNotShown() {
        Problem problem = read("{\"formatVersion\":1,\"gpus\":[{").problems().getFirst();
        String said = Messages.in(Language.ENGLISH).say(problem.message());
        assertFalse(said.contains("Source") || said.contains("StreamReadFeature"), said);
        assertTrue(said.contains("it ends in the middle"), said);
    }

    @Test
    void zerosAreNoText() {
        ScenarioFile.Read read = ScenarioFile.read("z", new byte[5_000], Fleets.CATALOGUE);
        assertEquals("json.binary", read.problems().getFirst().message().key());
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        ScenarioFile.Read read = read("[".repeat(100_000));
        assertEquals("json.notJson", read.problems().getFirst().message().key());
    }
}
