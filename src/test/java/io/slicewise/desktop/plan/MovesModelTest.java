package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.Obstacle;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MovesModelTest {
    private static final GpuModel A100 = Catalogue.builtIn().byId("a100-80gb").orElseThrow();

    private final Document document = Document.unchanged(
            DocumentContent.planned(Scenario.empty("a GPU").withFleet(Fleets.of(A100, "2g@0 1g@4 1g@6"))));
    private final PlanDesk desk = new PlanDesk(document, new Window(), () -> {});
    private final Gpu gpu = document.scenario().fleet().gpus().getFirst();
    private final MovesModel model = desk.moves();

    private MovesModel.Made made() {
        return Objects.requireNonNull(model.madeProperty().get());
    }

    @Test
    void withoutAQuestionItSaysWhatFits() {
        assertThat(made().answers()).isNull();
        assertThat(made().room().profiles())
                .filteredOn(room -> room.profile().name().equals("3g.40gb"))
                .hasSize(1)
                .allSatisfy(room -> {
                    assertThat(room.now()).isZero();
                    assertThat(room.afterMoves()).isEqualTo(1);
                });
    }

    @Test
    void roomForA3gTakesTwoMovesAndTheResultHoldsIt() {
        desk.makeRoom("", gpu.id());
        assertThat(model.wantedProperty().get()).isEqualTo("3g.40gb");
        MoveAnswer.Found found = Objects.requireNonNull(made().found(false));
        assertThat(found.moves()).isEqualTo(2);
        assertThat(found.isProven()).isTrue();
        Gpu after = made().after(found).gpus().getFirst();
        assertThat(after.instances()).hasSize(4);
        assertThat(after.layout().orElseThrow().conflicts()).isEmpty();
        assertThat(made().touched(found)).containsExactly(gpu.id());
        assertThat(desk.tabProperty().get()).isEqualTo(PlanTab.MOVES);
    }

    @Test
    void whatIsPinnedStaysAndMayMakeItImpossible() {
        desk.makeRoom("3g", null);
        gpu.instances().forEach(instance -> model.pin(new InstanceRef(gpu.id(), instance.id())));
        assertThat(made().answer(false)).isEqualTo(new MoveAnswer.Impossible(Obstacle.PINNED));
        model.unpin();
        assertThat(made().found(false)).isNotNull();
    }

    @Test
    void theChangeFollowsTheMovesAndIsWrittenAsCommands() {
        desk.makeRoom("3g", null);
        ChangeModel change = desk.change();
        assertThat(change.changeProperty().get()).isNull();
        change.targetProperty().set(new ChangeModel.Target.Moved());
        var found = Objects.requireNonNull(change.changeProperty().get());
        assertThat(List.of(found.kept(), found.drained(), found.created())).containsExactly(1, 2, 3);
        Messages words = Messages.in(Language.ENGLISH);
        assertThat(ChangeModel.Kind.NVIDIA_SMI.of(found, words))
                .contains("destroy")
                .contains("create");
        assertThat(ChangeModel.Kind.MIG_PARTED.of(found, words)).contains("mig-configs");
        assertThat(ChangeModel.Kind.LABEL.of(found, words)).contains("kubectl cordon");
        model.wantedProperty().set("");
        assertThat(change.changeProperty().get()).isNull();
    }

    @Test
    void theChangeLeadsToThePlanOfTheDocument() {
        desk.purchase()
                .edit(
                        PlanInput.NONE
                                .withDemand(new Demand(List.of(
                                        DemandLine.of("a", 1, new Need.Named("2g")),
                                        DemandLine.of("b", 1, new Need.Named("3g")))))
                                .withOffers(List.of(Offer.of(A100, null))),
                        null);
        desk.change().targetProperty().set(new ChangeModel.Target.Planned());
        var found = Objects.requireNonNull(desk.change().changeProperty().get());
        assertThat(List.of(found.kept(), found.drained(), found.created())).containsExactly(1, 2, 1);
    }

    @Test
    void theChangeToAnotherDocumentGoesBothWays() {
        Document other = Document.unchanged(
                DocumentContent.planned(Scenario.empty("other").withFleet(Fleets.of(A100, "2g@0 3g@4"))));
        desk.change(other, false);
        var there = Objects.requireNonNull(desk.change().changeProperty().get());
        assertThat(List.of(there.kept(), there.drained(), there.created())).containsExactly(1, 2, 1);
        desk.change(other, true);
        var back = Objects.requireNonNull(desk.change().changeProperty().get());
        assertThat(List.of(back.kept(), back.drained(), back.created())).containsExactly(1, 1, 2);
    }
}
