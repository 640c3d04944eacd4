package io.slicewise.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What groups have in common with the figures. */
class InstanceGroupProperties {
    @Property
    void contributionsAddUpToTheGapExactlyAndAsShown(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 1000) Integer> small,
            @ForAll @Size(min = 1, max = 2) List<@IntRange(max = 1000) Integer> large) {
        Gpu first = Fleets.gpu("GPU 0", "a100-80gb", said("1g.10gb", small));
        Gpu second = Fleets.gpu("GPU 1", "h100-80gb-sxm", said("3g.40gb", large));
        Figures figures = Figures.of(Fleets.of(first, second), Weights.DEFAULT);
        Averages total = figures.total();
        for (List<InstanceGroup> groups : List.of(InstanceGroup.single(figures), InstanceGroup.byProfile(figures))) {
            assertEquals(
                    total.gap(),
                    groups.stream().mapToDouble(InstanceGroup::contribution).sum(),
                    1e-12);
            assertEquals(
                    written(total.shownGap().difference()),
                    groups.stream()
                            .map(group -> written(group.shown().difference()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static String[] said(String profile, List<Integer> tenths) {
        return tenths.stream().map(load -> profile + " " + load / 10.0).toArray(String[]::new);
    }

    private static BigDecimal written(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(3, java.math.RoundingMode.UNNECESSARY);
    }
}
