package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.plan.PlanDesk.Observing;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.layout.LayoutRanking;
import io.slicewise.planning.layout.RankedLayout;
import io.slicewise.scenario.Scenario;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The layouts that a GPU could have, ranked by what they serve of its load. Needs no toolkit; for one thread. */
final class LayoutsModel {
    private final Document document;
    private final ObjectProperty<Observing> observing;
    private final Latest latest;
    private final ObjectProperty<@Nullable String> gpu = new SimpleObjectProperty<>(this, "gpu");
    private final ReadOnlyObjectWrapper<@Nullable Ranking> ranking = new ReadOnlyObjectWrapper<>();

    /**
     * What came of a question.
     *
     * @param gpu the GPU that was asked about
     * @param layouts the best first; empty where nothing can be said
     */
    record Ranking(Gpu gpu, List<RankedLayout> layouts) {}

    LayoutsModel(Document document, PlanActions actions, ObjectProperty<Observing> observing) {
        this.document = document;
        this.observing = observing;
        latest = new Latest(actions);
        document.scenarioProperty().map(Scenario::fleet).subscribe(this::compute);
        gpu.subscribe((_, _) -> compute());
        observing.subscribe((_, _) -> compute());
    }

    /** The id of the GPU; {@code null} for the first that has instances. */
    ObjectProperty<@Nullable String> gpuProperty() {
        return gpu;
    }

    /** The newest answer; {@code null} where there is no GPU with instances. */
    ReadOnlyObjectProperty<@Nullable Ranking> rankingProperty() {
        return ranking.getReadOnlyProperty();
    }

    List<Gpu> gpus() {
        return document.scenario().fleet().gpus().stream()
                .filter(one -> !one.instances().isEmpty())
                .toList();
    }

    private void compute() {
        Fleet fleet = document.scenario().fleet();
        String wanted = gpu.get();
        Optional<Gpu> meant = (wanted == null ? Optional.<Gpu>empty() : fleet.gpu(wanted))
                .filter(one -> !one.instances().isEmpty())
                .or(() -> gpus().stream().findFirst());
        Timeline timeline = document.content().timeline();
        Observing how = observing.get();
        meant.ifPresentOrElse(
                one -> latest.ask(() -> ranked(one, timeline, how), ranking::set),
                () -> latest.now(() -> "", _ -> ranking.set(null)));
    }

    private static Ranking ranked(Gpu gpu, @Nullable Timeline timeline, Observing how) {
        OpenDemand.Taken needs = OpenDemand.observed(seen(gpu, timeline, how), how.target(), how.headroom());
        return new Ranking(gpu, LayoutRanking.of(gpu, needs.demand()));
    }

    /** What its instances were seen to use: over time where that is known of all of them, else at the moment. */
    private static List<OpenDemand.Observation> seen(Gpu gpu, @Nullable Timeline timeline, Observing how) {
        List<OpenDemand.Observation> now = OpenDemand.at(List.of(gpu));
        if (timeline == null || timeline.isEmpty()) {
            return now;
        }
        List<OpenDemand.Observation> over = OpenDemand.over(timeline, how.quantile()).stream()
                .filter(one -> one.gpu().id().equals(gpu.id()))
                .toList();
        return now.stream()
                .map(one -> over.stream()
                        .filter(other -> other.instance().id().equals(one.instance().id()))
                        .findFirst()
                        .orElse(one))
                .toList();
    }
}
