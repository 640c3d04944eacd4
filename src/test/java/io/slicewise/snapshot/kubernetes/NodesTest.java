package io.slicewise.snapshot.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.Reads;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
    private static Snapshot nodes(String yaml) {
        assertTrue(NodesSnapshot.recognisesYaml(new Beginning(yaml)));
        return Reads.snapshot(Reads.read(
                NodesSnapshot.yaml(Fleets.CATALOGUE, SnapshotOptions.NONE), "nodes.yaml", yaml, SnapshotOptions.NONE));
    }

    /** {@code host number model: slices}. */
    private static List<String> gpus(Snapshot snapshot) {
        return snapshot.fleet().gpus().stream()
                .map(gpu -> gpu.host() + " " + gpu.name() + " "
                        + gpu.model().id() + ": "
                        + gpu.instances().stream()
                                .map(one -> one.profile().name())
                                .toList())
                .toList();
    }

    @Test
    void labelsOfANodeBecomeItsGpus() {
        Snapshot snapshot = nodes(Reads.fixture("kubernetes/nodes.yaml"));
        assertEquals(
                List.of(
                        "mixed-1 GPU 0 a100-80gb: [3g.40gb, 2g.20gb, 1g.10gb, 1g.10gb]",
                        "mixed-1 GPU 1 a100-80gb: [3g.40gb, 2g.20gb, 1g.10gb, 1g.10gb]",
                        "single-1 GPU 0 h100-80gb-sxm: [1g.10gb, 1g.10gb, 1g.10gb, 1g.10gb, 1g.10gb, 1g.10gb,"
                                + " 1g.10gb]"),
                gpus(snapshot));
        assertEquals(2, snapshot.wholeGpus().size());
        List<String> said = Reads.english(snapshot.problems());
        assertTrue(said.contains("info 0: 1 object has no label of GPU feature discovery and was left out."));
        assertTrue(said.contains("warning 0: This counts the instances of a node, not of each GPU: on 1 node they were "
                + "spread over as few GPUs as hold them (mixed-1). S and W do not depend on it."));
    }

    @Test
    void resourceSlicesHaveInstancesWithTheirPlaces() {
        String slices = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: resource.k8s.io/v1
              kind: ResourceSlice
              spec:
                driver: gpu.nvidia.com
                nodeName: node-x
                devices:
                - name: gpu-0-mig-9-4-4
                  attributes:
                    type: {string: mig}
                    parentUUID: {string: GPU-7c1e0a52-3b64-4f0d-9a11-5d2f8e60b7b1}
                    profile: {string: 3g.40gb}
                    productName: {string: NVIDIA A100-SXM4-80GB}
                - name: gpu-0-mig-19-0-1
                  basic:
                    attributes:
                      gpu.nvidia.com/type: {string: mig}
                      gpu.nvidia.com/parentUUID: {string: GPU-7c1e0a52-3b64-4f0d-9a11-5d2f8e60b7b1}
                      gpu.nvidia.com/profile: {string: 1g.10gb}
                      gpu.nvidia.com/productName: {string: NVIDIA A100-SXM4-80GB}
                - name: gpu-1-mig-0-0-8
                  attributes: {type: {string: mig}, profile: {string: 7g.80gb}}
                  consumesCounters: [{counterSet: gpu-1}]
                - name: gpu-1
                  attributes:
                    type: {string: gpu}
                    uuid: {string: GPU-7c1e0a52-3b64-4f0d-9a11-5d2f8e60b7b2}
                    productName: {string: NVIDIA A100-SXM4-80GB}
            """;
        Snapshot snapshot = nodes(slices);
        assertEquals(List.of("node-x GPU 0 a100-80gb: [3g.40gb, 1g.10gb]"), gpus(snapshot));
        assertEquals(
                List.of(4, 0),
                snapshot.fleet().gpus().getFirst().instances().stream()
                        .map(Instance::start)
                        .toList());
        assertEquals(1, snapshot.wholeGpus().size());
        assertTrue(Reads.english(snapshot.problems()).stream()
                .anyMatch(said ->
                        said.contains("1 devices of these ResourceSlices are MIG instances that could be made")));
    }

    @Test
    void jsonSaysTheSame() {
        String json = """
            {"apiVersion": "v1", "items": [{"kind": "Node", "metadata": {"name": "n", "labels": {
             "nvidia.com/gpu.product": "NVIDIA-A30", "nvidia.com/mig-2g.12gb.count": "1",
             "nvidia.com/mig-1g.6gb.me.count": "1"}}}], "kind": "List"}
            """;
        assertTrue(NodesSnapshot.recognisesJson(new Beginning(json)));
        assertFalse(NodesSnapshot.recognisesJson(new Beginning("{\"formatVersion\": 1}")));
        Snapshot snapshot = Reads.snapshot(Reads.read(
                NodesSnapshot.json(Fleets.CATALOGUE, SnapshotOptions.NONE), "nodes.json", json, SnapshotOptions.NONE));
        assertEquals(List.of("n GPU 0 a30-24gb: [2g.12gb, 1g.6gb+me]"), gpus(snapshot));
    }

    @Test
    void countsThatCannotBeDividedAreFilledUp() {
        String yaml = Reads.fixture("kubernetes/nodes.yaml").replace("1g.10gb.count: \"4\"", "1g.10gb.count: \"3\"");
        Snapshot snapshot = nodes(yaml);
        List<Gpu> gpus = snapshot.fleet().gpus().subList(0, 2);
        assertEquals(13, gpus.stream().mapToInt(Gpu::allocatedSlices).sum());
        assertTrue(gpus.stream()
                .allMatch(gpu -> gpu.layout().orElseThrow().conflicts().isEmpty()));
    }

    @Test
    void aProductThatNobodyKnowsIsAskedFor() {
        String yaml = Reads.fixture("kubernetes/nodes.yaml").replace("NVIDIA-A100-SXM4-80GB", "NVIDIA-X1");
        Snapshot snapshot = nodes(yaml);
        assertTrue(
                snapshot.problems().stream().anyMatch(it -> it.message().key().equals("snapshot.unknownModel")));
    }
}
