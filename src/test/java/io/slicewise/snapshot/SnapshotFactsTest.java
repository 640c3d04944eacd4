package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Labels;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotFactsTest {
    private static final String WHOLE = "DCGM_FI_DEV_GPU_UTIL{gpu=\"%s\",UUID=\"GPU-%s\","
            + "modelName=\"NVIDIA A100-SXM4-80GB\",Hostname=\"%s\"} 25\n";

    /** @param labels which instance it is; without its profile it is in no figure */
    private static String instance(String uuid, String host, String labels) {
        return "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-" + uuid
                + "\",modelName=\"NVIDIA A100-SXM4-80GB\",Hostname=\"" + host + "\"," + labels + "} 0.5\n";
    }

    private static List<String> facts(Snapshot snapshot) {
        Messages words = Messages.in(Language.ENGLISH);
        return SnapshotFacts.all(snapshot).stream().map(words::say).toList();
    }

    private static List<String> facts(String scrape) {
        return facts(Exports.snapshot(Exports.readText(scrape)));
    }

    @Test
    void gpusWithInstancesAndThoseWithoutAreCalledAlike() {
        List<String> facts = facts(instance("a", "node-a.example", "GPU_I_ID=\"2\",GPU_I_PROFILE=\"3g.40gb\"")
                + instance("c", "node-c.example", "GPU_I_ID=\"2\",GPU_I_PROFILE=\"3g.40gb\"")
                + instance("c", "node-c.example", "GPU_I_ID=\"1\"")
                + WHOLE.formatted(1, "d", "node-c.example"));
        assertTrue(facts.getFirst().endsWith("1 GPU without instances is apart and in no figure: node-c · GPU 1."));
        assertEquals(
                List.of(
                        "node-c · GPU 1: MIG is off. Its own reading is –; it is in no figure.",
                        "Instance 1 of node-c · GPU 0 has no profile, so its weight is not known; its reading is 50.0%."
                                + " It is in no figure."),
                facts.subList(3, 5));
    }

    @Test
    void twoOfOneNameAreNumbered() {
        List<String> facts = facts(WHOLE.formatted(0, "a", "node-a") + WHOLE.formatted(0, "b", "node-a"));
        assertTrue(facts.getFirst().endsWith("in no figure: node-a · GPU 0 #1, node-a · GPU 0 #2."), facts::getFirst);
    }

    @ParameterizedTest
    @EnumSource
    void eachModeHasItsWords(WholeGpu.Mig mig) {
        WholeGpu whole = new WholeGpu("GPU-1", "GPU 0", "", null, "", Double.NaN, mig);
        Snapshot told = new Snapshot(
                "export",
                new Fleet(List.of()),
                List.of(whole),
                List.of(),
                List.of(),
                Map.of(),
                Labels.NONE,
                new UnitDecision(UnitDecision.Unit.RATIO, Text.said("", Wording.of("as chosen")), true),
                new Snapshot.Counts(0, 0, 0, 0, 0, 0),
                null,
                null,
                List.of());
        assertTrue(facts(told).getLast().startsWith("GPU 0: "), facts(told)::getLast);
    }
}
