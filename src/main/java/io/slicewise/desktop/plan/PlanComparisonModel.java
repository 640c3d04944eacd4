package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The plan on show beside another one: itself as it was, or that of another document. Follows both. Needs no toolkit; for one
 * thread.
 */
final class PlanComparisonModel {
    private final PurchaseModel purchase;
    private final PlanSearch search;
    private final ObjectProperty<@Nullable Against> against = new SimpleObjectProperty<>(this, "against");
    private final ReadOnlyObjectWrapper<@Nullable PlanComparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison");
    private Subscription following = Subscription.EMPTY;
    private @Nullable Planned other;

    /** What the plan is compared with. */
    sealed interface Against {
        /** The plan as it was when a person said so. */
        record Kept(Planned planned) implements Against {}

        /** The plan of another document. */
        record Other(Document document) implements Against {}
    }

    PlanComparisonModel(PurchaseModel purchase, PlanActions actions) {
        this.purchase = purchase;
        search = new PlanSearch(actions, actions::catalogue);
        against.subscribe(this::follow);
        purchase.answerProperty().subscribe(_ -> compare());
    }

    ObjectProperty<@Nullable Against> againstProperty() {
        return against;
    }

    /** Both plans; {@code null} as long as one of them is not there. */
    ReadOnlyObjectProperty<@Nullable PlanComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Compares every later answer with the one on show. */
    void keep() {
        Planned now = purchase.planned();
        if (now != null) {
            against.set(new Against.Kept(now));
        }
    }

    private void follow(@Nullable Against with) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        search.stop();
        other = with instanceof Against.Kept kept ? kept.planned() : null;
        compare();
        if (with instanceof Against.Other(Document document)) {
            following = document.scenarioProperty().subscribe(scenario -> plan(scenario.plan()));
        }
    }

    private void plan(@Nullable PlanInput input) {
        search.ask(input, planned -> {
            other = planned.orElse(null);
            compare();
        });
    }

    private void compare() {
        Planned before = other;
        Planned after = purchase.planned();
        comparison.set(before == null || after == null ? null : new PlanComparison(before, after));
    }
}
