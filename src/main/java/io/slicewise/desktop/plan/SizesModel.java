package io.slicewise.desktop.plan;

import io.slicewise.desktop.plan.LayoutChoice.Row;
import io.slicewise.fleet.Fleet;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Right sizes of a recorded range, and the range replayed in the layout that is chosen. Needs no toolkit; for one thread. */
final class SizesModel {
    private final Timeline timeline;
    private final ObservableValue<@Nullable PurchasePlan> plan;
    private final Stoppable work;
    private final ObjectProperty<SizeRules> rules = new SimpleObjectProperty<>(this, "rules", SizeRules.USUAL);
    private final LayoutChoice choice;
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>(this, "made");

    /**
     * What was worked out, all of it of the same rules and the same layout.
     *
     * @param before the figures as recorded
     * @param after the figures of the replay
     * @param planned how many instances the plan names
     */
    record Made(
            SizeRules rules,
            List<SizedInstance> sizes,
            ReplayLayout layout,
            Replay replay,
            List<Row> rows,
            Curves before,
            Curves after,
            int planned) {
        /** How many GPUs are needed beside those that there are. */
        int added() {
            return layout.added().size();
        }
    }

    /** @param plan the plan of the document; {@code null} where there is none */
    SizesModel(Timeline timeline, ObservableValue<@Nullable PurchasePlan> plan, PlanActions actions) {
        this.timeline = timeline;
        this.plan = plan;
        work = new Stoppable(actions);
        choice = new LayoutChoice(timeline);
        rules.subscribe((_, _) -> compute());
        choice.onChange(this::compute);
        plan.subscribe(_ -> {
            if (choice.startProperty().get() == LayoutChoice.Start.PLANNED) {
                compute();
            }
        });
        compute();
    }

    Timeline timeline() {
        return timeline;
    }

    Stoppable work() {
        return work;
    }

    ObjectProperty<SizeRules> rulesProperty() {
        return rules;
    }

    /** Which layout is replayed. */
    LayoutChoice choice() {
        return choice;
    }

    /** What was worked out; {@code null} before the first time. */
    ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Works it out anew. */
    void compute() {
        SizeRules how = rules.get();
        Made last = made.get();
        LayoutChoice.Chosen chosen = choice.now(plan.getValue());
        work.ask(cancel -> make(how, chosen, last, cancel), made::set);
    }

    private Made make(SizeRules how, LayoutChoice.Chosen chosen, @Nullable Made last, Cancel cancel) {
        List<SizedInstance> sizes =
                last != null && last.rules().equals(how) ? last.sizes() : SizedInstance.of(timeline, how, cancel);
        ReplayLayout layout = chosen.layout(sizes);
        cancel.check();
        Replay replay = Replay.of(timeline, layout);
        Curves before = last == null ? Curves.of(timeline, Weights.DEFAULT, _ -> true, cancel) : last.before();
        Curves after = Curves.of(replay.after(), Weights.DEFAULT, _ -> true, cancel);
        List<Row> rows = choice.rows(replay.groups(), sizes);
        return new Made(
                how,
                sizes,
                layout,
                replay,
                rows,
                before,
                after,
                chosen.planned().size());
    }

    /**
     * What is wanted: what instances were observed to need where the replay has the proposed sizes, and the profiles of the replay
     * where they were chosen.
     */
    Demand demand(Made now) {
        return LayoutChoice.demand(now.rows(), now.sizes(), now.rules());
    }

    /** The document's GPUs in the layout that is replayed. */
    @Nullable
    Fleet after(Fleet before) {
        Made now = made.get();
        return now == null ? null : now.layout().onto(before);
    }
}
