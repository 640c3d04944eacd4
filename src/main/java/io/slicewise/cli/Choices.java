package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.text.Text;
import io.slicewise.usage.WeightBasis;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What somebody chose on the command line for the figures.
 *
 * @param basis the weight basis; empty leaves it to the documents
 * @param exports what exports do not tell themselves
 */
record Choices(Optional<WeightBasis> basis, SnapshotOptions exports) {
    static Choices of(ParseResult command, Catalogue catalogue) {
        SnapshotOptions exports =
                SnapshotOptions.NONE.withUnit(unit(command.matchedOptionValue(Commands.UNIT, (String) null)));
        for (String model : command.matchedOptionValue(Commands.MODEL, List.<String>of())) {
            int equals = model.lastIndexOf('=');
            GpuModel found = Models.find(catalogue, model.substring(equals + 1));
            exports = equals < 0
                    ? exports.withDefaultModel(found)
                    : exports.withModel(model.substring(0, equals).strip(), found);
        }
        return new Choices(basis(command.matchedOptionValue(Commands.BASIS, (String) null)), exports);
    }

    private static Optional<WeightBasis> basis(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<WeightBasis> basis = WeightBasis.Hardware.of(name);
        if (basis.isEmpty()) {
            throw new UsageException(
                    Text.of("cli.usage.value", Commands.BASIS, name, "slices, sms, memory-slices, memory-gib"));
        }
        return basis;
    }

    private static @Nullable Unit unit(@Nullable String name) {
        return switch (name) {
            case null -> null;
            case "ratio" -> Unit.RATIO;
            case "percent" -> Unit.PERCENT;
            default -> throw new UsageException(Text.of("cli.usage.value", Commands.UNIT, name, "ratio, percent"));
        };
    }

    /** The model of GPUs that are not known otherwise. */
    @Nullable
    GpuModel defaultModel() {
        return exports.defaultModel();
    }
}
