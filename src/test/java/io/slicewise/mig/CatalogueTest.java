package io.slicewise.mig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import io.slicewise.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @Test
    void has29GpusAnd199ProfilesEachWithASource() {
        assertEquals(29, CATALOGUE.models().size());
        assertEquals(
                199,
                CATALOGUE.models().stream().mapToInt(m -> m.profiles().size()).sum());
        for (GpuModel model : CATALOGUE.models()) {
            assertFalse(model.sources().isEmpty(), model.id());
            assertTrue(model.verified() || !model.unverifiedWhy().isEmpty(), model.id());
            for (Profile profile : model.profiles()) {
                assertTrue(profile.verified() || !profile.unverifiedWhy().isEmpty(), model.id() + profile.name());
            }
        }
    }

    @Test
    void modelByModelIsTheSameAsTheWholeFile() {
        List<Problem> problems = new ArrayList<>();
        List<GpuModel> whole =
                CatalogueReader.read(ShippedModels.RESOURCE, ShippedModels.json(), false, problems);

        assertEquals(List.of(), problems);
        assertEquals(whole, Catalogue.builtIn().models());
        for (GpuModel model : whole) {
            assertEquals(model, Catalogue.builtIn().byId(model.id()).orElseThrow());
        }
    }

    @Test
    void findsModelsByTheNameThatExportersPrint() {
        assertEquals(
                "a100-40gb",
                CATALOGUE.byModelName("NVIDIA A100-SXM4-40GB").orElseThrow().id());
        assertEquals(
                "a30-24gb", CATALOGUE.byModelName("nvidia  a30").orElseThrow().id());
        assertEquals(
                "h100-80gb-sxm",
                CATALOGUE.byModelName("H100 80GB HBM3").orElseThrow().id());
        assertEquals(
                "h100-80gb-sxm",
                CATALOGUE.byModelName("NVIDIA-H100-80GB-HBM3").orElseThrow().id());
        assertEquals(
                "gh200-96gb",
                CATALOGUE.byModelName("NVIDIA_GH200_480GB").orElseThrow().id());
        assertEquals(
                "thor-igpu",
                CATALOGUE.byModelName("NVIDIA Thor MIG 1g.0gb").orElseThrow().id());
        assertTrue(CATALOGUE.byModelName("NVIDIA Tomorrow 9000").isEmpty());
        assertTrue(CATALOGUE.byModelName("").isEmpty());
    }

    @Test
    void readsProfileNamesAsDcgmPrintsThem() {
        GpuModel nvl = CATALOGUE.byId("h100-94gb-nvl").orElseThrow();
        assertEquals("1g.12gb", nvl.printedProfile("1g.11gb").orElseThrow().name());
        assertEquals("1g.24gb", nvl.printedProfile("1g.22gb").orElseThrow().name());
        GpuModel a100 = CATALOGUE.byId("a100-80gb").orElseThrow();
        assertEquals("7g.80gb", a100.printedProfile("7g.79gb").orElseThrow().name());
        assertEquals(
                "1g.10gb+me", a100.printedProfile("1g.10gb+me").orElseThrow().name());
        assertTrue(a100.printedProfile("5g.60gb").isEmpty());
        assertTrue(a100.printedProfile("N/A").isEmpty());
        GpuModel gb200 = CATALOGUE.byId("gb200-186gb").orElseThrow();
        assertEquals("7g.186gb", gb200.printedProfile("7g.189gb").orElseThrow().name());
    }

    @Test
    void aPciDeviceNamesTheBoard() {
        assertEquals("a30-24gb", CATALOGUE.byPciDevice("20b7").orElseThrow().id());
        assertEquals("a100-80gb", CATALOGUE.byPciDevice("20B2").orElseThrow().id());
        assertEquals("h800-80gb", CATALOGUE.byPciDevice("2324").orElseThrow().id());
        assertTrue(CATALOGUE.byPciDevice("FFFF").isEmpty());
    }

    /** A GB300 of a DGX Station prints the name of the larger board, and other profiles. */
    @Test
    void boardsOfOneNameAreToldApartByTheirProfiles() {
        assertEquals(
                "gb300-278gb",
                CATALOGUE.byModelName("NVIDIA GB300").orElseThrow().id());
        assertEquals(
                "gb300-252gb",
                CATALOGUE
                        .byModelName("NVIDIA GB300", List.of("3g.126gb", "1g.31gb"))
                        .orElseThrow()
                        .id());
        assertEquals(
                "gb300-278gb",
                CATALOGUE
                        .byModelName("NVIDIA GB300", List.of("3g.139gb"))
                        .orElseThrow()
                        .id());
        assertEquals(
                "gb300-278gb",
                CATALOGUE
                        .byModelName("NVIDIA GB300", List.of("5g.1gb"))
                        .orElseThrow()
                        .id());
    }

    @Test
    void thorHasPlaces() {
        GpuModel thor = CATALOGUE.byId("thor-igpu").orElseThrow();
        Layout both = new Layout(
                thor,
                List.of(
                        new Placement(thor.profile("2g.0gb+gfx").orElseThrow(), 0),
                        new Placement(thor.profile("1g.0gb+me").orElseThrow(), 2)));
        assertEquals(List.of(), both.conflicts());
    }

    @Test
    void keepsUnknownFiguresUnknown() {
        GpuModel h800 = CATALOGUE.byId("h800-80gb").orElseThrow();
        assertNull(h800.profile("3g.40gb").orElseThrow().sms());
        assertFalse(h800.verified());
        assertEquals(132, CATALOGUE.byId("h100-80gb-sxm").orElseThrow().sms());
        assertEquals(98, CATALOGUE.byId("a100-80gb").orElseThrow().sms());
        assertEquals(108, CATALOGUE.byId("a100-80gb").orElseThrow().physicalSms());
    }

    @Test
    void takesAGpuFromThePlannersOwnFile() {
        List<Problem> problems = new ArrayList<>();
        Catalogue own = CATALOGUE.with("catalogue.json", utf8("""
            {"formatVersion": 1, "gpus": [{"id": "x1", "name": "X1", "modelNames": ["NVIDIA X1"],
              "computeSlices": 3, "placementUnits": 3, "profiles": [
              {"name": "1g.9gb", "computeSlices": 1, "placement": {"size": 1, "starts": [0, 1, 2]}}]}]}
            """), problems);
        assertEquals(List.of(), problems);
        GpuModel model = own.byModelName("NVIDIA X1").orElseThrow();
        assertTrue(model.own());
        assertEquals(
                4, Layouts.distinct(Layouts.reachable(model, model.profiles())).size());
        assertNotNull(own.byId("a100-80gb").orElseThrow());
    }

    @Test
    void saysWhatIsWrongInThePlannersFileAndKeepsTheGoodGpus() {
        List<Problem> problems = new ArrayList<>();
        Catalogue own = CATALOGUE.with("mine.json", utf8("""
            {"formatVersion": 1, "gpus": [
             {"id": "bad", "name": "Bad", "computeSlices": 4, "placementUnits": 4, "profiles": [
              {"name": "5g.9gb", "computeSlices": 5, "placement": {"size": 9, "starts": [0]}}]},
             {"id": "good", "name": "Good", "computeSlices": 2, "profiles": [{"name": "1g.9gb", "computeSlices": 1}]}]}
            """), problems);
        assertTrue(own.byId("bad").isEmpty());
        assertTrue(own.byId("good").isPresent());
        assertEquals(
                "mine.json: gpus[0].profiles[0].computeSlices",
                problems.getFirst().where().toString());
        assertEquals("json.expectedInteger", problems.getFirst().message().key());
    }

    @Test
    void aBrokenFileOfThePlannersLeavesTheCatalogueAsItIs() {
        for (String broken : List.of("", "{", "[]", "{\"formatVersion\": 9}", "\0\0\0", "{\"gpus\": []}")) {
            List<Problem> problems = new ArrayList<>();
            Catalogue own = CATALOGUE.with("mine.json", utf8(broken), problems);
            assertEquals(CATALOGUE.models(), own.models(), broken);
            assertFalse(problems.isEmpty(), broken);
            assertTrue(problems.stream().map(Problem::where).allMatch(Objects::nonNull));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every remark of the product's own catalogue stands there in both languages, and is used. */
    @Test
    void saysWhyAFigureIsUnverifiedInBothLanguages() {
        Set<Wording> remarks = new HashSet<>();
        for (GpuModel model : CATALOGUE.models()) {
            remarks.add(model.unverifiedWhy());
            model.profiles().forEach(profile -> remarks.add(profile.unverifiedWhy()));
        }
        remarks.remove(Wording.NONE);
        assertEquals(22, remarks.size());
        for (Wording remark : remarks) {
            assertTrue(remark.standard().contains(" "), remark.standard());
            assertTrue(remark.in(Language.KOREAN).codePoints().anyMatch(c -> c >= 0xac00 && c <= 0xd7a3), remark.in(Language.KOREAN));
        }
    }
}
