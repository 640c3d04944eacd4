package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.ChangeModel.Target;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedDemand;
import io.slicewise.story.Finding;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is planned with a document, and the doors by which other screens lead there. */
public final class PlanDesk {
    /** How a demand is taken from readings, as long as nobody says otherwise. */
    static final double QUANTILE = 0.95;

    static final double TARGET = 0.8;
    static final double HEADROOM = 0.1;

    private final Document document;
    private final PlanActions actions;
    private final Runnable show;
    private final PurchaseModel purchase;
    private final PlanComparisonModel comparison;
    private final StringProperty tab = new SimpleStringProperty(this, "tab", PlanTab.PURCHASE);
    private final ObjectProperty<List<Text>> remarks = new SimpleObjectProperty<>(this, "remarks", List.of());
    private final ObjectProperty<Observing> observing =
            new SimpleObjectProperty<>(this, "observing", new Observing(QUANTILE, TARGET, HEADROOM));
    private final ObjectProperty<@Nullable Meant> meant = new SimpleObjectProperty<>(this, "meant");
    private @Nullable MovesModel moves;
    private @Nullable ChangeModel change;
    private @Nullable SizesModel sizes;
    private @Nullable WhenModel when;
    private @Nullable LedgerModel ledger;
    private @Nullable AlternativesModel alternatives;
    private @Nullable LayoutsModel layouts;

    /**
     * How a demand is taken from readings; all of it ratios.
     *
     * @param quantile of the engine time
     * @param target how much of an instance is to be in use
     * @param headroom how much more memory than was ever used is wanted
     */
    record Observing(double quantile, double target, double headroom) {}

    /**
     * Instances that have something in common.
     *
     * @param by what
     * @param value which value of it
     */
    record Meant(Attribute by, String value) {}

    /** @param show brings the screen to the front */
    public PlanDesk(Document document, PlanActions actions, Runnable show) {
        this.document = document;
        this.actions = actions;
        this.show = show;
        purchase = new PurchaseModel(document, actions, this::pinned);
        comparison = new PlanComparisonModel(purchase, actions);
    }

    /**
     * Asks which moves make room.
     *
     * @param profile for what, {@code 3g.40gb} or {@code 3g}
     * @param gpu where; {@code null} for anywhere
     */
    public void makeRoom(String profile, @Nullable String gpu) {
        List<Gpu> gpus = document.scenario().fleet().gpus().stream()
                .filter(one -> one.id().equals(gpu))
                .toList();
        moves().wantedProperty().set(profile.isEmpty() ? largestAfterMoves(gpus) : profile);
        moves().onProperty().set(gpu);
        go(PlanTab.MOVES);
    }

    /** Asks which moves make room on some GPUs, for the largest profile that they would let in. */
    public void makeRoom(List<String> gpus) {
        List<Gpu> meant = document.scenario().fleet().gpus().stream()
                .filter(gpu -> gpus.contains(gpu.id()))
                .toList();
        moves().wantedProperty().set(largestAfterMoves(meant));
        moves().onProperty().set(meant.size() == 1 ? meant.getFirst().id() : null);
        go(PlanTab.MOVES);
    }

    /** Shows what can be planned about a finding: fewer GPUs, or the moves that make room. */
    public void show(Finding finding) {
        switch (finding.rule()) {
            case "binding" -> {
                buyOrReturn();
                go(PlanTab.PURCHASE);
            }
            case "too-large", "too-small", "cannot-tell" -> showSizes();
            case "cheaper-layout" -> takeRecorded();
            case "runs-out" -> showWhen();
            default -> makeRoom(finding.gpus());
        }
    }

    /** The demand as it is allocated, on the GPUs that are there. */
    void buyOrReturn() {
        List<Gpu> gpus = document.scenario().fleet().gpus();
        Map<GpuModel, Integer> have = new LinkedHashMap<>();
        for (Gpu gpu : gpus) {
            GpuModel model = gpu.model();
            if (model != null) {
                have.merge(model, 1, Integer::sum);
            }
        }
        List<Offer> offers = new ArrayList<>();
        have.forEach((model, count) -> offers.add(new Offer(model, null, 1, null, 1, null, count, null)));
        purchase.edit(PlanInput.NONE.withDemand(OpenDemand.allocated(gpus)).withOffers(offers), null);
    }

    /** Ranks the layouts that a GPU could have; {@code null} for the one that could do without most. */
    public void betterLayout(@Nullable String gpu) {
        layouts().gpuProperty().set(gpu);
        go(PlanTab.LAYOUTS);
    }

