package io.slicewise.snapshot.smi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Engines;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.Reads;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What nvidia-smi prints: layouts without readings. */
class SmiTest {
    private static final SnapshotOptions A100_40 = SnapshotOptions.NONE.withDefaultModel(
            Fleets.CATALOGUE.byId("a100-40gb").orElseThrow());

    private static Snapshot text(String file) {
        return Reads.snapshot(text(Reads.fixture("smi/" + file), SnapshotOptions.NONE));
    }

    private static SnapshotRead text(String text, SnapshotOptions options) {
        return Reads.read(SmiText.format(Fleets.CATALOGUE, options), "paste", text, options);
    }

    private static SnapshotRead xml(String text) {
        return Reads.read(SmiXml.format(Fleets.CATALOGUE, SnapshotOptions.NONE), "q.xml", text, SnapshotOptions.NONE);
    }

    /** {@code id profile@start}, in order. */
    private static String layout(Gpu gpu) {
        return gpu.instances().stream()
                .map(one -> one.id() + " " + one.profile().name() + "@" + one.start())
                .collect(Collectors.joining(", "));
    }

    @Test
    void instancesAreWhereTheyWerePrinted() {
        Snapshot snapshot = text("list-and-instances.txt");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("GPU-51ce0000-0000-4000-8000-000000000001", gpu.id());
        assertEquals("a100-80gb", gpu.model().id());
        assertEquals("2 3g.40gb@4, 7 1g.10gb@0, 9 1g.10gb@2", layout(gpu));
        assertEquals(
                List.of(
                        "info 0: This kind of file has a layout and no utilization: the allocated share can be"
                                + " computed, the averages cannot. Readings come from the monitoring.",
                        "info 6: 1 GPU without instances, either without MIG or with nothing allocated; listed"
                                + " apart and in no figure: GPU 1."),
                Reads.english(snapshot.problems()));
        Figures figures = Figures.of(snapshot.fleet(), Weights.DEFAULT);
        assertEquals(5.0 / 7, figures.total().allocatedShare());
        assertTrue(Double.isNaN(figures.total().instanceAverage()));
        assertTrue(Double.isNaN(figures.total().wholeGpu()));
        assertEquals(0, figures.total().reported());
    }

    @Test
    void withoutAModelThePlacesStayAndTheShareIsAsked() {
        Snapshot snapshot = text("instances.txt");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertNull(gpu.model());
        assertEquals("1 3g.20gb@4, 2 3g.20gb@0", layout(gpu));
        assertTrue(Reads.english(snapshot.problems()).stream().anyMatch(it -> it.contains("without a modelName")));
        Snapshot chosen = Reads.snapshot(text(Reads.fixture("smi/instances.txt"), A100_40));
        assertEquals("a100-40gb", chosen.fleet().gpus().getFirst().model().id());
    }

    @Test
    void placesThatTheModelDoesNotHaveAreNotBelieved() {
        String text = Reads.fixture("smi/instances.txt").replace("4:4", "3:4").replace("0:4", "1:4");
        Snapshot snapshot = Reads.snapshot(text(text, A100_40));
        assertTrue(Reads.english(snapshot.problems())
                .contains("warning 6: The places printed for the instances of 1 GPU do not exist together on "
                        + Fleets.CATALOGUE.byId("a100-40gb").orElseThrow().name()
                        + "; they are not used: GPU 0."));
        assertEquals("1 3g.20gb@4, 2 3g.20gb@0", layout(snapshot.fleet().gpus().getFirst()));
    }

    @Test
    void theTableOfNvidiaSmiTellsProfilesBySmsAndMemory() {
        Snapshot snapshot = text("table.txt");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("a100-40gb", gpu.model().id());
        assertEquals(
                List.of("1 3g.20gb", "5 2g.10gb", "13 1g.5gb"),
                gpu.instances().stream()
                        .map(one -> one.id() + " " + one.profile().name())
                        .toList());
        assertEquals(WholeGpu.Mig.OFF, snapshot.wholeGpus().getFirst().mig());
        assertTrue(Reads.english(snapshot.problems())
                .contains("info 0: nvidia-smi does not print the profile here; for 3 instances it was told by SMs and"
                        + " memory on that model: GPU 0, instance 1: 3g.20gb (42 SMs, 20096 MiB), GPU 0, instance"
                        + " 5: 2g.10gb (28 SMs, 9984 MiB), GPU 0, instance 13: 1g.5gb (14 SMs, 4864 MiB)."));
    }

    @Test
    void theXmlTellsProfilesBySmsAndMemory() {
        Snapshot snapshot = Reads.snapshot(xml(Reads.fixture("smi/query.xml")));
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("h100-80gb-sxm", gpu.model().id());
        assertEquals("GPU-51ce0000-0000-4000-8000-000000000003", gpu.id());
        assertEquals(
                List.of("1 3g.40gb", "9 1g.10gb"),
                gpu.instances().stream()
                        .map(one -> one.id() + " " + one.profile().name())
                        .toList());
        assertEquals(WholeGpu.Mig.OFF, snapshot.wholeGpus().getFirst().mig());
    }

    @Test
    void withoutAModelNothingIsGuessedFromSms() {
        String xml = Reads.fixture("smi/query.xml").replace("H100 80GB HBM3", "X1000");
        Snapshot snapshot = Reads.snapshot(xml(xml));
        assertEquals(2, snapshot.unweighed().size());
        assertEquals(0, snapshot.fleet().gpus().size());
    }

