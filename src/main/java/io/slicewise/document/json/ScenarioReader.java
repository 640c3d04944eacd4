package io.slicewise.document.json;

import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Planned;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads format version 1. Everything that is wrong is reported at once, each with its path. */
final class ScenarioReader {
    private static final int MOST = 1_000_000;
    private static final Set<String> ROOT_FIELDS = Set.of(
            "formatVersion", "name", "notes", "weights", "gpus", "plan", "assumptions", "alternatives", "measured");
    private static final Set<String> WEIGHT_FIELDS = Set.of("basis", "own", "gpus", "ownGpus", "reading", "allGpus");

    private final Catalogue catalogue;

    ScenarioReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** {@code null} where this is no document. */
    @Nullable
    Editable read(@Nullable JsonValue root) {
        if (root == null || !isScenario(root)) {
            return null;
        }
        root.objectOf(ROOT_FIELDS);
        Weights weights = weights(root.get("weights"));
        JsonValue measured = root.get("measured");
        FleetReader gpus = new FleetReader(catalogue, !measured.isMissing());
        Scenario scenario = new Scenario(
                wording(root.get("name")),
                wording(root.get("notes")),
                gpus.read(root.get("gpus")),
                weights,
                plan(root.get("plan")),
                AssumptionsJson.read(root.get("assumptions")),
                alternatives(root.get("alternatives")));
        return measured.isMissing()
                ? new Planned(scenario, root.where().file(), gpus.labels(), List.of())
                : new MeasuredReader(catalogue).read(measured, scenario, gpus.labels());
    }

    private @Nullable PlanInput plan(JsonValue value) {
        return value.isMissing() ? null : new PlanReader(catalogue).read(value);
    }

    private List<Alternative> alternatives(JsonValue value) {
        return new AlternativesJson(catalogue).read(value);
    }

    private static boolean isScenario(JsonValue root) {
        if (!root.isObject() || root.get("formatVersion").isMissing()) {
            root.error(Text.of("scenario.file.notScenario"));
            return false;
        }
        Integer version = root.get("formatVersion").integer(0, MOST);
        if (version != null && version != ScenarioFile.FORMAT_VERSION) {
            root.get("formatVersion").error(Text.of("scenario.file.version", version, ScenarioFile.FORMAT_VERSION));
        }
        return version != null && version == ScenarioFile.FORMAT_VERSION;
    }

    /** A text for every language, or one for each. */
    static Wording wording(JsonValue value) {
        if (!value.isObject()) {
            return Wording.of(value.string(""));
        }
        value.objectOf(Language.codes());
        String standard = value.get(Language.standard().code()).string("");
        return Wording.each(language -> value.get(language.code()).string(standard));
    }

    private Weights weights(JsonValue value) {
        if (value.isMissing() || !value.objectOf(WEIGHT_FIELDS)) {
            return Weights.DEFAULT;
        }
        JsonValue basisValue = value.get("basis");
        String basisId = basisValue.string(Weights.DEFAULT.basis().id());
        Optional<WeightBasis> basis = basisId.equals("own")
                ? Optional.of(new WeightBasis.Own(table(value.get("own"))))
                : WeightBasis.Hardware.of(basisId);
        if (basis.isEmpty()) {
            basisValue.error(Text.of(
                    "scenario.file.oneOf",
                    new Listing(List.of("slices", "sms", "memory-slices", "memory-gib", "own")),
                    basisId));
        }
        return new Weights(
                basis.orElse(Weights.DEFAULT.basis()),
                gpuWeight(value),
                reading(value.get("reading")),
                value.get("allGpus").bool(false));
    }

    private static ReadingKind reading(JsonValue value) {
        String id = value.string(ReadingKind.ENGINE.id());
        return ReadingKind.of(id).orElseGet(() -> {
            Listing known = new Listing(
                    ReadingKind.AVERAGED.stream().map(ReadingKind::id).toList());
            value.error(Text.of("scenario.file.oneOf", known, id));
            return ReadingKind.ENGINE;
        });
    }

    private static GpuWeight gpuWeight(JsonValue weights) {
        String id = weights.get("gpus").string("equal");
        return switch (id) {
            case "equal" -> new GpuWeight.Equal();
            case "sms" -> new GpuWeight.BySms();
            case "own" -> new GpuWeight.Own(table(weights.get("ownGpus")));
            default -> {
                weights.get("gpus")
                        .error(Text.of("scenario.file.oneOf", new Listing(List.of("equal", "sms", "own")), id));
                yield new GpuWeight.Equal();
            }
        };
    }

    private static Map<String, Double> table(JsonValue value) {
        Map<String, Double> table = new HashMap<>();
        value.fields().forEach((key, weight) -> {
            Double number = weight.number(0, Double.MAX_VALUE);
            if (number != null) {
                table.put(key, number);
            }
        });
        return table;
    }
}
