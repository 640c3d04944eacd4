package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.LayoutChoice.Chosen;
import io.slicewise.desktop.plan.LayoutChoice.Start;
import io.slicewise.desktop.plan.ServerSizes.State;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Right sizes of a fleet that a server sums up, and which layout the server is asked to replay its range in. Each change of the layout is
 * asked for at once. Needs no toolkit; for one thread.
 */
final class ServerSizesModel {
    private final ServerSizes source;
    private final PlanActions actions;
    private final PlanSearch search;
    private final ReadOnlyObjectWrapper<@Nullable LayoutChoice> choice = new ReadOnlyObjectWrapper<>(this, "choice");
    private final ObjectProperty<@Nullable Document> planOf = new SimpleObjectProperty<>(this, "planOf");
    private @Nullable PurchasePlan plan;
    private int named;

    ServerSizesModel(ServerSizes source, PlanActions actions) {
        this.source = source;
        this.actions = actions;
        search = new PlanSearch(actions, actions::catalogue);
        source.stateProperty().subscribe(this::follow);
        planOf.subscribe((_, document) -> plan(document));
    }

    ServerSizes source() {
        return source;
    }

    /** Which layout is replayed, of the instances that were told; {@code null} before, and where there were none. */
    ReadOnlyObjectProperty<@Nullable LayoutChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The open documents whose plan can be replayed. */
    List<Document> plans() {
        return actions.documents().stream()
                .filter(document -> document.scenario().plan() != null)
                .toList();
    }

    /** Whose plan is replayed, where the layout is that of a plan. */
    ObjectProperty<@Nullable Document> planOfProperty() {
        return planOf;
    }

    /** How many instances the plan names that is replayed. */
    int named() {
        return named;
    }

    /** Other sizes, of the same instances perhaps: what was chosen by hand was of those before. */
    private void follow(State state) {
        if (state instanceof State.Told told) {
            choice.set(
                    told.sizes().sizes().isEmpty()
                            ? null
                            : choiceOf(told.sizes().range().instances()));
            replay();
        }
    }

    private LayoutChoice choiceOf(Timeline instances) {
        LayoutChoice before = choice.get();
        LayoutChoice now = new LayoutChoice(instances);
        if (before != null) {
            now.startProperty().set(before.startProperty().get());
        }
        now.onChange(this::replay);
        return now;
    }

    private void plan(@Nullable Document document) {
        search.ask(document == null ? null : document.scenario().plan(), planned -> {
            plan = planned.filter(Planned::isPossible).map(Planned::atOnce).orElse(null);
            LayoutChoice now = choice.get();
            if (now != null && now.startProperty().get() == Start.PLANNED) {
                replay();
            }
        });
    }

    private void replay() {
        LayoutChoice now = choice.get();
        if (now != null && source.stateProperty().get() instanceof State.Told told) {
            Chosen chosen = now.now(plan);
            named = chosen.planned().size();
            source.replay(told.sizes().range(), () -> chosen.layout(told.sizes().sizes()));
        }
    }
}
