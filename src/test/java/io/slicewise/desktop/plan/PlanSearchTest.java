package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.work.Cancel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlanSearchTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private final List<Optional<Planned>> found = new ArrayList<>();

    private static PlanInput input(Offer... offers) {
        return PlanInput.NONE
                .withDemand(new Demand(List.of(DemandLine.of("4g", 2, new Need.Named("4g")))))
                .withOffers(List.of(offers));
    }

    @Test
    void aPlanIsFoundAndNoneWhereThereIsNone() {
        PlanSearch search = new PlanSearch(new Window(), Catalogue::builtIn);
        search.ask(input(Offer.of(A100, null)), found::add);
        // a 4g a GPU
        assertThat(found.getFirst().orElseThrow().atOnce().total().gpus()).isEqualTo(2);
        search.ask(PlanInput.NONE, found::add);
        search.ask(null, found::add);
        assertThat(found.subList(1, 3)).containsOnly(Optional.empty());
    }

    @Test
    void aSearchWhoseAnswerNobodyWantsAnyMoreEnds() {
        List<Boolean> ends = new ArrayList<>();
        Background stopped = new Background() {
            @Override
            public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
                cancel.cancel();
                Optional<?> ended = (Optional<?>) work.take(cancel);
                ends.add(((Planned) ended.orElseThrow()).isPossible());
            }
        };
        // what is cheapest of several models has to be searched for
        PlanInput several = input(
                Offer.of(A100, BigDecimal.valueOf(11000)),
                Offer.of(Fleets.model("a100-40gb"), BigDecimal.valueOf(8000)));
        new PlanSearch(stopped, Catalogue::builtIn).ask(several, found::add);
        assertThat(ends).containsExactly(false);
        new PlanSearch(new Window(), Catalogue::builtIn).ask(several, found::add);
        assertThat(found.getFirst().orElseThrow().isPossible()).isTrue();
    }
}
