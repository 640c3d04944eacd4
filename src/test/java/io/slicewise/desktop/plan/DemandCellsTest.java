package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DemandCellsTest {
    private static final DemandLine LINE = DemandLine.of("a", 3, new Need.Named("2g.20gb"));

    private static DemandLine typed(DemandCells cell, DemandLine line, String text) {
        return cell.typed(line, text).orElseThrow();
    }

    @Test
    void aNeedIsWhateverWasTypedLast() {
        DemandLine slices = typed(DemandCells.SLICES, LINE, "3");
        assertThat(slices.need()).isEqualTo(new Need.AtLeast(3, 0));
        DemandLine memory = typed(DemandCells.GIB, slices, "17,5");
        assertThat(memory.need()).isEqualTo(new Need.AtLeast(3, 17.5));
        DemandLine share = typed(DemandCells.SHARE, memory, "35 %");
        assertThat(share.need()).isEqualTo(new Need.PartOfGpu(0.35, 17.5, 1));
        DemandLine target = typed(DemandCells.TARGET, share, "0.8");
        assertThat(target.need()).isEqualTo(new Need.PartOfGpu(0.35, 17.5, 0.8));
        assertThat(DemandCells.SHARE.shown(target)).isEqualTo("35%");
        assertThat(DemandCells.TARGET.shown(target)).isEqualTo("80%");
        assertThat(DemandCells.GIB.shown(target)).isEqualTo("17.5");
        assertThat(DemandCells.PROFILE.shown(target)).isEmpty();
        assertThat(typed(DemandCells.PROFILE, target, "3g").need()).isEqualTo(new Need.Named("3g"));
        assertThat(typed(DemandCells.GIB, LINE, "12").need()).isEqualTo(new Need.AtLeast(1, 12));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(DemandCells.COUNT.typed(LINE, "-1")).isEmpty();
        assertThat(DemandCells.COUNT.typed(LINE, "1.5")).isEmpty();
        assertThat(DemandCells.COUNT.typed(LINE, "")).isEmpty();
        assertThat(DemandCells.PROFILE.typed(LINE, "big")).isEmpty();
        assertThat(DemandCells.SLICES.typed(LINE, "0")).isEmpty();
        assertThat(DemandCells.SHARE.typed(LINE, "35")).isEmpty();
        assertThat(DemandCells.SHARE.typed(LINE, "0")).isEmpty();
        assertThat(DemandCells.TARGET.typed(LINE, "0.8")).isEmpty();
        assertThat(typed(DemandCells.COUNT, LINE, "0").count()).isZero();
        assertThat(typed(DemandCells.VALUE, LINE, "").value()).isZero();
    }

    @Test
    void offersAreTypedFieldByField() {
        Offer offer = Offer.of(Catalogue.builtIn().byId("a100-80gb").orElseThrow(), null);
        Offer priced = OfferFields.PRICE.typed(offer, "11000,50").orElseThrow();
        assertThat(priced.price()).isEqualByComparingTo(new BigDecimal("11000.5"));
        assertThat(OfferFields.PRICE.shown(priced)).isEqualTo("11000.5");
        assertThat(OfferFields.PRICE.typed(priced, "").orElseThrow().price()).isNull();
        assertThat(OfferFields.SPEED.typed(offer, "0")).isEmpty();
        Offer hosts = OfferFields.HOST.typed(offer, "8").orElseThrow();
        assertThat(OfferFields.HAVE.typed(hosts, "12")).isEmpty();
        assertThat(OfferFields.HAVE.typed(hosts, "16").orElseThrow().have()).isEqualTo(16);
        assertThat(OfferFields.MOST.typed(offer, "").orElseThrow().most()).isNull();
        assertThat(OfferFields.WATTS.typed(offer, "400").orElseThrow().watts()).isEqualTo(400);
        for (OfferFields field : OfferFields.values()) {
            assertThat(field.typed(offer, field.shown(offer))).contains(offer);
        }
    }
}
