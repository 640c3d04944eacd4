package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");
    private static final GpuModel A30 = Fleets.model("a30-24gb");

    @Test
    void eachModelIsOfferedOnceWithoutAPrice() {
        assertThat(Offer.of(Stream.of(A100, A30, A100))).containsExactly(Offer.of(A100, null), Offer.of(A30, null));
        assertThat(Offer.of(Stream.empty())).isEmpty();
    }
}
