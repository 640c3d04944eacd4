package io.slicewise.story;

import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the figures of one moment: what was recorded before, what hardware costs, and what else is offered.
 *
 * @param outlook what the recorded range tells a planner; {@code null} where there is none
 * @param assumptions what the planner knows about money and watts
 * @param offers what the planner's plan offers
 */
public record Prospect(@Nullable Outlook outlook, Assumptions assumptions, List<Offer> offers) {
    /** Nothing is known. */
    public static final Prospect NONE = new Prospect(null, Assumptions.NONE, List.of());

    public Prospect {
        offers = List.copyOf(offers);
    }

    /**
     * Of a document.
     *
     * @param outlook what its range tells; {@code null} where it holds none
     * @param plan what is to be bought; {@code null} where that is not planned
     */
    public static Prospect of(@Nullable Outlook outlook, Assumptions assumptions, @Nullable PlanInput plan) {
        return new Prospect(outlook, assumptions, plan == null ? List.of() : plan.offers());
    }
}
