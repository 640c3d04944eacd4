package io.slicewise.document.json;

import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.TimelineReference;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what monitoring told, as {@link MeasuredWriter} writes it. What is wrong is reported with its path. */
final class MeasuredReader {
    private static final Set<String> FIELDS = Set.of(
            "source",
            "time",
            "unit",
            "counts",
            "wholeGpus",
            "unweighed",
            "crossChecks",
            "printedProfiles",
            "problems",
            "timeline",
            "gpus");
    private static final Set<String> UNIT_FIELDS = Set.of("is", "certain", "why");
    private static final Set<String> COUNT_FIELDS =
            Set.of("samples", "readings", "blanks", "clamped", "repeated", "blanksBefore");
    private static final Set<String> WHOLE_FIELDS =
            Set.of("id", "name", "model", "modelName", "host", "utilization", "mig", "readings", "powerWatts");
    private static final Set<String> UNWEIGHED_FIELDS = Set.of("gpu", "id", "utilization", "owner");
    private static final Set<String> CHECK_FIELDS = Set.of("gpu", "reported", "computed", "beyond");
    private static final Set<String> PRINTED_FIELDS = Set.of("gpu", "id", "printed");
    private static final Set<String> PROBLEM_FIELDS =
            Set.of("severity", "file", "line", "path", "count", "kind", "message");
    private static final Set<String> TIMELINE_FIELDS = Set.of("from", "to", "stepMillis", "files");

    /** Whole numbers up to here are exact in JSON everywhere. */
    private static final double MOST = 1L << 53;

    private final Catalogue catalogue;

    MeasuredReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads it.
     *
     * @param scenario the editable part
     * @param labels of the instances of the editable part
     */
    Measured read(JsonValue value, Scenario scenario, Labels labels) {
        value.objectOf(FIELDS);
        Fleet fleet = scenario.fleet();
        Labels said = labels;
        if (!value.get("gpus").isMissing()) {
            FleetReader own = new FleetReader(catalogue, true);
            fleet = own.read(value.get("gpus"));
            said = own.labels();
        }
        Snapshot snapshot = new Snapshot(
                value.get("source").string(""),
                fleet,
                all(value.get("wholeGpus"), this::wholeGpu),
                all(value.get("crossChecks"), MeasuredReader::check),
                all(value.get("unweighed"), MeasuredReader::unweighed),
                printed(value.get("printedProfiles")),
                said,
                unit(value.get("unit")),
                counts(value.get("counts")),
                time(value.get("time")),
                null,
                all(value.get("problems"), MeasuredReader::problem));
        return new Measured(scenario, snapshot, timeline(value.get("timeline")), List.of());
    }

    private static <T> List<T> all(JsonValue list, Function<JsonValue, @Nullable T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonValue value : list.items()) {
            T one = reader.apply(value);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private @Nullable WholeGpu wholeGpu(JsonValue value) {
        String id = value.objectOf(WHOLE_FIELDS) ? value.get("id").string() : null;
        if (id == null) {
            value.get("id").error(Text.of("json.required"));
            return null;
        }
        JsonValue model = value.get("model");
        GpuModel known = catalogue.byId(model.string("")).orElse(null);
        if (known == null && !model.isMissing()) {
            model.warning(Text.of("scenario.file.unknownModel", model.string("")));
        }
        return new WholeGpu(
                id,
                value.get("name").string(id),
                value.get("host").string(""),
                known,
                value.get("modelName").string(""),
                number(value.get("utilization")),
                choice(value.get("mig"), WholeGpu.Mig.UNKNOWN, WholeGpu.Mig.values()),
                FleetReader.readings(value.get("readings")),
                FleetReader.watts(value));
    }

    private static Snapshot.@Nullable Unweighed unweighed(JsonValue value) {
        return value.objectOf(UNWEIGHED_FIELDS)
                ? new Snapshot.Unweighed(
                        value.get("gpu").string(""),
                        value.get("id").string(""),
                        number(value.get("utilization")),
                        value.get("owner").string(""))
                : null;
    }

    private static @Nullable CrossCheck check(JsonValue value) {
        return value.objectOf(CHECK_FIELDS)
                ? new CrossCheck(
                        value.get("gpu").string(""),
                        number(value.get("reported")),
                        number(value.get("computed")),
                        number(value.get("beyond")))
                : null;
    }

    private static Map<InstanceRef, String> printed(JsonValue list) {
        Map<InstanceRef, String> printed = new HashMap<>();
        for (JsonValue value : list.items()) {
            if (value.objectOf(PRINTED_FIELDS)) {
                printed.put(
                        new InstanceRef(
                                value.get("gpu").string(""), value.get("id").string("")),
                        value.get("printed").string(""));
            }
        }
        return printed;
    }

    private static UnitDecision unit(JsonValue value) {
        if (!value.isMissing()) {
            value.objectOf(UNIT_FIELDS);
        }
        return new UnitDecision(
                choice(value.get("is"), UnitDecision.Unit.RATIO, UnitDecision.Unit.values()),
                Text.said("", ScenarioReader.wording(value.get("why"))),
                value.get("certain").bool(false));
    }

    private static Snapshot.Counts counts(JsonValue value) {
        if (!value.isMissing()) {
            value.objectOf(COUNT_FIELDS);
        }
        return new Snapshot.Counts(
                count(value.get("samples"), 0),
                count(value.get("readings"), 0),
                count(value.get("blanks"), 0),
                count(value.get("clamped"), 0),
                count(value.get("repeated"), 0),
                count(value.get("blanksBefore"), 0));
    }

    private static @Nullable Problem problem(JsonValue value) {
        if (!value.objectOf(PROBLEM_FIELDS)) {
            return null;
        }
        return new Problem(
                choice(value.get("severity"), Problem.Severity.WARNING, Problem.Severity.values()),
                new Where(
                        value.get("file").string(""),
                        count(value.get("line"), 0),
                        value.get("path").string("")),
                Text.said(value.get("kind").string(""), ScenarioReader.wording(value.get("message"))),
                count(value.get("count"), 1));
    }

    private static @Nullable TimelineReference timeline(JsonValue value) {
        if (value.isMissing() || !value.objectOf(TIMELINE_FIELDS)) {
            return null;
        }
        Instant from = time(value.get("from"));
        Instant to = time(value.get("to"));
        if (from == null || to == null) {
            return null;
        }
        return new TimelineReference(
                all(value.get("files"), JsonValue::string),
                from.toEpochMilli(),
                to.toEpochMilli(),
                count(value.get("stepMillis"), 0));
    }

    /** An instant as ISO 8601 writes it; {@code null} where there is none. */
    private static @Nullable Instant time(JsonValue value) {
        String text = value.string();
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            value.error(Text.of("scenario.file.time", text));
            return null;
        }
    }

    private static double number(JsonValue value) {
        Double number = value.number(-Double.MAX_VALUE, Double.MAX_VALUE);
        return number == null ? Double.NaN : number;
    }

    private static long count(JsonValue value, long fallback) {
        Double number = value.number(0, MOST);
        return number == null ? fallback : number.longValue();
    }

    private static <E extends Enum<E>> E choice(JsonValue value, E fallback, E[] choices) {
        String text = value.string();
        if (text == null) {
            return fallback;
        }
        for (E choice : choices) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
                return choice;
            }
        }
        List<String> names = Arrays.stream(choices)
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        value.error(Text.of("scenario.file.oneOf", new Listing(names), text));
        return fallback;
    }
}
