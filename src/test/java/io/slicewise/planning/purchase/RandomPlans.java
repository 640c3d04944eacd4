package io.slicewise.planning.purchase;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plans over four models, as the cases have them; the first one serves every line. */
public final class RandomPlans {
    private RandomPlans() {}

    public static List<Offer> offers(boolean inHosts) {
        return List.of(
                offer("h100-80gb-sxm", 27_000, 2.2, 700, inHosts ? 8 : 1, 231_000),
                offer("a100-80gb", 11_000, 1, 400, inHosts ? 8 : 1, 103_000),
                offer("a30-24gb", 4_500, 0.55, 165, inHosts ? 4 : 1, 33_000),
                offer("rtx-pro-6000-96gb", 8_500, 1.2, 600, inHosts ? 8 : 1, 83_000));
    }

    private static Offer offer(String id, int price, double speed, int watts, int perHost, int hostPrice) {
        return new Offer(
                Catalogue.builtIn().byId(id).orElseThrow(),
                BigDecimal.valueOf(price),
                speed,
                watts,
                perHost,
                perHost == 1 ? null : BigDecimal.valueOf(hostPrice),
                0,
                null);
    }

    public static Demand demand(SplittableRandom random) {
        List<DemandLine> lines = new ArrayList<>();
        int count = random.nextInt(2, 7);
        for (int i = 0; i < count; i++) {
            double share = random.nextInt(2, 100) / 100.0;
            double gib = random.nextInt(10, 750) / 10.0;
            lines.add(DemandLine.of(
                    "line " + i,
                    random.nextInt(1, 41),
                    new Need.PartOfGpu(share, random.nextInt(3) == 0 ? gib : gib / 4, 1)));
        }
        return new Demand(lines);
    }
}
