package io.slicewise.cli;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What was chosen on the command line for the figures.
 *
 * @param basis the weight basis; empty leaves it to the documents
 * @param reading which reading the figures are of; empty leaves it to the documents
 * @param allGpus whether GPUs without instances are to count too; {@code false} leaves it to the documents
 * @param moment which moment of files of a range is meant
 * @param exports what exports do not tell themselves
 */
record Choices(
        Optional<WeightBasis> basis,
        Optional<ReadingKind> reading,
        boolean allGpus,
        AtMoment moment,
        SnapshotOptions exports) {
    /** What {@code --map} says of the column that has it, in a table that does not tell. */
    private static final String UTILIZATION = "utilization";

    static Choices of(ParseResult command, Catalogue catalogue) {
        SnapshotOptions exports =
                SnapshotOptions.NONE.withUnit(unit(command.matchedOptionValue(CommandOptions.UNIT, (String) null)));
        for (String model : command.matchedOptionValue(CommandOptions.MODEL, List.<String>of())) {
            int equals = model.lastIndexOf('=');
            GpuModel found = Models.find(catalogue, model.substring(equals + 1));
            exports = equals < 0
                    ? exports.withDefaultModel(found)
                    : exports.withModel(model.substring(0, equals).strip(), found);
        }
        for (String map : command.matchedOptionValue(CommandOptions.MAP, List.<String>of())) {
            exports = mapped(exports, map);
        }
        exports = exports.withConfig(command.matchedOptionValue(CommandOptions.CONFIG, (String) null));
        boolean asked = List.of(AveragesCommand.NAME, ReportCommand.NAME)
                .contains(command.commandSpec().name());
        return new Choices(
                basis(command.matchedOptionValue(CommandOptions.BASIS, (String) null)),
                reading(asked ? command.matchedOptionValue(CommandOptions.METRIC, "") : ""),
                command.hasMatchedOption(CommandOptions.ALL_GPUS),
                AtMoment.of(command),
                exports);
    }

    /**
     * {@code COLUMN=utilization}, or {@code COLUMN=GPU/INSTANCE/PROFILE}; the name of a column can hold an equals sign, what follows cannot.
     */
    private static SnapshotOptions mapped(SnapshotOptions exports, String map) {
        int equals = map.lastIndexOf('=');
        String[] whose = map.substring(equals + 1).strip().split("/", -1);
        if (equals <= 0 || whose.length > 3 || whose[0].isBlank()) {
            throw new UsageException(Text.of("cli.usage.map", CommandOptions.MAP, map));
        }
        String gpu = whose[0].strip();
        if (whose.length == 1 && gpu.equalsIgnoreCase(UTILIZATION)) {
            return exports.withUtilization(map.substring(0, equals).strip());
        }
        boolean number = gpu.chars().allMatch(Character::isDigit);
        String instance = whose.length > 1 ? whose[1].strip() : "";
        String profile = whose.length > 2 ? whose[2].strip() : "";
        RawSource source = RawSource.of(number ? "" : gpu, number ? gpu : "", "", profile, instance);
        return exports.withColumn(map.substring(0, equals).strip(), source);
    }

    private static Optional<WeightBasis> basis(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<WeightBasis> basis = WeightBasis.Hardware.of(name);
        if (basis.isEmpty()) {
            throw new UsageException(
                    Text.of("cli.usage.value", CommandOptions.BASIS, name, "slices, sms, memory-slices, memory-gib"));
        }
        return basis;
    }

    private static Optional<ReadingKind> reading(String name) {
        Optional<ReadingKind> reading = ReadingKind.of(name);
        if (reading.isEmpty() && !name.isEmpty()) {
            throw new UsageException(Text.of(
                    "cli.usage.value",
                    CommandOptions.METRIC,
                    name,
                    new Listing(
                            ReadingKind.AVERAGED.stream().map(ReadingKind::id).toList())));
        }
        return reading;
    }

    /** Of weights of a document those that were asked for: of another reading by what it scales with. */
    Weights of(Weights weights) {
        Weights read = reading.map(weights::of).orElse(weights).withAllGpus(allGpus || weights.allGpus());
        return basis.map(read::withBasis).orElse(read);
    }

    private static @Nullable Unit unit(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "ratio" -> Unit.RATIO;
            case "percent" -> Unit.PERCENT;
            default ->
                throw new UsageException(Text.of("cli.usage.value", CommandOptions.UNIT, name, "ratio, percent"));
        };
    }

    /** The model of GPUs that are not known otherwise. */
    @Nullable
    GpuModel defaultModel() {
        return exports.defaultModel();
    }
}
