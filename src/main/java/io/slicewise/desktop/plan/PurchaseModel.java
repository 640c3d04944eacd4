package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Beside;
import io.slicewise.planning.purchase.DayNightPlan;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is to be bought for what: the input that the document holds, and the answer to it. Needs no toolkit; for one thread. */
final class PurchaseModel {
    /** So long is searched; what is found until then stands with its bound. */
    private static final int BRANCHES = 20_000;

    private final Document document;
    private final PlanActions actions;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<PlanInput> input = new ReadOnlyObjectWrapper<>(PlanInput.NONE);
    private final ReadOnlyObjectWrapper<Answer> answer =
            new ReadOnlyObjectWrapper<>(new Answer.Missing(Text.of("plan.missing.demand")));
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private AtomicBoolean stop = new AtomicBoolean();

    /** What came of an input. */
    sealed interface Answer {
        /** Something has to be said before anything can be planned. */
        record Missing(Text what) implements Answer {}

        /**
         * There is a plan, or the proof that there is none.
         *
         * @param plan for everything at once
         * @param turns where day and night take turns; {@code null} where nothing says when it is wanted
         * @param notes what has to stand beside the numbers
         * @param beside what fits on the GPUs that are here; empty where that cannot be said
         */
        record Made(PurchasePlan plan, @Nullable DayNightPlan turns, List<Text> notes, List<Text> beside)
                implements Answer {
            public Made {
                beside = List.copyOf(beside);
                notes = List.copyOf(notes);
            }
        }
    }

    PurchaseModel(Document document, PlanActions actions) {
        this.document = document;
        this.actions = actions;
        latest = new Latest(actions);
        document.scenarioProperty().subscribe(scenario -> {
            PlanInput plan = scenario.plan();
            PlanInput now = plan == null ? PlanInput.NONE : plan;
            if (!now.equals(input.get())) {
                input.set(now);
                compute();
            }
        });
    }

    /** What the plan is made from. */
    ReadOnlyObjectProperty<PlanInput> inputProperty() {
        return input.getReadOnlyProperty();
    }

    PlanInput input() {
        return input.get();
    }

    /** The answer to the newest input that has one. */
    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The plan on show; {@code null} where there is none, or none that is possible. */
    @Nullable
    PurchasePlan plan() {
        return answer.get() instanceof Answer.Made made && made.plan().impossible() == null ? made.plan() : null;
    }

    /** Whether the answer to the newest input is still being looked for. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Ends the search: what is found by then stands with its bound. */
    void stop() {
        stop.set(true);
    }

    /** Changes what the plan is made from, as a step that can be undone. */
    void edit(PlanInput now, @Nullable Object key) {
        if (!now.equals(input.get())) {
            document.edit(new ScenarioEdit.SetPlan(now, key));
        }
    }

    /** Ends a stretch of typing. */
    void settle() {
        document.settle();
    }

    void setLine(int index, DemandLine line, Object key) {
        List<DemandLine> lines = new ArrayList<>(input().demand().lines());
        if (index < lines.size()) {
            lines.set(index, line);
            edit(input().withDemand(new Demand(lines)), List.of(index, key));
        }
    }

    /** One more line behind the others: one small instance, to be changed. */
    void addLine() {
        List<DemandLine> lines = new ArrayList<>(input().demand().lines());
        lines.add(DemandLine.of("", 1, new Need.Named("1g")));
        edit(input().withDemand(new Demand(lines)), null);
    }

    void removeLines(List<Integer> indices) {
        List<DemandLine> left = new ArrayList<>();
        for (int i = 0; i < input().demand().lines().size(); i++) {
            if (!indices.contains(i)) {
                left.add(input().demand().lines().get(i));
            }
        }
        edit(input().withDemand(new Demand(left)), null);
    }

    /** More lines behind the others. */
    void addLines(List<DemandLine> more) {
        List<DemandLine> lines = new ArrayList<>(input().demand().lines());
        lines.addAll(more);
        edit(input().withDemand(new Demand(lines)), null);
    }

    void setOffer(int index, Offer offer, Object key) {
        List<Offer> offers = new ArrayList<>(input().offers());
        if (index < offers.size()) {
            offers.set(index, offer);
            edit(input().withOffers(offers), List.of(index, key));
        }
    }

