package io.slicewise.planning.purchase;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has to keep.
 *
 * @param teamOwn whether the instances of a team stand on GPUs of its own
 * @param spareHost whether any one host may fail and the others still hold everything
 * @param budget what everything may cost at most; {@code null} without a limit
 * @param watts what all GPUs may draw at most, nominally; {@code null} without a limit
 */
public record PlanRules(
        boolean teamOwn,
        boolean spareHost,
        @Nullable BigDecimal budget,
        @Nullable Long watts) {
    public static final PlanRules NONE = new PlanRules(false, false, null, null);
}
