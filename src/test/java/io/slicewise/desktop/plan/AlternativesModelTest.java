package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlternativesModelTest {
    private final Document document = Document.unchanged(DocumentContent.planned(
            Scenario.empty("a GPU").withFleet(Fleets.of(Fleets.model("a100-80gb"), "3g@0 2g@4"))));
    private final AlternativesModel model = new PlanDesk(document, new Window(), () -> {}).alternatives();

    private AlternativesModel.Made made() {
        return Objects.requireNonNull(model.madeProperty().get());
    }

    @Test
    void aVariantOfAnotherDocumentStandsBesideThisOne() {
        Scenario other = document.scenario().withFleet(Fleets.of(Fleets.model("a100-80gb"), "7g@0"));
        model.add("whole", other);
        assertThat(made().all()).hasSize(2);
        assertThat(made().all().get(1).outcome().figures().allocatedShare()).isEqualTo(1);
        assertThat(made().all().get(1).outcome().restarts()).isEqualTo(2);
        assertThat(model.scenario(document.scenario().alternatives().getFirst()).fleet())
                .isEqualTo(other.fleet());
        document.undo();
        assertThat(made().all()).hasSize(1);
    }

    @Test
    void anyTwoAreBeforeAndAfter() {
        model.add(Alternative.of("one"));
        model.add(Alternative.of("two"));
        model.firstProperty().set(2);
        assertThat(made().first()).isEqualTo(2);
        assertThat(made().all().get(2).outcome().restarts()).isNull();
        assertThat(made().all().get(0).outcome().restarts()).isZero();
        model.remove(1);
        assertThat(made().first()).isZero();
        assertThat(made().all()).hasSize(2);
    }

    @Test
    void aNameThatIsTypedIsOneStep() {
        model.add(Alternative.of("one"));
        model.set(0, Alternative.of("on"), "name");
        model.set(0, Alternative.of("once"), "name");
        model.settle();
        assertThat(model.alternativesProperty().get().getFirst().name()).isEqualTo("once");
        document.undo();
        assertThat(model.alternativesProperty().get().getFirst().name()).isEqualTo("one");
    }
}
