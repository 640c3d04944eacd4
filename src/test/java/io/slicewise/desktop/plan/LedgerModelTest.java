package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.money.CostBill;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.usage.survey.Attribute;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerModelTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private final Document document = Document.unchanged(
            DocumentContent.planned(Scenario.empty("a GPU").withFleet(Fleets.of(A100, "3g@0 2g@4"))));
    private final LedgerModel model = new PlanDesk(document, new Window(), () -> {}).ledger();

    private LedgerModel.Made made() {
        return Objects.requireNonNull(model.madeProperty().get());
    }

    private CostBill bill() {
        return Objects.requireNonNull(made().statement().bill());
    }

    @Test
    void aRateThatIsMissingIsAskedFor() {
        assertThat(made().statement().bill()).isNull();
        assertThat(made().statement().unpriced()).containsExactly(A100);
        assertThat(model.models()).containsExactly(A100);
    }

    @Test
    void eachKeyCountsAndTypingIsOneStep() {
        model.set(A100, Assumed.HOURLY, new BigDecimal("2"));
        model.set(A100, Assumed.HOURLY, new BigDecimal("2.8"));
        model.settle();
        assertThat(bill().total()).isEqualByComparingTo("2.8");
        assertThat(bill().unallocated()).isEqualByComparingTo("0.8");
        assertThat(document.isEdited()).isTrue();
        document.undo();
        assertThat(made().statement().bill()).isNull();
        document.redo();
        assertThat(bill().total()).isEqualByComparingTo("2.8");
    }

    @Test
    void itFollowsTheGpusAndWhoseItIs() {
        model.set(A100, Assumed.HOURLY, new BigDecimal("7"));
        document.edit(new InstanceEdit.RemoveInstances(
                Set.of(new InstanceRef("g0", "i1"))));
        model.byProperty().set(Attribute.Field.PROFILE);
        assertThat(bill().by())
                .extracting(one -> one.name())
                .containsExactly("2g.20gb");
    }

    @Test
    void theForecastStandsBeside() {
        model.set(A100, Assumed.IDLE, new BigDecimal("50"));
        model.set(A100, Assumed.MAX, new BigDecimal("400"));
        assertThat(made().power().gpus().getFirst().idle().watts()).isEqualTo(50);
        assertThat(made().power().gpus().getFirst().max()).isEqualTo(400);
    }
}