    void addOffer(Offer offer) {
        List<Offer> offers = new ArrayList<>(input().offers());
        if (offers.stream().noneMatch(present -> present.model().equals(offer.model()))) {
            offers.add(offer);
            edit(input().withOffers(offers), null);
        }
    }

    void removeOffer(int index) {
        List<Offer> offers = new ArrayList<>(input().offers());
        offers.remove(index);
        edit(input().withOffers(offers), null);
    }

    private void compute() {
        stop.set(true);
        PlanInput now = input.get();
        Text missing = now.missing();
        if (missing != null) {
            show(new Answer.Missing(missing));
            return;
        }
        Demand demand = now.grown();
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        Effort effort = new Effort(BRANCHES, mine::get);
        Fleet fleet = document.scenario().fleet();
        List<GpuModel> known = actions.catalogue().models();
        if (isClosed(now)) {
            latest.now(() -> answer(known, now, demand, effort), this::show);
            if (answer.get() instanceof Answer.Made made && isBesideAsked(fleet, now, made.plan())) {
                latest.ask(
                        () -> beside(fleet, now.offers().getFirst(), demand, effort),
                        beside -> show(new Answer.Made(made.plan(), null, made.notes(), beside)));
            }
        } else {
            working.set(true);
            latest.ask(() -> answer(known, now, demand, effort), this::show);
        }
    }

    private void show(Answer found) {
        working.set(false);
        answer.set(found);
    }

    private static Answer answer(List<GpuModel> known, PlanInput now, Demand demand, Effort effort) {
        try {
            if (demand.hasShifts()) {
                DayNightPlan turns = Purchase.dayAndNight(demand, now.offers(), now.rules(), known, effort);
                return new Answer.Made(turns.atOnce(), turns, notes(now), List.of());
            }
            PurchasePlan plan = Purchase.plan(demand, now.offers(), now.rules(), known, effort);
            return new Answer.Made(plan, null, notes(now), List.of());
        } catch (ArithmeticException _) {
            return new Answer.Missing(Text.of("plan.missing.tooLarge"));
        }
    }

    /** Whether there are GPUs of the offered model here that the plan does not count already. */
    private static boolean isBesideAsked(Fleet fleet, PlanInput now, PurchasePlan plan) {
        Offer offer = now.offers().getFirst();
        return offer.have() == 0
                && offer.model().hasPlacements()
                && plan.impossible() == null
                && fleet.gpus().stream().anyMatch(gpu -> offer.model().equals(gpu.model()));
    }

    /** What of a demand fits on the GPUs that are here, with all of it coming in addition to what runs. */
    private static List<Text> beside(Fleet fleet, Offer offer, Demand demand, Effort effort) {
        Set<InstanceRef> movable = new HashSet<>();
        fleet.gpus()
                .forEach(gpu ->
                        gpu.instances().forEach(instance -> movable.add(new InstanceRef(gpu.id(), instance.id()))));
        return PlanSentences.of(
                Beside.of(fleet, Set.of(), demand, offer, effort),
                Beside.of(fleet, movable, demand, offer, effort),
                demand);
    }

    /** One model without further rules is the closed form, which takes less than a frame. */
    private static boolean isClosed(PlanInput now) {
        PlanRules rules = now.rules();
        return now.offers().size() == 1
                && !now.demand().hasShifts()
                && !rules.spareHost()
                && !rules.teamOwn()
                && rules.budget() == null
                && rules.watts() == null;
    }

    private static List<Text> notes(PlanInput now) {
        List<Text> notes = new ArrayList<>();
        boolean shares = now.demand().lines().stream().anyMatch(line -> line.need() instanceof Need.PartOfGpu);
        if (shares && now.offers().size() > 1 && now.offers().stream().allMatch(offer -> offer.speed() == 1)) {
            notes.add(Text.of("planner.note.speed"));
        }
        for (Offer offer : now.offers()) {
            if (!offer.model().hasPlacements()) {
                notes.add(Text.of("plan.note.unplaced", offer.model().shortName()));
            }
        }
        return notes;
    }
}
