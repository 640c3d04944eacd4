package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.ChangeModel.Target;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedDemand;
import io.slicewise.story.Finding;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is planned with a document, and the doors by which other screens lead there. */
public final class PlanDesk {
    private final Document document;
    private final PlanActions actions;
    private final Runnable show;
    private final PurchaseModel purchase;
    private final PlanComparisonModel comparison;
    private final DemandSource source;
    private final StringProperty tab = new SimpleStringProperty(this, "tab", PlanTab.PURCHASE);
    private @Nullable MovesModel moves;
    private @Nullable ChangeModel change;
    private @Nullable SizesModel sizes;
    private @Nullable WhenModel when;
    private @Nullable LedgerModel ledger;
    private @Nullable AlternativesModel alternatives;
    private @Nullable LayoutsModel layouts;

    /** @param show brings the screen to the front */
    public PlanDesk(Document document, PlanActions actions, Runnable show) {
        this.document = document;
        this.actions = actions;
        this.show = show;
        purchase = new PurchaseModel(document, actions, this::pinned);
        comparison = new PlanComparisonModel(purchase, actions);
        source = new DemandSource(document, purchase);
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
            case "too-large", "too-small", "cannot-tell" -> showSizes(finding);
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
        source.takeAllocated(instances);
        go(PlanTab.PURCHASE);
    }

    /** Plans for what instances used over time. */
    public void planFor(Timeline timeline) {
        source.takeObserved(timeline);
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

    /** Where a demand is taken from. */
    DemandSource source() {
        return source;
    }

    /** Made when it is first looked at. */
    MovesModel moves() {
        MovesModel present = moves;
        if (present == null) {
            present = new MovesModel(document, actions);
            moves = present;
            present.pinnedProperty().subscribe((_, _) -> purchase.compute());
        }
        return present;
    }

    /** Made when it is first looked at. */
    LayoutsModel layouts() {
        LayoutsModel present = layouts;
        if (present == null) {
            present = new LayoutsModel(document, actions, source.observingProperty());
            layouts = present;
        }
        return present;
    }

    /** Made when it is first looked at. */
    ChangeModel change() {
        ChangeModel present = change;
        if (present == null) {
            present = new ChangeModel(document, moves(), purchase, this::sizes, actions);
            change = present;
        }
        return present;
    }

    /** Made when it is first looked at; {@code null} where the document holds no range. */
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

    /** Made when it is first looked at. */
    LedgerModel ledger() {
        LedgerModel present = ledger;
        if (present == null) {
            present = new LedgerModel(document, actions);
            ledger = present;
        }
        return present;
    }

    /** Made when it is first looked at; {@code null} where the document holds no range. */
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

    /** Made when it is first looked at. */
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
            source.take(model.demand(made), model.timeline());
            go(PlanTab.PURCHASE);
        }
    }

    /** Takes what the recorded range needs by the usual rules as the demand, and shows the plan for it. */
    private void takeRecorded() {
        Outlook outlook = document.outlookProperty().get();
        Timeline timeline = document.content().timeline();
        if (outlook != null && timeline != null) {
            source.take(SizedDemand.of(outlook.sizes(), SizeRules.USUAL), timeline);
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

    private void showSizes(Finding finding) {
        SizesModel model = sizes();
        if (model != null) {
            model.choice().meantProperty().set(Set.copyOf(finding.instances()));
        }
        showSizes();
    }

    /** Shows when the hardware is full. */
    void showWhen() {
        go(RecordedTabs.WHEN);
    }

    /** The id of the tab on show. */
    StringProperty tabProperty() {
        return tab;
    }

    /** Shows a tab of the screen, by its id. */
    public void go(String which) {
        tab.set(which);
        show.run();
    }
}
