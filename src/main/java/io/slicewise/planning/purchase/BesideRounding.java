package io.slicewise.planning.purchase;

import io.slicewise.planning.program.Solver;
import java.util.List;

/** Makes a plan of relaxed numbers: fillings are rounded down, and each GPU that is left gets the one that then serves most. */
final class BesideRounding implements Solver.Rounding {
    private static final double ALMOST = 1e-6;

    private final BesideNeeds needs;
    private final List<Standing> standing;
    private final BesideUnknowns unknowns;

    BesideRounding(BesideNeeds needs, List<Standing> standing, BesideUnknowns unknowns) {
        this.needs = needs;
        this.standing = standing;
        this.unknowns = unknowns;
    }

    @Override
    public long[] round(double[] relaxed) {
        long[] x = new long[relaxed.length];
        OpenNeeds open = new OpenNeeds(needs, (_, _) -> Long.MAX_VALUE);
        for (int k = 0; k < standing.size(); k++) {
            fill(k, relaxed, open, x);
        }
        for (int g = 0; g < needs.groups(); g++) {
            for (int m = 0; m < needs.offers().size(); m++) {
                if (unknowns.here()[g][m] >= 0) {
                    x[unknowns.here()[g][m]] = open.served(g, m);
                }
            }
        }
        buy(open.open(), relaxed, x);
        return x;
    }

    /** Everything on GPUs that have to come, by the first offer that serves it. */
    long[] nothingHere(int size) {
        long[] x = new long[size];
        buy(new OpenNeeds(needs, (_, _) -> 0).open(), new double[size], x);
        return x;
    }

    private void fill(int kind, double[] relaxed, OpenNeeds open, long[] x) {
        int offer = standing.get(kind).offer();
        List<long[]> sets = standing.get(kind).fillings();
        int[] columns = unknowns.fillings().get(kind);
        long free = standing.get(kind).count();
        for (int f = 0; f < columns.length; f++) {
            long times = Math.clamp((long) Math.floor(relaxed[columns[f]] + ALMOST), 0, free);
            free -= times;
            for (; times > 0; times--) {
                x[columns[f]]++;
                open.serve(offer, sets.get(f));
            }
        }
        for (; free > 0; free--) {
            int best = best(offer, sets, open);
            x[columns[best]]++;
            open.serve(offer, sets.get(best));
        }
    }

    private static int best(int offer, List<long[]> sets, OpenNeeds open) {
        int best = 0;
        long most = -1;
        for (int f = 0; f < sets.size(); f++) {
            long slices = open.slices(offer, sets.get(f));
            if (slices > most) {
                most = slices;
                best = f;
            }
        }
        return best;
    }

    /** What is open goes to offers as the relaxed numbers have it, and what is over to the one that was rounded down most. */
    private void buy(long[] open, double[] relaxed, long[] x) {
        List<Offer> offers = needs.offers();
        long[][] all = new long[offers.size()][];
        for (int m = 0; m < all.length; m++) {
            all[m] = new long[needs.rows(m).profiles().size()];
        }
        for (int g = 0; g < open.length; g++) {
            long over = open[g];
            int last = -1;
            double lost = -1;
            for (int m = 0; m < all.length; m++) {
                int column = needs.column(g, m);
                if (column < 0) {
                    continue;
                }
                double part = relaxed[unknowns.left()[g][m]];
                long some = Math.clamp((long) Math.floor(part + ALMOST), 0, over);
                over -= some;
                all[m][column] += some;
                x[unknowns.left()[g][m]] += some;
                if (part - some > lost) {
                    lost = part - some;
                    last = m;
                }
            }
            all[last][needs.column(g, last)] += over;
            x[unknowns.left()[g][last]] += over;
        }
        for (int m = 0; m < all.length; m++) {
            Offer offer = offers.get(m);
            int units = unknowns.units()[m];
            int bought = unknowns.bought()[m];
            x[units] = Math.ceilDiv(needs.rows(m).gpus(all[m]), (long) offer.perHost());
            x[bought] = Math.max(0, x[units] - (bought == units ? 0 : offer.have() / offer.perHost()));
        }
    }
}
