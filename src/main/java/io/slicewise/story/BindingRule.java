package io.slicewise.story;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.GpuFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fewer GPUs would hold what is allocated, and which limit says that not even fewer do. */
final class BindingRule extends Rule {
    BindingRule() {
        super("binding", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Map<GpuModel, List<GpuFigures>> models = new LinkedHashMap<>();
        for (GpuFigures figure : facts.figures().gpus()) {
            GpuModel model = figure.gpu().model();
            if (model != null && model.hasPlacements()) {
                models.computeIfAbsent(model, _ -> new ArrayList<>()).add(figure);
            }
        }
        return models.entrySet().stream()
                .map(entry -> look(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .max((one, other) -> Double.compare(one.importance(), other.importance()));
    }

    private Optional<Finding> look(GpuModel model, List<GpuFigures> gpus) {
        Map<String, Integer> counts = new HashMap<>();
        for (GpuFigures figure : gpus) {
            figure.gpu()
                    .instances()
                    .forEach(instance -> counts.merge(instance.profile().name(), 1, Integer::sum));
        }
        boolean isCounted = counts.keySet().stream()
                .allMatch(name -> model.baseProfiles().stream()
                        .anyMatch(profile -> profile.name().equals(name)));
        if (counts.isEmpty() || !isCounted) {
            return Optional.empty();
        }
        Rows rows = Rows.of(model);
        long needed = rows.gpus(counts);
        long spare = gpus.size() - needed;
        if (spare <= 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofFleet(
                Severity.INFO,
                this,
                Text.of(
                        "story.binding",
                        gpus.size(),
                        model.shortName(),
                        needed,
                        PlanSentences.row(rows.binding(counts))),
                Text.of("story.binding.advice", spare),
                (double) spare / gpus.size()));
    }
}
