package io.slicewise.snapshot.exposition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A label block as one row printed it, to which the blocks of that row's neighbours are alike but for a few values: of those
 * no more is kept than what is different.
 */
final class PrintedLabels {
    /** Nothing. */
    static final PrintedLabels NONE = new PrintedLabels(new byte[0], 0, 0, new String[0], new int[0], 0, null, 0);

    /** It stands in it among others, since an array for each would cost as much as the block. */
    private final byte[] bytes;

    private final int from;
    private final int to;
    private final String[] names;

    /** Where value i starts and ends in the block, at 2i and 2i + 1 behind {@link #firstPlace}. */
    private final int[] places;

    private final int firstPlace;
    private final @Nullable String metricName;
    private final int flaws;

    /** What the table of metrics holds for the metric name in the braces. */
    MetricTable.@Nullable Entry metric;

    PrintedLabels(
            byte[] bytes,
            int from,
            int to,
            String[] names,
            int[] places,
            int firstPlace,
            @Nullable String metricName,
            int flaws) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.names = names;
        this.places = places;
        this.firstPlace = firstPlace;
        this.metricName = metricName;
        this.flaws = flaws;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the block begins in the {@link #bytes}. */
    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    String[] names() {
        return names;
    }

    /** Where value {@code i} starts in the block. */
    int valueStart(int i) {
        return places[firstPlace + 2 * i];
    }

    /** Where the quote behind value {@code i} stands in the block. */
    int valueEnd(int i) {
        return places[firstPlace + 2 * i + 1];
    }

    /** The metric's name where it stands in the braces. */
    @Nullable
    String metricName() {
        return metricName;
    }

    int flaws() {
        return flaws;
    }

    /**
     * How many bytes from {@code start} on are those of the block from {@code offset} on; all of {@code most} where −1.
     */
    int mismatch(int offset, byte[] b, int start, int most) {
        return Arrays.mismatch(b, start, start + most, bytes, from + offset, from + offset + most);
    }

    /** Whether value {@code i} of another block, which has as many, is printed alike. */
    boolean isSame(int i, PrintedLabels other) {
        return Arrays.equals(
                bytes,
                from + valueStart(i),
                from + valueEnd(i),
                other.bytes,
                other.from + other.valueStart(i),
                other.from + other.valueEnd(i));
    }
}