    /** The largest profile of which moves let in more than fit now; empty where there is none. */
    private static String largestAfterMoves(List<Gpu> gpus) {
        return FleetRoom.of(new Fleet(gpus), Set.of())
                .largestGain()
                .map(room -> room.profile().name())
                .orElse("");
    }

    /** Plans for some instances as they are allocated. */
    public void planFor(Set<InstanceRef> instances) {
        takeAllocated(
                (gpu, instance) -> instances.isEmpty() || instances.contains(new InstanceRef(gpu.id(), instance.id())));
        go(PlanTab.PURCHASE);
    }

    /** Plans for what instances used over time. */
    public void planFor(Timeline timeline) {
        takeObserved(OpenDemand.over(timeline, observing.get().quantile()), gpus(timeline), false);
        go(PlanTab.PURCHASE);
    }

    /**
     * Shows the change from this document to another.
     *
     * @param back whether it goes the other way
     */
    public void change(Document other, boolean back) {
        change().backProperty().set(back);
        change().targetProperty().set(new Target.Other(other));
        go(PlanTab.CHANGE);
    }

    /** Shows the plan beside that of another document. */
    public void compare(Document other) {
        comparison.againstProperty().set(new PlanComparisonModel.Against.Other(other));
        go(PlanTab.PURCHASE);
    }

    /** Instances that stay where they are. */
    private Set<InstanceRef> pinned() {
        return moves == null ? Set.of() : moves.pinnedProperty().get();
    }

    Document document() {
        return document;
    }

    PlanComparisonModel comparison() {
        return comparison;
    }

    PlanActions actions() {
        return actions;
    }

    PurchaseModel purchase() {
        return purchase;
    }

    /** Made when somebody first looks at it. */
    MovesModel moves() {
        MovesModel present = moves;
        if (present == null) {
            present = new MovesModel(document, actions);
            moves = present;
            present.pinnedProperty().subscribe((_, _) -> purchase.compute());
        }
        return present;
    }

    /** Made when somebody first looks at it. */
    LayoutsModel layouts() {
        LayoutsModel present = layouts;
        if (present == null) {
            present = new LayoutsModel(document, actions, observing);
            layouts = present;
        }
        return present;
    }

    /** Made when somebody first looks at it. */
    ChangeModel change() {
        ChangeModel present = change;
        if (present == null) {
            present = new ChangeModel(document, moves(), purchase, this::sizes, actions);
            change = present;
        }
        return present;
    }

    /** Made when somebody first looks at it; {@code null} where the document holds no range. */
    @Nullable
    SizesModel sizes() {
        Timeline timeline = document.content().timeline();
        SizesModel present = sizes;
        if (timeline == null || timeline.isEmpty()) {
            return null;
        }
        if (present == null) {
            present = new SizesModel(timeline, purchase.answerProperty().map(_ -> purchase.plan()), actions);
            sizes = present;
        }
        return present;
    }

    /** Made when somebody first looks at it. */
    LedgerModel ledger() {
        LedgerModel present = ledger;
        if (present == null) {
            present = new LedgerModel(document, actions);
            ledger = present;
        }
        return present;
    }

    /** Made when somebody first looks at it; {@code null} where the document holds no range. */
    @Nullable
    WhenModel when() {
        Timeline timeline = document.content().timeline();
        WhenModel present = when;
        if (timeline == null || timeline.isEmpty()) {
            return null;
        }
        if (present == null) {
            present = new WhenModel(timeline, purchase, actions);
            when = present;
        }
        return present;
    }

    /** Made when somebody first looks at it. */
    AlternativesModel alternatives() {
        AlternativesModel present = alternatives;
        if (present == null) {
            present = new AlternativesModel(document, actions);
            alternatives = present;
        }
        return present;
    }

    /** Takes what the instances were observed to need as the demand, and shows the plan for it. */
    void takeSizes() {
        SizesModel model = sizes();
        SizesModel.Made made = model == null ? null : model.madeProperty().get();
        if (model != null && made != null) {
            take(model.demand(made), gpus(model.timeline()), List.of());
            go(PlanTab.PURCHASE);
        }
    }

    /** Takes what the recorded range needs by the usual rules as the demand, and shows the plan for it. */
    private void takeRecorded() {
        Outlook outlook = document.outlookProperty().get();
        Timeline timeline = document.content().timeline();
        if (outlook != null && timeline != null) {
            take(SizedDemand.of(outlook.sizes(), SizeRules.USUAL), gpus(timeline), List.of());
            go(PlanTab.PURCHASE);
        }
    }

