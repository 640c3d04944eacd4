package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.plan.DemandSource.Observing;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.planning.demand.Demand;
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
        compute();
    }

    /** The id of the GPU; {@code null} for the one whose instances could do without most. */
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
        List<Gpu> meant = (wanted == null ? Optional.<Gpu>empty() : fleet.gpu(wanted))
                .filter(one -> !one.instances().isEmpty())
                .map(List::of)
                .orElseGet(this::gpus);
        Timeline timeline = document.content().timeline();
        Observing how = observing.get();
        if (meant.isEmpty()) {
            latest.now(() -> "", _ -> ranking.set(null));
        } else {
            latest.ask(() -> ranked(meant, timeline, how), ranking::set);
        }
    }

    /** Of the GPU whose instances could do without most, of equals the first. */
    private static Ranking ranked(List<Gpu> gpus, @Nullable Timeline timeline, Observing how) {
        Gpu most = gpus.getFirst();
        int slices = -1;
        for (Gpu one : gpus) {
            int here = LayoutRanking.unneededSlices(one, needs(one, timeline, how));
            if (here > slices) {
                most = one;
                slices = here;
            }
        }
        return new Ranking(most, LayoutRanking.of(most, needs(most, timeline, how)));
    }

    private static Demand needs(Gpu gpu, @Nullable Timeline timeline, Observing how) {
        return OpenDemand.observed(seen(gpu, timeline, how), how.target(), how.headroom())
                .demand();
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
                        .filter(other ->
                                other.instance().id().equals(one.instance().id()))
                        .findFirst()
                        .orElse(one))
                .toList();
    }
}
