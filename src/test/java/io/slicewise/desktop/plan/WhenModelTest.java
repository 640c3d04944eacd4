package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhenModelTest {
    private final Window window = new Window();
    private final PurchaseModel purchase =
            new PurchaseModel(Document.unchanged(DocumentContent.planned(Scenario.empty("a plan"))), window, Set::of);
    private final WhenModel model = new WhenModel(
            new RecordedDays(42)
                    .gpu("a")
                    .with("1", "7g.80gb", 0.5, day -> 0.305 + day / 100)
                    .done(),
            purchase,
            window);

    private TargetForecast ahead() {
        return Objects.requireNonNull(model.aheadProperty().get());
    }

    private int expected() {
        return ((Seen) ahead().forecast()).days().expected().orElseThrow();
    }

    @Test
    void theTargetOfEachFigureIsItsOwn() {
        assertThat(model.figures())
                .containsExactly(
                        DailyFigure.WHOLE_GPU,
                        DailyFigure.SLICES_IN_USE,
                        DailyFigure.SLICES_REQUESTED,
                        DailyFigure.MEMORY);
        assertThat(ahead().capacity()).isEqualTo(0.8);
        assertThat(expected()).isEqualTo(9);
        model.setTarget(0.9);
        assertThat(expected()).isEqualTo(19);
        model.figureProperty().set(DailyFigure.SLICES_IN_USE);
        assertThat(ahead().capacity()).isEqualTo(5.6000000000000005);
        assertThat(expected()).isEqualTo(9);
        model.figureProperty().set(DailyFigure.WHOLE_GPU);
        assertThat(ahead().capacity()).isEqualTo(0.9);
    }

    @Test
    void theCapacityAfterThePlanIsATarget() {
        model.figureProperty().set(DailyFigure.SLICES_IN_USE);
        assertThat(model.planned()).isEmpty();
        purchase.edit(
                PlanInput.NONE
                        .withDemand(new Demand(List.of(DemandLine.of("x", 2, new Need.Named("7g")))))
                        .withOffers(List.of(
                                Offer.of(Catalogue.builtIn().byId("a100-80gb").orElseThrow(), null))),
                null);
        assertThat(model.planned()).hasValue(14);
        model.figureProperty().set(DailyFigure.WHOLE_GPU);
        assertThat(model.planned()).isEmpty();
    }

    @Test
    void onlyTheNewestTargetCounts() {
        window.later = true;
        model.setTarget(0.5);
        model.setTarget(0.75);
        window.goOn();
        assertThat(ahead().capacity()).isEqualTo(0.75);
    }
}
