package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.PurchaseModel.Answer;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.survey.Attribute;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurchaseModelTest {
    private static final GpuModel A100 = model("a100-80gb");

    private final Window window = new Window();
    private final Document document = Document.unchanged(
            DocumentContent.planned(Scenario.empty("a plan").withFleet(Fleets.of(A100, "2g@0 1g@4 1g@6"))));
    private final PlanDesk desk = new PlanDesk(document, window, () -> {});
    private final PurchaseModel model = desk.purchase();

    private static GpuModel model(String id) {
        return Catalogue.builtIn().byId(id).orElseThrow();
    }

    private static DemandLine line(int count, String profile) {
        return DemandLine.of(profile, count, new Need.Named(profile));
    }

    private static PlanInput alibaba() {
        return PlanInput.NONE
                .withDemand(new Demand(
                        List.of(line(32, "1g"), line(280, "2g"), line(389, "3g"), line(971, "4g"), line(1406, "7g"))))
                .withOffers(List.of(Offer.of(A100, null)));
    }

    private PurchasePlan plan() {
        return Objects.requireNonNull(model.plan());
    }

    private String said() {
        return switch (model.answerProperty().get()) {
            case Answer.Missing missing -> missing.what().key();
            case Answer.Made made ->
                Messages.in(Language.ENGLISH).say(PlanSentences.of(made.plan()).getFirst());
        };
    }

    @Test
    void oneModelAnswersInTheSameFrame() {
        window.later = true;
        model.edit(alibaba(), null);

        assertThat(plan().total().gpus()).isEqualTo(2377);
        assertThat(plan().proven()).isTrue();
        assertThat(said())
                .isEqualTo("2,377 A100 80GB: each 4g or 7g needs a GPU of its own; by slices alone 2,213 would do.");
        assertThat(model.workingProperty().get()).isFalse();
    }

    @Test
    void severalModelsAnswerLaterAndOnlyTheNewestCounts() {
        window.later = true;
        PlanInput two = alibaba()
                .withOffers(List.of(
                        Offer.of(A100, BigDecimal.valueOf(11000)),
                        Offer.of(model("a100-40gb"), BigDecimal.valueOf(8000))));
        model.edit(two, null);
        assertThat(model.workingProperty().get()).isTrue();
        assertThat(model.plan()).isNull();
        model.edit(two.withDemand(new Demand(List.of(line(2, "4g")))), null);
        window.goOn();

        assertThat(model.workingProperty().get()).isFalse();
        assertThat(plan().total().cost()).isEqualByComparingTo("16000");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsPlanned() {
        assertThat(said()).isEqualTo("plan.missing.demand");
        model.addLine();
        assertThat(said()).isEqualTo("plan.missing.offer");
        model.addOffer(Offer.of(A100, BigDecimal.ONE));
        assertThat(plan().total().gpus()).isEqualTo(1);
        model.addOffer(Offer.of(model("a30-24gb"), null));
        assertThat(said()).isEqualTo("plan.missing.prices");
        model.removeOffer(1);
        model.edit(model.input().withRules(new PlanRules(false, false, null, 400L)), null);
        assertThat(said()).isEqualTo("plan.missing.watts");
        model.edit(model.input().withGrowth(100_000_000), null);
        assertThat(said()).isIn("plan.missing.watts", "plan.usage.tooMany");
    }

    @Test
    void growthIsAppliedAndEachLineIsRoundedUp() {
        model.edit(alibaba().withDemand(new Demand(List.of(line(3, "4g")))).withGrowth(0.5), null);
        assertThat(plan().total().gpus()).isEqualTo(5);
    }

    @Test
    void typingIsOneStepAndIsUndone() {
        model.edit(alibaba(), null);
        for (int count : List.of(1, 12, 123)) {
            model.setLine(0, line(count, "1g"), DemandCells.COUNT);
        }
        assertThat(model.input().demand().lines().getFirst().count()).isEqualTo(123);
        document.undo();
        assertThat(model.input()).isEqualTo(alibaba());
        assertThat(plan().total().gpus()).isEqualTo(2377);
        document.undo();
        assertThat(model.input()).isEqualTo(PlanInput.NONE);
        assertThat(document.isEdited()).isFalse();
    }

    @Test
    void theImpossibleIsSaidWithTheLeastThatWouldDo() {
        model.edit(alibaba().withDemand(new Demand(List.of(DemandLine.of("big", 1, new Need.AtLeast(1, 90))))), null);
        assertThat(model.plan()).isNull();
        assertThat(said()).startsWith("“big” cannot be served").contains("The least that would do is");
    }

    @Test
    void aDemandIsTakenFromWhatIsOpen() {
        desk.source().takeAllocated();
        assertThat(model.input().demand().lines())
                .extracting(DemandLine::name, DemandLine::count)
                .containsExactly(tuple("2g.20gb", 1), tuple("1g.10gb", 2));
        assertThat(model.input().offers())
                .extracting(offer -> offer.model().id())
                .containsExactly("a100-80gb");

        var gpu = document.scenario().fleet().gpus().getFirst();
        desk.planFor(Set.of(new InstanceRef(gpu.id(), gpu.instances().getFirst().id())));
        assertThat(model.input().demand().count()).isEqualTo(1);

        desk.source().takeObserved();
        assertThat(model.input().demand().count()).isEqualTo(3);
        assertThat(desk.source().remarksProperty().get()).isNotEmpty();
    }

    @Test
    void aDemandIsTakenOfWhatHasSomethingInCommon() {
        assertThat(desk.source().values(Attribute.Field.PROFILE))
                .containsOnly(Map.entry("2g.20gb", 1), Map.entry("1g.10gb", 2));
        desk.source().meantProperty().set(new DemandSource.Meant(Attribute.Field.PROFILE, "1g.10gb"));
        desk.source().takeAllocated();
        assertThat(model.input().demand().lines())
                .extracting(DemandLine::name, DemandLine::count)
                .containsExactly(tuple("1g.10gb", 2));
        desk.source().takeObserved();
        assertThat(model.input().demand().count()).isEqualTo(2);

        desk.source().meantProperty().set(new DemandSource.Meant(Attribute.Field.OWNER, "nobody"));
        desk.source().takeAllocated();
        assertThat(model.input().demand().count()).isZero();
    }

    /** The answer beside what runs, of several models and with what is pinned. */
    @Test
    void whatFitsHereIsSaidOfSeveralModels() {
        model.edit(
                alibaba()
                        .withDemand(new Demand(List.of(line(1, "3g"), line(1, "1g"))))
                        .withOffers(List.of(Offer.of(A100, null), Offer.of(model("a100-40gb"), null))),
                null);
        assertThat(here().spots())
                .extracting(spot -> spot.placement().profile().name())
                .containsExactly("1g.10gb");
        assertThat(saidHere())
                .containsExactly(
                        "While what runs stays where it is, 1 of 2 instances fit on the GPUs that are here; 1 more GPU"
                                + " is needed.",
                        "If everything that is not pinned may move: 1 more.");

        model.edit(model.input().withDemand(new Demand(List.of(line(1, "3g")))), null);
        assertThat(saidHere()).endsWith("If everything that is not pinned may move: 0 more.");

        var gpu = document.scenario().fleet().gpus().getFirst();
        gpu.instances().forEach(one -> desk.moves().pin(new InstanceRef(gpu.id(), one.id())));
        assertThat(saidHere()).endsWith("If everything that is not pinned may move: 1 more.");
    }

    private PurchaseModel.Here here() {
        return Objects.requireNonNull(((Answer.Made) model.answerProperty().get()).here());
    }

    private List<String> saidHere() {
        Messages words = Messages.in(Language.ENGLISH);
        return here().said().stream().map(words::say).toList();
    }

    @Test
    void aPlanIsComparedWithItselfBeforeAnEditAndWithAnotherDocument() {
        PlanInput one = alibaba().withDemand(new Demand(List.of(line(2, "4g"))));
        model.edit(one, null);
        desk.comparison().keep();
        model.edit(one.withGrowth(0.5), null);
        assertThat(compared()).isEqualTo("a → b: 1 more GPU to buy.");

        Document other = Document.unchanged(DocumentContent.planned(
                Scenario.empty("other").withPlan(one.withDemand(new Demand(List.of(line(7, "7g")))))));
        desk.compare(other);
        assertThat(compared()).isEqualTo("a → b: 4 fewer GPUs to buy.");
        other.edit(new ScenarioEdit.SetPlan(one, null));
        assertThat(compared()).isEqualTo("a → b: 1 more GPU to buy.");
        desk.comparison().againstProperty().set(null);
        assertThat(desk.comparison().comparisonProperty().get()).isNull();
    }

    private String compared() {
        return Messages.in(Language.ENGLISH)
                .say(Objects.requireNonNull(
                                desk.comparison().comparisonProperty().get())
                        .sentences("a", "b")
                        .getFirst());
    }

    @Test
    void thePlanLeadsToAScenarioCommandsAndAFile() {
        model.edit(
                PlanInput.NONE.withDemand(new Demand(List.of(line(2, "3g")))).withOffers(List.of(Offer.of(A100, null))),
                null);
        PlanOnward onward = new PlanOnward(desk, new Words(Language.ENGLISH));
        onward.openScenario();
        assertThat(window.opened.getFirst().fleet().gpus()).hasSize(1);
        assertThat(window.opened.getFirst().fleet().instanceCount()).isEqualTo(2);
        onward.copyCommands(ChangeModel.Kind.NVIDIA_SMI);
        assertThat(window.clipboard).contains("create 0 9 4").contains("create 0 9 0");
        onward.savePlan();
        assertThat(window.exported).startsWith("a plan.plan.json\n").contains("\"profile\" : \"3g\"");
    }
}
