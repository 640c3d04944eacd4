package io.slicewise.usage;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What GPUs and instances are called where several share a name. */
class NamingTest {
    private static List<String> gpus(Fleet fleet) {
        Naming naming = Naming.of(fleet);
        return fleet.gpus().stream().map(naming::gpu).toList();
    }

    private static List<String> instances(Fleet fleet) {
        Naming naming = Naming.of(fleet);
        List<String> names = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            gpu.instances().forEach(instance -> names.add(naming.instance(gpu, instance)));
        }
        return names;
    }

    private static Gpu with(Gpu gpu, Instance... instances) {
        return gpu.withInstances(List.of(instances));
    }

    @Test
    void anInstanceHasItsNameElseItsProfile() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "3g.40gb 10", "2g.20gb 20");
        Instance first = gpu.instances().get(0).withName("train");
        assertEquals(
                List.of("train", "2g.20gb"),
                instances(of(with(gpu, first, gpu.instances().get(1)))));
    }

    @Test
    void severalOfAProfileAreCountedAsTheyAreListedWhereverTheyStand() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "1g.10gb 10", "1g.10gb 20", "1g.10gb 30");
        List<Instance> all = gpu.instances();
        Gpu placed = with(
                gpu,
                all.get(0).withStart(4),
                all.get(1).withStart(0),
                all.get(2).withStart(2));
        assertEquals(List.of("1g.10gb #1", "1g.10gb #2", "1g.10gb #3"), instances(of(placed)));
    }

    @Test
    void aNamedInstanceCountsSoThatANumberStaysWhenAnotherGetsAName() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "1g.10gb 10", "1g.10gb 20");
        Instance first = gpu.instances().get(0).withStart(0).withName("web");
        Instance second = gpu.instances().get(1).withStart(1);
        assertEquals(List.of("web", "1g.10gb #2"), instances(of(with(gpu, first, second))));
    }

    @Test
    void whereNoPlaceIsKnownTheOrderCounts() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "1g.10gb 10", "1g.10gb 20");
        Instance first = gpu.instances().get(0).withStart(Placement.UNKNOWN);
        Instance second = gpu.instances().get(1).withStart(Placement.UNKNOWN);
        assertEquals(List.of("1g.10gb #1", "1g.10gb #2"), instances(of(with(gpu, first, second))));
    }

    @Test
    void thoseOfOneGivenNameAreNumberedToo() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "1g.10gb 10", "2g.20gb 20");
        Instance first = gpu.instances().get(0).withStart(0).withName("web");
        Instance second = gpu.instances().get(1).withStart(2).withName("web");
        assertEquals(List.of("web #1", "web #2"), instances(of(with(gpu, first, second))));
    }

    @Test
    void theGpuStandsInFrontOfItsInstancesWhereThereAreSeveral() {
        assertEquals(
                List.of("GPU 0 · 7g.80gb", "GPU 1 · 7g.80gb"),
                instances(of(gpu("GPU 0", "a100-80gb", "7g.80gb 1"), gpu("GPU 1", "a100-80gb", "7g.80gb 2"))));
    }

    @Test
    void theHostStandsInFrontWhereThereAreSeveral() {
        Fleet fleet = Fleets.twoHosts();
        assertEquals(List.of("node-a · GPU 0", "node-a · GPU 1", "node-b · GPU 0", "node-b · GPU 1"), gpus(fleet));
        assertEquals("node-a · GPU 0 · 1g.10gb #1", instances(fleet).getFirst());
        assertEquals(fleet.instanceCount(), instances(fleet).stream().distinct().count());
    }

    @Test
    void theDomainOfAllHostsIsNotSaid() {
        assertEquals(
                List.of("node-a · GPU 0", "node-b · GPU 0"),
                gpus(of(onHost("node-a.example.com"), onHost("node-b.example.com"))));
        assertEquals(
                List.of("node-a.example.com · GPU 0", "node-a.example.org · GPU 0"),
                gpus(of(onHost("node-a.example.com"), onHost("node-a.example.org"))));
    }

    private static Gpu onHost(String host) {
        return new Gpu(host, "GPU 0", host, null, "", List.of());
    }

    @Test
    void oneHostIsNotSaid() {
        Gpu gpu = gpu("a", "a100-80gb", "7g.80gb 1");
        Gpu first = new Gpu("a", "GPU 0", "node-a", gpu.model(), "", gpu.instances());
        Gpu second = new Gpu("b", "GPU 1", "node-a", gpu.model(), "", gpu.instances());
        assertEquals(List.of("GPU 0", "GPU 1"), gpus(of(first, second)));
    }

    @Test
    void theModelAndThenANumberTellThoseApartThatAreStillCalledTheSame() {
        Gpu a100 = gpu("GPU 0", "a100-80gb");
        Gpu a30 = gpu("GPU 0", "a30-24gb");
        assertEquals(List.of("GPU 0 (A100 80GB)", "GPU 0 (A30 24GB)"), gpus(of(a100, a30.withId("b"))));
        assertEquals(List.of("GPU 0 #1", "GPU 0 #2"), gpus(of(a100, a100.withId("b"))));
    }

    @Test
    void profilesOfTwoModelsAreTwoGroupsAndSayTheirModelWhereTheyShareAName() {
        Fleet fleet = Fleets.twoHosts();
        Figures figures = Figures.of(fleet, Weights.DEFAULT);
        Naming naming = Naming.of(figures);
        assertEquals(
                List.of(
                        "4 × 1g.10gb (A100 80GB)",
                        "2 × 3g.40gb (A100 80GB)",
                        "3 × 1g.10gb (H100 SXM5 80GB)",
                        "2 × 2g.20gb",
                        "3g.40gb (H100 SXM5 80GB)"),
                InstanceGroup.byProfile(figures).stream().map(naming::profile).toList());
    }
}
