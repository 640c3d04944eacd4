package io.slicewise.desktop.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.present.Morph.Bar;
import io.slicewise.desktop.present.Morph.Kind;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns whose mean height is the figure, at every moment of their growth. */
class MorphTest {
    private static Morph of(Fleet fleet) {
        return Morph.of(Figures.of(fleet, Weights.DEFAULT));
    }

    @Test
    void theStagesOfTheMainExample() {
        Morph morph = of(Fleets.main());
        assertEquals(
                List.of(0.25, 0.25, 0.25, 0.25),
                morph.bars(0).stream().map(Bar::width).toList());
        assertEquals(
                List.of(0.2, 0.2, 0.2, 0.4),
                morph.bars(1).stream().map(Bar::width).toList());
        assertEquals(2 / 7.0, morph.bars(2).getLast().width(), 1e-12);
        assertEquals(Kind.FREE, morph.bars(2).getLast().kind());
        assertEquals(0.75, morph.mean(0), 1e-12);
        assertEquals(0.72, morph.mean(1), 1e-12);
        assertEquals(3.6 / 7, morph.mean(2), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.3, 0.5, 1, 1.01, 1.6, 2, 3})
    void theLineIsTheMeanHeightAtEveryMoment(double stage) {
        Fleet partly = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "2g.20gb -", "3g.40gb 30"));
        for (Fleet fleet : List.of(Fleets.main(), Fleets.host(), partly)) {
            Morph morph = of(fleet);
            List<Bar> bars = morph.bars(stage);
            assertEquals(1, bars.stream().mapToDouble(Bar::width).sum(), 1e-9);
            assertEquals(
                    morph.mean(stage),
                    bars.stream().mapToDouble(b -> b.width() * b.height()).sum(),
                    1e-9);
            assertTrue(bars.stream().allMatch(b -> b.width() >= 0));
        }
    }

    @Test
    void ofManyInstancesAColumnIsAProfile() {
        String[] ones = new String[7];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = "1g.10gb " + 10 * i;
        }
        Gpu[] gpus = new Gpu[11];
        for (int i = 0; i < gpus.length; i++) {
            gpus[i] = Fleets.gpu("GPU " + i, "a100-80gb", i < 10 ? ones : new String[] {"7g.80gb 50"});
        }
        Morph morph = of(Fleets.of(gpus));
        assertEquals(
                List.of("70 × 1g.10gb", "7g.80gb"),
                morph.columns().stream().map(Morph.Column::name).toList());
        assertEquals(0.3, morph.columns().getFirst().utilization(), 1e-12);
        assertEquals(70, morph.columns().getFirst().refs().size());
        assertEquals(morph.total().instanceAverage(), morph.mean(0), 1e-12);
    }

    @Test
    void withoutReadingsThereIsNothing() {
        assertTrue(of(Fleet.EMPTY).columns().isEmpty());
    }
}
