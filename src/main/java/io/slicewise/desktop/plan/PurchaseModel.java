package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Beside;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Supplier<Set<InstanceRef>> pinned;
    private Cancel stop = new Cancel();
    private Fleet layouts = new Fleet(List.of());

    /** What came of an input. */
    sealed interface Answer {
        /** Something has to be said before anything can be planned. */
        record Missing(Text what) implements Answer {}

        /**
         * There is a plan, or the proof that there is none.
         *
         * @param planned the plan
         * @param notes what has to stand beside the numbers
         * @param here what fits on the GPUs that are here; {@code null} where that cannot be said
         */
        record Made(
                Planned planned, List<Text> notes, @Nullable Here here) implements Answer {
            public Made {
                notes = List.copyOf(notes);
            }

            /** The plan for everything at once. */
            PurchasePlan plan() {
                return planned.atOnce();
            }
        }
    }

    /**
     * What of a demand fits on the GPUs that are here.
     *
     * @param said how much, and how many more GPUs have to come
     * @param spots where, while nothing that runs moves
     */
    record Here(List<Text> said, List<Spot> spots) {
        Here {
            said = List.copyOf(said);
            spots = List.copyOf(spots);
        }
    }

    /** @param pinned instances that stay where they are, whatever else may move */
    PurchaseModel(Document document, PlanActions actions, Supplier<Set<InstanceRef>> pinned) {
        this.document = document;
        this.actions = actions;
        this.pinned = pinned;
        latest = new Latest(actions);
        document.scenarioProperty().subscribe(scenario -> {
            PlanInput plan = scenario.plan();
            PlanInput now = plan == null ? PlanInput.NONE : plan;
            boolean isAnother = !Objects.equals(now, input.get());
            boolean isMoved = answer.get() instanceof Answer.Made && !isSame(layouts, scenario.fleet());
            layouts = scenario.fleet();
            if (isAnother) {
                input.set(now);
            }
            if (isAnother || isMoved) {
                compute();
            }
        });
    }

    /** Whether the same instances stand at the same places; what they do does not matter here. */
    private static boolean isSame(Fleet one, Fleet other) {
        return one.equals(other) || where(one).equals(where(other));
    }

    private static List<List<Object>> where(Fleet fleet) {
        List<List<Object>> where = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            GpuModel model = gpu.model();
            List<Object> stands = new ArrayList<>(List.of(gpu.id(), model == null ? "" : model));
            gpu.instances().forEach(instance -> stands.add(instance.placement()));
            where.add(stands);
        }
        return where;
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

    /** What came of the newest input that has an answer; {@code null} where something has to be said before. */
    @Nullable
    Planned planned() {
        return answer.get() instanceof Answer.Made made ? made.planned() : null;
    }

    /** The plan for everything at once; {@code null} where there is none, or none that is possible. */
    @Nullable
    PurchasePlan plan() {
        return answer.get() instanceof Answer.Made made && made.plan().impossible() == null ? made.plan() : null;
    }

    /** What is to be bought; {@code null} where there is no plan, or none that is possible. */
    @Nullable
    PurchasePlan pool() {
        Planned now = planned();
        return now == null || !now.isPossible() ? null : now.pool();
    }

    /** Whether the answer to the newest input is still being looked for. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Ends the search: what is found by then stands with its bound. */
    void stop() {
        stop.cancel();
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

    /** Looks for the answer anew, since what it also depends on has changed. */
    void compute() {
        stop.cancel();
        PlanInput now = input.get();
        Text missing = now.missing();
        if (missing != null) {
            show(new Answer.Missing(missing));
            return;
        }
        Demand demand = now.grown();
        Cancel mine = new Cancel();
        stop = mine;
        Effort effort = new Effort(BRANCHES, mine);
        Fleet fleet = document.scenario().fleet();
        List<GpuModel> known = actions.catalogue().models();
        Set<InstanceRef> stay = pinned.get();
        if (isClosed(now)) {
            latest.now(() -> answer(known, now, demand, effort), this::show);
            askHere(fleet, now, stay, effort);
        } else {
            working.set(true);
            latest.ask(unwanted -> until(unwanted, effort, () -> answer(known, now, demand, effort)), found -> {
                show(found);
                askHere(fleet, now, stay, effort);
            });
        }
    }

    /** What fits on the GPUs that are here comes after the answer, which does not wait for it. */
    private void askHere(Fleet fleet, PlanInput now, Set<InstanceRef> stay, Effort effort) {
        if (answer.get() instanceof Answer.Made made && isHereAsked(fleet, now, made.planned())) {
            latest.ask(unwanted -> until(unwanted, effort, () -> withHere(made, fleet, now, stay, effort)), this::show);
        }
    }

    /** A search ends where a person stops it, who wants what is found by then, and where it is not wanted any more. */
    private static Answer until(Cancel unwanted, Effort effort, Supplier<Answer> search) {
        try (Cancel.Registration _ = unwanted.onCancel(effort.cancel()::cancel)) {
            return search.get();
        }
    }

    private void show(Answer found) {
        working.set(false);
        answer.set(found);
    }

    private static Answer answer(List<GpuModel> known, PlanInput now, Demand demand, Effort effort) {
        try {
            return new Answer.Made(Planned.of(demand, now.offers(), now.rules(), known, effort), notes(now), null);
        } catch (ArithmeticException _) {
            return new Answer.Missing(Text.of("plan.missing.tooLarge"));
        }
    }

    /** Whether there are GPUs of the offered models here that the plan does not count already, and no rule is in the way. */
    private static boolean isHereAsked(Fleet fleet, PlanInput now, Planned planned) {
        return now.offers().stream().allMatch(offer -> offer.have() == 0)
                && now.rules().equals(PlanRules.NONE)
                && !now.demand().hasShifts()
                && planned.isPossible()
                && Beside.isAnswerable(now.demand(), now.offers())
                && fleet.gpus().stream()
                        .anyMatch(gpu -> now.offers().stream()
                                .anyMatch(offer -> offer.model().equals(gpu.model())));
    }

    /** With what fits on the GPUs that are here, all of the demand coming in addition to what runs. */
    private static Answer withHere(Answer.Made made, Fleet fleet, PlanInput now, Set<InstanceRef> stay, Effort effort) {
        Set<InstanceRef> movable = new HashSet<>();
        fleet.gpus()
                .forEach(gpu ->
                        gpu.instances().forEach(instance -> movable.add(new InstanceRef(gpu.id(), instance.id()))));
        movable.removeAll(stay);
        Demand demand = now.grown();
        try {
            Beside staying =
                    Beside.of(fleet, Set.of(), demand, now.offers(), effort).orElse(null);
            Beside moving =
                    Beside.of(fleet, movable, demand, now.offers(), effort).orElse(null);
            return staying == null || moving == null
                    ? made
                    : new Answer.Made(
                            made.planned(),
                            made.notes(),
                            new Here(PlanSentences.of(staying, moving, demand), staying.here()));
        } catch (ArithmeticException _) {
            return made;
        }
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
