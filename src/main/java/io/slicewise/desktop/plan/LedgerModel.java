package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.watts.FleetPower;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a document's hardware costs and draws, by what the planner knows about it. Needs no toolkit; for one thread. */
final class LedgerModel {
    private static final List<Attribute> FIELDS = List.of(
            Attribute.Field.OWNER,
            Attribute.Field.TEAM,
            Attribute.Field.HOST,
            Attribute.Field.GPU,
            Attribute.Field.MODEL,
            Attribute.Field.PROFILE);

    private final Document document;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Assumptions> assumptions = new ReadOnlyObjectWrapper<>(Assumptions.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Attribute> by = new SimpleObjectProperty<>(this, "by", Attribute.Field.OWNER);
    private List<Gpu> computed = List.of();

    /**
     * What came of it.
     *
     * @param assumptions what it was made with
     * @param by whose an instance is
     * @param statement what everything costs
     * @param power what everything draws
     */
    record Made(Assumptions assumptions, Attribute by, CostStatement statement, FleetPower power) {}

    LedgerModel(Document document, PlanActions actions) {
        this.document = document;
        latest = new Latest(actions);
        by.set(PaidTime.payers(document.content().hardware()));
        document.contentProperty().subscribe(this::follow);
        document.scenarioProperty().subscribe(this::follow);
        by.subscribe((_, _) -> compute());
        follow();
    }

    private void follow() {
        Assumptions now = document.scenario().assumptions();
        List<Gpu> gpus = document.content().hardware();
        if (made.get() == null || !now.equals(assumptions.get()) || !gpus.equals(computed)) {
            assumptions.set(now);
            computed = gpus;
            compute();
        }
    }

    /** What the planner knows, of the document. */
    ReadOnlyObjectProperty<Assumptions> assumptionsProperty() {
        return assumptions.getReadOnlyProperty();
    }

    /** What came of it; {@code null} until it is worked out for the first time. */
    ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Whose an instance is. */
    ObjectProperty<Attribute> byProperty() {
        return by;
    }

    /** By what it can be shared out: what GPUs know themselves, then the labels of the monitoring. */
    List<Attribute> choices() {
        return choices(document.content().labels());
    }

    /** What GPUs know themselves, then the labels of the monitoring. */
    static List<Attribute> choices(Labels labels) {
        List<Attribute> all = new ArrayList<>(FIELDS);
        labels.names().forEach(name -> all.add(new Attribute.Label(name)));
        return all;
    }

    /** What an attribute is called. */
    static Text name(Attribute by) {
        return by instanceof Attribute.Label(String label)
                ? Text.of("money.whose.label", label)
                : Text.of("money.whose." + by.id());
    }

    /** The models that are there, in their order. */
    List<GpuModel> models() {
        return computed.stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Changes what is known, as a step that can be undone. */
    void edit(Assumptions now, @Nullable Object key) {
        if (!now.equals(document.scenario().assumptions())) {
            document.edit(new ScenarioEdit.SetAssumptions(now, key));
        }
    }

    /** Changes a number of a model; {@code null} takes it away. */
    void set(GpuModel model, Assumed assumed, @Nullable BigDecimal number) {
        edit(document.scenario().assumptions().with(model.id(), assumed, number), List.of(model.id(), assumed));
    }

    /** Ends a stretch of typing. */
    void settle() {
        document.settle();
    }

    private void compute() {
        Assumptions now = assumptions.get();
        Attribute whose = by.get();
        List<Gpu> gpus = computed;
        Labels labels = document.content().labels();
        Timeline timeline = recorded();
        latest.ask(
                () -> {
                    PaidTime time = new PaidTime(
                            now.rates(),
                            BigDecimal.ONE,
                            whose,
                            (gpu, instance) -> labels.of(new InstanceRef(gpu.id(), instance.id())));
                    return new Made(
                            now,
                            whose,
                            CostStatement.of(gpus, timeline, time, now.rule(), now.spread()),
                            FleetPower.of(gpus, now::idleOf, now::maxOf));
                },
                made::set);
    }

    private @Nullable Timeline recorded() {
        Timeline timeline = document.content().timeline();
        return timeline == null || timeline.isEmpty() ? null : timeline;
    }
}
