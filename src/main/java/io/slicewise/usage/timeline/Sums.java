package io.slicewise.usage.timeline;

import io.slicewise.usage.Averages;
import java.util.List;

/**
 * What the instances of some tracks amount to in each cell of a grid: each piece counts by how much of the cell it
 * fills, so that a piece that fills a cell counts exactly once.
 */
final class Sums implements InstanceTrack.Pieces {
    final Grid grid;
    final double[] load;
    final double[] reported;
    final double[] existing;
    final double[] weightedLoad;
    final double[] reportedWeight;
    final double[] existingWeight;
    final double[] hardware;
    private double weight = 1;
    private int hint;

    Sums(Grid grid) {
        this.grid = grid;
        int cells = grid.size();
        load = new double[cells];
        reported = new double[cells];
        existing = new double[cells];
        weightedLoad = new double[cells];
        reportedWeight = new double[cells];
        existingWeight = new double[cells];
        hardware = new double[cells];
    }

    /** Adds a track. */
    void add(InstanceTrack track, double itsWeight, long validity) {
        weight = itsWeight;
        hint = 0;
        track.pieces(grid.bound(0), grid.bound(grid.size()), validity, this);
    }

    /** Adds the hardware that the tracks of a GPU are parts of. */
    void addHardware(Spans span, double itsWeight) {
        for (int s = 0; s < span.size(); s++) {
            for (int i = grid.cell(span.from(s), 0); i < grid.size() && grid.bound(i) < span.to(s); i++) {
                hardware[i] += itsWeight * grid.share(i, span.from(s), span.to(s));
            }
        }
    }

    @Override
    public void piece(long from, long to, double value) {
        int i = grid.cell(from, hint);
        for (; i < load.length && grid.bound(i) < to; i++) {
            double share = grid.share(i, from, to);
            existing[i] += share;
            existingWeight[i] += share * weight;
            if (!Double.isNaN(value)) {
                reported[i] += share;
                load[i] += share * value;
                reportedWeight[i] += share * weight;
                weightedLoad[i] += share * (weight * value);
            }
            hint = i;
        }
    }

    /** Adds what others amount to on the same grid. */
    void add(Sums other) {
        add(load, other.load);
        add(reported, other.reported);
        add(existing, other.existing);
        add(weightedLoad, other.weightedLoad);
        add(reportedWeight, other.reportedWeight);
        add(existingWeight, other.existingWeight);
        add(hardware, other.hardware);
    }

    /**
     * Takes the weights out where more is there than there is hardware for.
     *
     * @param everything what there is on the same hardware, all of it
     * @return what was taken out
     */
    Sums takeOut(Sums everything) {
        Sums out = new Sums(grid);
        for (int i = 0; i < load.length; i++) {
            if (Averages.isMoreThan(everything.existingWeight[i], everything.hardware[i])) {
                move(weightedLoad, out.weightedLoad, i);
                move(reportedWeight, out.reportedWeight, i);
                move(existingWeight, out.existingWeight, i);
                move(hardware, out.hardware, i);
            }
        }
        return out;
    }

    private static void move(double[] from, double[] to, int at) {
        to[at] = from[at];
        from[at] = 0;
    }

    /** Adds what was taken out of others where it is all that there is. */
    void addWhereThereIsNoHardware(List<Sums> out) {
        for (int i = 0; i < hardware.length; i++) {
            if (hardware[i] == 0) {
                for (Sums one : out) {
                    weightedLoad[i] += one.weightedLoad[i];
                    reportedWeight[i] += one.reportedWeight[i];
                    existingWeight[i] += one.existingWeight[i];
                    hardware[i] += one.hardware[i];
                }
            }
        }
    }

    private static void add(double[] to, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}
