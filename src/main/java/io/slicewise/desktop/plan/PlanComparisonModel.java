package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import java.util.List;
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
    private final PlanActions actions;
    private final Latest latest;
    private final ObjectProperty<@Nullable Against> against = new SimpleObjectProperty<>(this, "against");
    private final ReadOnlyObjectWrapper<@Nullable PlanComparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison");
    private Subscription following = Subscription.EMPTY;
    private @Nullable Planned other;

    /** What the plan is compared with. */
    sealed interface Against {
        /** The plan as it was when somebody said so. */
        record Kept(Planned planned) implements Against {}

        /** The plan of another document. */
        record Other(Document document) implements Against {}
    }

    PlanComparisonModel(PurchaseModel purchase, PlanActions actions) {
        this.purchase = purchase;
        this.actions = actions;
        latest = new Latest(actions);
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
        latest.stop();
        other = with instanceof Against.Kept kept ? kept.planned() : null;
        compare();
        if (with instanceof Against.Other(Document document)) {
            following = document.scenarioProperty().subscribe(scenario -> plan(scenario.plan()));
        }
    }

    private void plan(@Nullable PlanInput input) {
        List<GpuModel> known = actions.catalogue().models();
        latest.ask(
                cancel -> new Made(input == null ? null : input.planned(known, Effort.USUAL.until(cancel))), made -> {
                    other = made.planned();
                    compare();
                });
    }

    private record Made(@Nullable Planned planned) {}

    private void compare() {
        Planned before = other;
        Planned after = purchase.planned();
        comparison.set(before == null || after == null ? null : new PlanComparison(before, after));
    }
}
