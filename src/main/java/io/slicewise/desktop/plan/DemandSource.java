package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Where a demand is taken from: the instances of a document as they are allocated, or what they were observed to need. */
final class DemandSource {
    /** How a demand is taken from readings, unless it is said otherwise. */
    static final double QUANTILE = 0.95;

    static final double TARGET = 0.8;
    static final double HEADROOM = 0.1;

    private final Document document;
    private final PurchaseModel purchase;
    private final ObjectProperty<List<Text>> remarks = new SimpleObjectProperty<>(this, "remarks", List.of());
    private final ObjectProperty<Observing> observing =
            new SimpleObjectProperty<>(this, "observing", new Observing(QUANTILE, TARGET, HEADROOM));
    private final ObjectProperty<@Nullable Meant> meant = new SimpleObjectProperty<>(this, "meant");

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

    DemandSource(Document document, PurchaseModel purchase) {
        this.document = document;
        this.purchase = purchase;
    }

    /** What is to be said about a demand that was taken from the document or pasted. */
    ObjectProperty<List<Text>> remarksProperty() {
        return remarks;
    }

    /** The instances that a demand is taken from; {@code null} for the selected ones, and for all where none is. */
    ObjectProperty<@Nullable Meant> meantProperty() {
        return meant;
    }

    ObjectProperty<Observing> observingProperty() {
        return observing;
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

    /** Takes the profiles that there are, of the instances that are meant. */
    void takeAllocated() {
        takeAllocated(this::isMeant);
    }

    /** Takes the profiles of these instances; of all where there is none. */
    void takeAllocated(Set<InstanceRef> instances) {
        takeAllocated(
                (gpu, instance) -> instances.isEmpty() || instances.contains(new InstanceRef(gpu.id(), instance.id())));
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

    /** Takes what the instances of a range used over time. */
    void takeObserved(Timeline timeline) {
        takeObserved(OpenDemand.over(timeline, observing.get().quantile()), timeline.recordedGpus(), false);
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

    /** Takes a demand that was worked out for the instances of a range. */
    void take(Demand demand, Timeline timeline) {
        take(demand, timeline.recordedGpus(), List.of());
    }

    /** The demand; where nothing is offered yet, the models that are there. */
    private void take(Demand demand, List<Gpu> gpus, List<Text> said) {
        PlanInput now = purchase.input().withDemand(demand);
        if (now.offers().isEmpty()) {
            now = now.withOffers(Offer.of(gpus.stream().map(Gpu::model).filter(Objects::nonNull)));
        }
        purchase.edit(now, null);
        remarks.set(said);
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
