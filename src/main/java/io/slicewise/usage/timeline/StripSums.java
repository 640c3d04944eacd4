package io.slicewise.usage.timeline;

/**
 * What one track amounts to in each cell of a grid, as {@link Sums} has it, without weights: rows of heat are summed anew in
 * each frame while the time is moved.
 */
final class StripSums implements InstanceTrack.Pieces {
    private final Grid grid;
    private final double[] load;
    private final double[] reported;
    private final double[] existing;
    private int hint;

    StripSums(Grid grid) {
        this.grid = grid;
        load = new double[grid.size()];
        reported = new double[grid.size()];
        existing = new double[grid.size()];
    }

    /** The strip of a track. */
    Strip of(InstanceTrack track, long validity) {
        long from = grid.bound(0);
        long to = grid.bound(grid.size());
        track.pieces(from, to, validity, this);
        double[] means = new double[load.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = reported[i] > 0 ? load[i] / reported[i] : Double.NaN;
        }
        return new Strip(from, to, means, existing);
    }

    @Override
    public void piece(long from, long to, double value) {
        for (int i = grid.cell(from, hint); i < load.length && grid.bound(i) < to; i++) {
            double share = grid.share(i, from, to);
            existing[i] += share;
            if (!Double.isNaN(value)) {
                reported[i] += share;
                load[i] += share * value;
            }
            hint = i;
        }
    }
}
