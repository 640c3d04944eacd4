package io.slicewise.planning.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one payer causes.
 *
 * @param name whose; empty of what no one's name is on
 * @param cost of what was allocated to it, and where it was spread of what was not allocated
 * @param used the part of it that was in use; {@code null} where no reading tells
 */
public record PayerCost(
        String name, BigDecimal cost, @Nullable BigDecimal used) {}