    /** Shows the change to the layout that is replayed. */
    void changeSizes() {
        change().backProperty().set(false);
        change().targetProperty().set(new Target.Sized());
        go(PlanTab.CHANGE);
    }

    /** Shows right sizes. */
    void showSizes() {
        go(RecordedTabs.SIZES);
    }

    /** Shows when the hardware is full. */
    void showWhen() {
        go(RecordedTabs.WHEN);
    }

    /** The id of the tab on show. */
    StringProperty tabProperty() {
        return tab;
    }

    /** What is to be said about a demand that was taken from the document or pasted. */
    ObjectProperty<List<Text>> remarksProperty() {
        return remarks;
    }

    /** The instances that a demand is taken from; {@code null} for the selected ones, and for all where none is. */
    ObjectProperty<@Nullable Meant> meantProperty() {
        return meant;
    }

    /** How many instances have each value of something. */
    Map<String, Integer> values(Attribute by) {
        Map<String, Integer> values = new TreeMap<>();
        for (Gpu gpu : document.scenario().fleet().gpus()) {
            for (Instance instance : gpu.instances()) {
                String value = value(by, gpu, instance);
                if (!value.isEmpty()) {
                    values.merge(value, 1, Integer::sum);
                }
            }
        }
        return values;
    }

    private String value(Attribute by, Gpu gpu, Instance instance) {
        return by.of(gpu, instance, document.content().labels().of(new InstanceRef(gpu.id(), instance.id())));
    }

    private boolean isMeant(Gpu gpu, Instance instance) {
        Meant only = meant.get();
        Set<InstanceRef> selected = document.selection();
        return only == null
                ? selected.isEmpty() || selected.contains(new InstanceRef(gpu.id(), instance.id()))
                : value(only.by(), gpu, instance).equals(only.value());
    }

    ObjectProperty<Observing> observingProperty() {
        return observing;
    }

    /** Shows a tab of the screen, by its id. */
    public void go(String which) {
        tab.set(which);
        show.run();
    }

    /** Takes the profiles that there are, of the instances that are meant. */
    void takeAllocated() {
        takeAllocated(this::isMeant);
    }

    private void takeAllocated(BiPredicate<Gpu, Instance> which) {
        List<Gpu> gpus = only(document.scenario().fleet(), which);
        take(OpenDemand.allocated(gpus), gpus, List.of());
    }

    /** Takes what was used: over time where there are such readings, else at the one moment. */
    void takeObserved() {
        Timeline timeline = document.content().timeline();
        List<Gpu> gpus = only(document.scenario().fleet(), this::isMeant);
        if (timeline == null || timeline.isEmpty()) {
            takeObserved(OpenDemand.at(gpus), gpus, true);
        } else {
            List<OpenDemand.Observation> seen = OpenDemand.over(
                            timeline, observing.get().quantile())
                    .stream()
                    .filter(one -> isMeant(one.gpu(), one.instance()))
                    .toList();
            takeObserved(seen, gpus, false);
        }
    }

    private void takeObserved(List<OpenDemand.Observation> seen, List<Gpu> gpus, boolean isMoment) {
        Observing how = observing.get();
        OpenDemand.Taken taken = OpenDemand.observed(seen, how.target(), how.headroom());
        List<Text> said = new ArrayList<>();
        if (isMoment) {
            said.add(Text.of("plan.observed.moment"));
        }
        if (taken.unread() > 0) {
            said.add(Text.of("plan.observed.unread", taken.unread()));
        }
        if (taken.memoryKept() > 0) {
            said.add(Text.of("plan.observed.memory", taken.memoryKept()));
        }
        take(taken.demand(), gpus, said);
    }

    /** The demand; where nothing is offered yet, the models that are there. */
    private void take(Demand demand, List<Gpu> gpus, List<Text> said) {
        PlanInput now = purchase.input().withDemand(demand);
        if (now.offers().isEmpty()) {
            now = now.withOffers(gpus.stream()
                    .map(Gpu::model)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(model -> Offer.of(model, null))
                    .toList());
        }
        purchase.edit(now, null);
        remarks.set(said);
    }

    private static List<Gpu> gpus(Timeline timeline) {
        return timeline.gpus().stream().map(GpuTrack::gpu).toList();
    }

    /** The GPUs with the instances that are meant, without those that have none of them. */
    private static List<Gpu> only(Fleet fleet, BiPredicate<Gpu, Instance> which) {
        return fleet.gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .filter(instance -> which.test(gpu, instance))
                        .toList()))
                .filter(gpu -> !gpu.instances().isEmpty())
                .toList();
    }
}
