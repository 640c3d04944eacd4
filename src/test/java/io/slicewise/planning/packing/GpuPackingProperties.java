package io.slicewise.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GpuPackingProperties {
    private static final List<GpuModel> MODELS = Catalogue.builtIn().models().stream()
            .filter(GpuModel::hasPlacements)
            .toList();
    private static final int DEMANDS = 100_000;

    @Test
    void noPlanIsIllegalNoneIsAboveItsBoundAndEachHoldsItsDemand() {
        SplittableRandom random = new SplittableRandom(13);
        List<Rows> rows = MODELS.stream().map(Rows::of).toList();
        for (int i = 0; i < DEMANDS; i++) {
            Rows model = rows.get(i % rows.size());
            Map<String, Integer> counts = counts(model, random);

            GpuPacking packing = GpuPacking.of(model, counts);

            Map<String, Integer> held = new HashMap<>();
            for (PackedLayout packed : packing.layouts()) {
                if (!packed.layout().conflicts().isEmpty()) {
                    assertThat(packed.layout().conflicts())
                            .as(counts.toString())
                            .isEmpty();
                }
                Layouts.counts(packed.layout())
                        .forEach((name, count) -> held.merge(name, (int) (count * packed.count()), Integer::sum));
            }
            if (!held.equals(counts) || !packing.isProven()) {
                assertThat(held).isEqualTo(counts);
                assertThat(packing.isProven()).as(model.model().id() + counts).isTrue();
            }
        }
    }

    @Test
    void moreDemandNeverNeedsFewerGpusAndFirstFitNeverFewerThanTheBound() {
        SplittableRandom random = new SplittableRandom(31);
        for (GpuModel model : MODELS) {
            Rows rows = Rows.of(model);
            for (int i = 0; i < 200; i++) {
                Map<String, Integer> counts = counts(rows, random);
                long gpus = rows.gpus(counts);
                counts.merge(
                        rows.profiles()
                                .get(random.nextInt(rows.profiles().size()))
                                .name(),
                        1,
                        Integer::sum);

                assertThat(rows.gpus(counts)).isBetween(gpus, gpus + 1);
                assertThat(FirstFit.gpus(model, counts)).isGreaterThanOrEqualTo((int) rows.gpus(counts));
            }
        }
    }

    @Test
    void mediaExtensionsBesideDoubleMemoryAreProvenForTheNumbersAtHand() {
        SplittableRandom random = new SplittableRandom(17);
        for (String id : List.of("a100-80gb", "a30-24gb")) {
            GpuModel model = MODELS.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Rows rows = Rows.of(model, model.profiles());
            for (int i = 0; i < 5_000; i++) {
                Map<String, Integer> counts = counts(rows, random);

                assertThat(GpuPacking.of(rows, counts).isProven())
                        .as(id + counts)
                        .isTrue();
            }
        }
    }

    private static Map<String, Integer> counts(Rows rows, SplittableRandom random) {
        int most = 1 << random.nextInt(7);
        Map<String, Integer> counts = new HashMap<>();
        rows.profiles().forEach(profile -> {
            int count = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
            if (count > 0) {
                counts.put(profile.name(), count);
            }
        });
        return counts;
    }
}
