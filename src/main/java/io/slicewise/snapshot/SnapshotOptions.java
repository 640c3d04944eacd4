package io.slicewise.snapshot;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.UnitDecision.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an export that it does not tell itself.
 *
 * @param models the model by what the exporter printed as {@code modelName}, exactly as printed; goes before the
 *     catalogue
 * @param defaultModel the model of GPUs whose {@code modelName} is missing or not known; {@code null} leaves them
 *     without one
 * @param unit how utilization is to be read; {@code null} decides from the values
 * @param columns whose a column or an entity is that does not tell, by its name in the file
 * @param utilization the columns that have the utilization in tables that do not tell, by title, by {@code #number}, or by
 *     header and number
 * @param config which of the named configurations of a file is meant; {@code null} where none was chosen
 */
public record SnapshotOptions(
        Map<String, GpuModel> models,
        @Nullable GpuModel defaultModel,
        @Nullable Unit unit,
        Map<String, RawSource> columns,
        Set<String> utilization,
        @Nullable String config) {
    /** Nothing was decided. */
    public static final SnapshotOptions NONE = new SnapshotOptions(Map.of(), null, null, Map.of(), Set.of(), null);

    public SnapshotOptions {
        models = Map.copyOf(models);
        columns = Map.copyOf(columns);
        utilization = Set.copyOf(utilization);
    }

    /** With one model more, for what the exporter prints as {@code modelName}. */
    public SnapshotOptions withModel(String modelName, GpuModel model) {
        Map<String, GpuModel> more = new HashMap<>(models);
        more.put(modelName, model);
        return new SnapshotOptions(more, defaultModel, unit, columns, utilization, config);
    }

    /** With a model for GPUs that do not tell theirs. */
    public SnapshotOptions withDefaultModel(@Nullable GpuModel model) {
        return new SnapshotOptions(models, model, unit, columns, utilization, config);
    }

    /** With a unit that is not to be decided from the values. */
    public SnapshotOptions withUnit(@Nullable Unit newUnit) {
        return new SnapshotOptions(models, defaultModel, newUnit, columns, utilization, config);
    }

    /** With whose a column or an entity is. */
    public SnapshotOptions withColumn(String name, RawSource whose) {
        Map<String, RawSource> more = new HashMap<>(columns);
        more.put(name, whose);
        return new SnapshotOptions(models, defaultModel, unit, more, utilization, config);
    }

    /** With the column that has the utilization in a table that does not tell. */
    public SnapshotOptions withUtilization(String column) {
        Set<String> more = new HashSet<>(utilization);
        more.add(column);
        return new SnapshotOptions(models, defaultModel, unit, columns, more, config);
    }

    /** With a choice among the named configurations of a file. */
    public SnapshotOptions withConfig(@Nullable String name) {
        return new SnapshotOptions(models, defaultModel, unit, columns, utilization, name);
    }

    /** The model that an exporter means: as a person chose, as the catalogue knows it, else the one for all others. */
    public Optional<GpuModel> model(String modelName, Catalogue catalogue) {
        GpuModel chosen = models.get(modelName);
        return Optional.ofNullable(chosen)
                .or(() -> modelName.isEmpty() ? Optional.empty() : catalogue.byModelName(modelName))
                .or(() -> Optional.ofNullable(defaultModel));
    }
}
