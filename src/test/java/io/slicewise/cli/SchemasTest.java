package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.PlanFile;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonDocument;
import io.slicewise.scenario.Scenario;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas in {@code assets/schema} hold of whatever the product writes, and know what its reader knows. */
class SchemasTest {
    private static final Schema SCENARIO = schema("scenario");
    private static final Schema DEMAND = schema("demand");
    private static final Schema AVERAGES = schema("averages");
    private static final Schema PLAN = schema("plan");

    /** Objects whose fields are names that people give. */
    private static final Set<String> TABLES = Set.of("own", "ownGpus", "labels");

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("assets", "schema", name + ".schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertValid(Schema schema, byte[] json, String what) {
        List<Error> errors = schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
        assertEquals(List.of(), errors.stream().map(Error::toString).toList(), what);
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("samples", "src/test/resources/io/slicewise/snapshot")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("index.json"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Editable content(Opened opened) {
        return switch (opened) {
            case ScenarioOpened scenario -> scenario.content();
            case SnapshotOpened export ->
                DocumentContent.measured(Scenario.empty("x"), export.snapshot()).from(List.of("a.prom"));
            case Opened.NotOpened _ -> DocumentContent.planned(Scenario.empty("none"));
        };
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsSavedAndWhatAveragesPrints(Path file) throws IOException {
        if (file.toString().endsWith(ScenarioFile.EXTENSION)) {
            assertValid(SCENARIO, Files.readAllBytes(file), file.toString());
        }
        Opened opened = new Opener(Fleets.CATALOGUE).open(file);
        assertValid(SCENARIO, ScenarioFile.write(content(opened)), file.toString());
        if (!(opened instanceof Opened.NotOpened)) {
            String printed = CliRun.of("averages", "--json", file.toString()).out();
            assertValid(AVERAGES, printed.getBytes(StandardCharsets.UTF_8), file.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatAPlanIsAndWhatComesOfIt(Path file) {
        Editable content = content(new Opener(Fleets.CATALOGUE).open(file));
        PlanFile demand =
                new PlanFile("x", Objects.requireNonNull(content.scenario().plan()));
        assertValid(DEMAND, demand.write(), file.toString());
        String printed = CliRun.of("plan", "--json", file.toString()).out();
        assertValid(PLAN, printed.getBytes(StandardCharsets.UTF_8), file.toString());
    }

    static List<Path> plans() {
        return List.of(
                Path.of("samples/plan-four-models.slicewise.json"), Path.of("samples/plan-cases-grown.slicewise.json"));
    }

    /** One document with all that a document can hold, and one field more at each of its places. */
    @Test
    void aFieldThatIsNotKnownIsSaidWhereverItStandsAndTheSchemaRefusesItThere() throws IOException {
        Opener opener = new Opener(Fleets.CATALOGUE);
        ObjectNode whole = JsonDocument.mapper().createObjectNode();
        for (String sample : List.of("snapshot-mixed.prom", "snapshot-faults.prom", "snapshot-range.json")) {
            add(content(opener.open(Path.of("samples", sample))), whole);
        }
        add(content(opener.open(Path.of("samples/snapshot-mig-off.prom"))), whole);
        add(content(opener.open(Path.of("samples/plan-four-models.slicewise.json"))), whole);
        Scenario own = Scenario.empty("own")
                .withWeights(new Weights(
                        new WeightBasis.Own(Map.of("a100-80gb", 1.5)), new GpuWeight.Own(Map.of("a100-80gb", 2.0))));
        whole.set("weights", tree(DocumentContent.planned(own)).get("weights"));
        List<String> places = new ArrayList<>();
        places(whole, "", places);
        assertTrue(places.size() > 15, places.toString());
        assertEquals(List.of(), unknown(whole));
        for (String place : places) {
            ObjectNode copy = whole.deepCopy();
            ((ObjectNode) copy.at(place)).put("unheardOf", 1);
            assertEquals(List.of("unheardOf"), unknown(copy), place);
            assertFalse(SCENARIO.validate(copy.toString(), InputFormat.JSON).isEmpty(), place);
        }
    }

    private static ObjectNode tree(Editable content) {
        return (ObjectNode) JsonDocument.mapper().readTree(ScenarioFile.write(content));
    }

    /** What is not there yet, of a document into another. */
    private static void add(Editable content, ObjectNode to) {
        add(tree(content), to);
    }

    private static void add(ObjectNode from, ObjectNode to) {
        from.properties().forEach(field -> {
            JsonNode there = to.get(field.getKey());
            if (there == null) {
                to.set(field.getKey(), field.getValue());
            } else if (there instanceof ObjectNode inner && field.getValue() instanceof ObjectNode more) {
                add(more, inner);
            }
        });
    }

    /** The objects of a document, of each list the first that has most in it. */
    private static void places(JsonNode node, String path, List<String> places) {
        if (node instanceof ObjectNode object) {
            places.add(path);
            object.properties().stream()
                    .filter(field -> !TABLES.contains(field.getKey()))
                    .forEach(field -> places(field.getValue(), path + "/" + field.getKey(), places));
        } else if (node.isArray()) {
            int richest = 0;
            for (int i = 0; i < node.size(); i++) {
                richest = node.get(i).toString().length()
                                > node.get(richest).toString().length()
                        ? i
                        : richest;
            }
            if (!node.isEmpty()) {
                places(node.get(richest), path + "/" + richest, places);
            }
        }
    }

    private static List<String> unknown(ObjectNode document) {
        return ScenarioFile.read("x", JsonDocument.print(document), Fleets.CATALOGUE).problems().stream()
                .filter(problem -> problem.message().key().equals("json.unknownField"))
                .map(problem -> String.valueOf(problem.message().args().getFirst()))
                .toList();
    }
}
