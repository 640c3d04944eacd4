package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.GpuFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weighted average, of the fleet or of single GPUs, is at the alert threshold or near it. */
final class AlertRule extends Rule {
    AlertRule() {
        super("alert", View.FIGURES);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(limits.alert())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        double weighted = facts.total().weightedAverage();
        Percent alert = new Percent(facts.thresholds().alert());
        if (Thresholds.reaches(weighted, alert.ratio())) {
            return Optional.of(of(Severity.WARNING, "story.alert.over", "over", weighted, alert));
        }
        List<GpuFigures> over = over(facts);
        if (!over.isEmpty()) {
            return Optional.of(gpus(over, alert, facts));
        }
        return Thresholds.reaches(weighted, alert.ratio() - facts.thresholds().near())
                ? Optional.of(of(Severity.NOTICE, "story.alert.near", "near", weighted, alert))
                : Optional.empty();
    }

    private Finding of(Severity severity, String key, String advice, double weighted, Percent alert) {
        Text message = Text.of(key, new Percent(weighted), alert);
        return Finding.ofFleet(severity, this, message, Text.of("story.alert.advice." + advice), weighted);
    }

    private static List<GpuFigures> over(Facts facts) {
        List<GpuFigures> over = new ArrayList<>();
        for (GpuFigures gpu : facts.figures().gpus()) {
            if (Thresholds.reaches(
                    gpu.averages().weightedAverage(), facts.thresholds().alert())) {
                over.add(gpu);
            }
        }
        return over;
    }

    private Finding gpus(List<GpuFigures> over, Percent alert, Facts facts) {
        List<String> names =
                over.stream().map(gpu -> facts.mentions().name(gpu.gpu())).toList();
        Text message = over.size() == 1
                ? Text.of(
                        "story.alert.gpu",
                        names.getFirst(),
                        new Percent(over.getFirst().averages().weightedAverage()),
                        alert)
                : Text.of("story.alert.gpus", over.size(), Mentions.firstOf(names), alert);
        double fleet = facts.total().weightedAverage();
        if (!Double.isNaN(fleet)) {
            message = Text.of("story.alert.beside", message, new Percent(fleet));
        }
        return Finding.ofGpus(
                Severity.WARNING,
                this,
                message,
                Text.of("story.alert.advice.over"),
                over.stream().map(gpu -> gpu.gpu().id()).toList(),
                (double) over.size() / facts.figures().gpus().size());
    }
}
