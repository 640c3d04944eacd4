package io.slicewise.usage.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Quantiles without sorting are those of the sorted values. */
class QuantilesProperties {
    @Property(tries = 500)
    void questionsOneAfterTheOtherHaveTheAnswersOfSortedValues(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 12) Integer> values,
            @ForAll @Size(min = 40, max = 40) List<@IntRange(min = 1, max = 5) Integer> weights,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 1000) Integer> questions) {
        int count = values.size();
        long sum =
                weights.subList(0, count).stream().mapToLong(Integer::longValue).sum();
        // what stands behind the values that are meant is never an answer
        double[] given =
                Arrays.copyOf(values.stream().mapToDouble(Integer::doubleValue).toArray(), count + 3);
        long[] itsWeights =
                weights.subList(0, count).stream().mapToLong(Integer::longValue).toArray();
        Quantiles quantiles = new Quantiles(given, Arrays.copyOf(itsWeights, count + 3), count);
        for (int part : questions.stream().sorted(Comparator.naturalOrder()).toList()) {
            long weight = Math.max(1, sum * part / 1000);
            assertEquals(sorted(values, weights, weight), quantiles.at(weight));
        }
    }

    private static double sorted(List<Integer> values, List<Integer> weights, long weight) {
        Integer[] order = new Integer[values.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(values::get));
        long below = 0;
        for (int i : order) {
            below += weights.get(i);
            if (below >= weight) {
                return values.get(i);
            }
        }
        throw new AssertionError("more than all of it");
    }
}
