package io.slicewise.planning.assumption;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a planner knows about a GPU model.
 *
 * @param numbers what was typed; what is missing is not known
 */
public record ModelAssumptions(Map<Assumed, BigDecimal> numbers) {
    /** Nothing is known. */
    public static final ModelAssumptions NONE = new ModelAssumptions(Map.of());

    public ModelAssumptions {
        Map<Assumed, BigDecimal> copy = new EnumMap<>(Assumed.class);
        copy.putAll(numbers);
        numbers = Collections.unmodifiableMap(copy);
        numbers.forEach((assumed, number) -> {
            if (!assumed.canBe(number)) {
                throw new IllegalArgumentException(assumed.id() + " cannot be " + number);
            }
        });
    }

    /** A number; {@code null} where it was not typed. */
    public @Nullable BigDecimal get(Assumed assumed) {
        return numbers.get(assumed);
    }

    /** A number; {@code NaN} where it was not typed. */
    public double number(Assumed assumed) {
        BigDecimal number = numbers.get(assumed);
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** With another number; {@code null} takes it away. */
    public ModelAssumptions with(Assumed assumed, @Nullable BigDecimal number) {
        Map<Assumed, BigDecimal> changed = new EnumMap<>(Assumed.class);
        changed.putAll(numbers);
        if (number == null) {
            changed.remove(assumed);
        } else {
            changed.put(assumed, number);
        }
        return new ModelAssumptions(changed);
    }
}
