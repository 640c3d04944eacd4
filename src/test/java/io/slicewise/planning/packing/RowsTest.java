package io.slicewise.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    private static GpuModel model(String id) {
        return CATALOGUE.byId(id).orElseThrow();
    }

    private static List<String> shown(Rows rows) {
        return rows.list().stream()
                .map(row -> row.id() + " " + row.weights() + "/" + row.capacity())
                .toList();
    }

    @Test
    void fourRowsOnSevenSlices() {
        Rows rows = Rows.of(model("a100-80gb"));

        assertThat(rows.profiles())
                .extracting(Profile::name)
                .containsExactly("1g.10gb", "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb");
        assertThat(shown(rows))
                .containsExactly(
                        "compute [1, 1, 2, 3, 4, 7]/7",
                        "memory [1, 2, 2, 4, 4, 8]/8",
                        "2g-places [0, 0, 1, 1, 2, 3]/3",
                        "4g-7g [0, 0, 0, 0, 1, 1]/1");
    }

    @Test
    void theSlicesAloneOnFour() {
        assertThat(shown(Rows.of(model("a30-24gb")))).containsExactly("compute [1, 2, 4]/4");
        assertThat(shown(Rows.of(model("rtx-pro-6000-96gb")))).containsExactly("compute [1, 2, 4]/4");
    }

    @Test
    void mediaExtensionsAddThreeRows() {
        GpuModel a100 = model("a100-80gb");

        assertThat(shown(Rows.of(a100, List.of(a100.profile("1g.10gb+me").orElseThrow()))))
                .contains(
                        "1g+me-7g [0, 1, 0, 0, 0, 0, 1]/1",
                        "1x1g+me-1x3g-1x4g-2x7g-of-2 [0, 1, 0, 0, 1, 1, 2]/2",
                        "1x1g+me-1x1g-1x2g-2x3g-2x4g-4x7g-of-4 [0, 1, 1, 1, 2, 2, 4]/4")
                .hasSize(7);
    }

    @Test
    void alibabaIsBoundByWhatNeedsGpuForItself() {
        Rows rows = Rows.of(model("a100-80gb"));
        Map<String, Integer> counts =
                Map.of("1g.10gb", 32, "2g.20gb", 280, "3g.40gb", 389, "4g.40gb", 971, "7g.80gb", 1406);

        assertThat(rows.gpus(counts)).isEqualTo(2377);
        assertThat(rows.binding(counts).id()).isEqualTo("4g-7g");
        assertThat(rows.gpus(Map.of())).isZero();
    }

    @Test
    void withoutPlacementsTheSlicesSayAtLeast() {
        Rows rows = Rows.of(model("rtx-pro-5000-48gb"));

        assertThat(rows.isPlaced()).isFalse();
        assertThat(shown(rows)).containsExactly("compute [1, 2]/2");
    }
}