    @Test
    void computeInstancesOfAListAreGpuInstancesAgain() {
        String text = """
            GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-51ce0000-0000-4000-8000-000000000001)
              MIG 1c.3g.20gb  Device  0: (UUID: MIG-51ce0000-0000-5000-8000-000000000011)
              MIG 1c.3g.20gb  Device  1: (UUID: MIG-51ce0000-0000-5000-8000-000000000012)
              MIG 1c.3g.20gb  Device  2: (UUID: MIG-51ce0000-0000-5000-8000-000000000013)
              MIG 2g.10gb     Device  3: (UUID: MIG-51ce0000-0000-5000-8000-000000000014)
            """;
        Snapshot snapshot = Reads.snapshot(text(text, SnapshotOptions.NONE));
        assertEquals(2, snapshot.fleet().instanceCount());
        assertEquals(5, snapshot.fleet().gpus().getFirst().allocatedSlices());
        String old = text.replaceAll("MIG-51ce\\S*1([1-4])", "MIG-GPU-51ce0000-0000-4000-8000-000000000001/$1/0")
                .replace("/2/0", "/1/1")
                .replace("/3/0", "/1/2");
        Snapshot told = Reads.snapshot(text(old, SnapshotOptions.NONE));
        assertEquals(
                List.of("1", "4"),
                told.fleet().gpus().getFirst().instances().stream()
                        .map(one -> one.id())
                        .toList());
    }

    @Test
    void theLaterOfTwoTablesCounts() {
        String text = Reads.fixture("smi/instances.txt");
        String later = text.lines().filter(line -> !line.contains("0:4")).collect(Collectors.joining("\n"));
        Snapshot snapshot = Reads.snapshot(text(text + later, A100_40));
        assertEquals(1, snapshot.fleet().instanceCount());
        assertTrue(Reads.english(snapshot.problems())
                .contains("warning 11: The same table comes again: a later moment. The last one counts."));
    }

    @Test
    void aListOfProfilesIsNoLayout() {
        SnapshotRead read = text("| GPU instance profiles:  |\n", A100_40);
        assertNull(read.snapshot());
        assertEquals("smi.none.profiles", read.problems().getFirst().message().key());
    }

    @Test
    void theListingOfAnUnknownGpuAsksForItsName() {
        SnapshotRead read = text(Reads.fixture("smi/profiles-new.txt"), SnapshotOptions.NONE);
        assertEquals(
                "smi.none.newProfiles", read.problems().getFirst().message().key());
        ProfileListing listing = ((OpenQuestion.NameGpu) read.questions().getFirst()).listing();
        assertEquals("", listing.modelName());
        GpuModel model = listing.model("lab-gpu", "Lab GPU");
        assertEquals(4, model.computeSlices());
        assertEquals(8, model.placementUnits());
        assertEquals(60, model.memoryGb());
        assertEquals(80, model.sms());
        assertEquals(4, model.maxInstances());
        assertTrue(model.hasPlacements());
        Profile media = model.profile("1g.15gb+me").orElseThrow();
        assertTrue(media.hasMediaExtensions());
        assertEquals(new Engines(1, 2, 1, 1, 1), media.engines());
        assertEquals(
                new PlacementRule(4, List.of(0, 4), true),
                model.profile("2g.30gb").orElseThrow().placement());
        assertEquals(List.of(29.62), model.profile("2g.30gb").orElseThrow().memoryGib());
    }

    @Test
    void withoutPlacesForAllProfilesThereAreNone() {
        String listing = Reads.fixture("smi/profiles-new.txt");
        String part = listing.substring(0, listing.indexOf("GPU  0 Profile ID  5"));
        SnapshotRead read = text(part, SnapshotOptions.NONE);
        GpuModel model =
                ((OpenQuestion.NameGpu) read.questions().getFirst()).listing().model("x", "X");
        assertFalse(model.hasPlacements());
        assertTrue(model.profiles().stream().allMatch(profile -> profile.placement() == null));
    }

    @Test
    void theSameListingOfSeveralGpusIsAskedForOnceAndItsNameIsThatOfTheList() {
        String one = Reads.fixture("smi/profiles-new.txt");
        String two = one.replace("|   0  MIG", "|   1  MIG").replace("GPU  0 ", "GPU  1 ");
        assertEquals(1, text(one + two, SnapshotOptions.NONE).questions().size());
        String list = "GPU 0: NVIDIA X900 (UUID: GPU-51ce0000-0000-4000-8000-000000000001)\n";
        SnapshotRead read = text(list + one, SnapshotOptions.NONE);
        assertEquals(
                "NVIDIA X900",
                ((OpenQuestion.NameGpu) read.questions().getFirst()).listing().modelName());
        assertEquals(1, Reads.snapshot(read).wholeGpus().size());
    }

    @Test
    void whatTheCatalogueHasIsRecognised() {
        for (GpuModel model : Fleets.CATALOGUE.models()) {
            for (String name : model.modelNames()) {
                ProfileListing named = new ProfileListing("0", name, model.profiles());
                assertEquals(List.of(model), named.known(Fleets.CATALOGUE), model.id());
            }
            ProfileListing nameless = new ProfileListing("0", "", model.profiles());
            assertTrue(nameless.known(Fleets.CATALOGUE).contains(model), model.id());
        }
        String list = "GPU 0: NVIDIA X900 (UUID: GPU-51ce0000-0000-4000-8000-000000000001)\n";
        String a100 = "| GPU instance profiles: |\n|   0  MIG 1g.5gb   19   7/7   4.75   No   14   0   0   |\n";
        assertEquals(1, text(list + a100, SnapshotOptions.NONE).questions().size(), "another name, another GPU");
        assertEquals(0, text(a100, SnapshotOptions.NONE).questions().size());
    }
}
