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
        track.pieces(grid.bound(0), grid.bound(grid.size()), validity, this);
        return strip();
    }

    /** The strip of all that was told. */
    Strip strip() {
        double[] means = new double[load.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = reported[i] > 0 ? load[i] / reported[i] : Double.NaN;
        }
        return new Strip(grid.bound(0), grid.bound(grid.size()), means, existing);
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

    /** To the last bit what each piece by itself adds: those within a cell all have the same share of it. */
    @Override
    public void run(long from, long step, double[] values, int first, int count) {
        for (int i = 0; i < count; ) {
            long at = from + i * step;
            int cell = grid.cell(at, hint);
            boolean within = cell < load.length && at >= grid.bound(cell);
            int end = within ? (int) Math.min(count, i + (grid.bound(cell + 1) - at) / step) : i;
            if (end > i) {
                add(cell, grid.share(cell, at, at + step), values, first + i, first + end);
                hint = cell;
                i = end;
            } else {
                piece(at, at + step, values[first + i]);
                i++;
            }
        }
    }

    private void add(int cell, double share, double[] values, int from, int to) {
        double there = existing[cell];
        double known = reported[cell];
        double sum = load[cell];
        for (int i = from; i < to; i++) {
            there += share;
            known += share;
            sum += share * values[i];
        }
        existing[cell] = there;
        reported[cell] = known;
        load[cell] = sum;
    }
}
