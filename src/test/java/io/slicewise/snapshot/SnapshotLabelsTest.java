package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the labels of rows say about instances beyond who they are. */
class SnapshotLabelsTest {
    private static Snapshot read(String... rows) {
        return Exports.snapshot(Exports.readText(String.join("", rows)));
    }

    private static String row(String instance, String labels, String value) {
        return ("DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-1\",device=\"nvidia0\",Hostname=\"node-1\","
                        + "modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"%s\",%s} %s%n")
                .formatted(instance, labels, value);
    }

    private static Map<String, String> labels(Snapshot snapshot, String instance) {
        return snapshot.labels().of(new InstanceRef("GPU-1", instance));
    }

    @Test
    void theWorkloadAndAllOtherLabelsAreKeptAndTheIdentityIsNotRepeated() {
        Snapshot snapshot = read(row(
                "7",
                "container=\"c\",namespace=\"n\",pod=\"p\",instance=\"10.0.0.1:9400\",job=\"dcgm\",team=\"\",rack=\"N/A\"",
                "0.5"));
        assertEquals(
                Map.of("container", "c", "namespace", "n", "pod", "p", "instance", "10.0.0.1:9400", "job", "dcgm"),
                labels(snapshot, "7"));
        assertEquals(
                List.of("container", "instance", "job", "namespace", "pod"),
                snapshot.labels().names());
    }

    @Test
    void whereTheCollectorKeepsThemApartTheExportersOwnAreLeftOut() {
        Snapshot snapshot = read(
                row("7", "namespace=\"monitoring\",pod=\"dcgm-x\",exported_namespace=\"n\",exported_pod=\"p\"", "0.5"),
                row("8", "namespace=\"monitoring\",pod=\"dcgm-x\",container=\"exporter\"", "0.5"));
        assertEquals(Map.of("namespace", "n", "pod", "p"), labels(snapshot, "7"));
        assertEquals(Map.of(), labels(snapshot, "8"));
    }

    @Test
    void otherNamesForTheWorkloadAreThePlainOnes() {
        Snapshot snapshot = read(row("7", "pod_namespace=\"n\",pod_name=\"p\",container_name=\"c\"", "0.5"));
        assertEquals(Map.of("namespace", "n", "pod", "p", "container", "c"), labels(snapshot, "7"));
    }

    @Test
    void ofTwoScrapesTheNewerCounts() {
        Snapshot snapshot =
                read(row("7", "pod=\"old\",gone=\"x\"", "0.5 1000000"), row("7", "pod=\"new\"", "0.5 2000000"));
        assertEquals(Map.of("pod", "new"), labels(snapshot, "7"));
    }

    @Test
    void equalValuesAreOneObject() {
        Snapshot snapshot = read(row("7", "namespace=\"n\"", "0.5"), row("8", "namespace=\"n\"", "0.5"));
        assertSame(labels(snapshot, "7").get("namespace"), labels(snapshot, "8").get("namespace"));
    }

    @Test
    void anAnswerOfPrometheusHasThemToo() throws IOException {
        String answer = """
            {"status":"success","data":{"resultType":"vector","result":[{"metric":{
            "__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","UUID":"GPU-1","gpu":"0","GPU_I_ID":"7",
            "GPU_I_PROFILE":"1g.10gb","modelName":"NVIDIA A100-SXM4-80GB","cluster":"seoul","namespace":"n"},
            "value":[1700000000,"0.5"]}]}}
            """;
        SnapshotRead read = SnapshotReading.one(
                        PrometheusSnapshot.answers(),
                        "a.json",
                        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                        ReadWatch.NONE)
                .finish(Fleets.CATALOGUE, SnapshotOptions.NONE);
        assertEquals(Map.of("cluster", "seoul", "namespace", "n"), labels(Exports.snapshot(read), "7"));
    }
}
