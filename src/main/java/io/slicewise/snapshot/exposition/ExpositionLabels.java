package io.slicewise.snapshot.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a sample, in the order of the file. Values are unescaped when they are asked for.
 *
 * <p>Within one reading the same printed block is the same object, so what a consumer makes of it can be kept by
 * {@link #id()}. Two blocks with equal labels in another order, or with other blanks, are two objects; and a block can
 * come back as another object in files with so many different blocks that they are not all kept. A name without a
 * value is no label: the quoted metric name of {@code {"my.metric",a="b"}} is not among them.
 */
public final class ExpositionLabels {
    /** No labels: a sample without braces. */
    static final ExpositionLabels NONE =
            new ExpositionLabels(0, new byte[0], 0, 0, new String[0], new int[0], 0, null, 0);

    /** A flaw: bytes that are not UTF-8. */
    static final int NOT_UTF8 = 1;

    /** A flaw: a backslash before something other than a backslash, a quote or an n. */
    static final int UNKNOWN_ESCAPE = 2;

    private final int id;

    /** The block stands in it among others, since an array for each would cost as much as the block. */
    private final byte[] bytes;

    private final int from;
    private final int to;
    private final String[] names;

    /** Where value i starts and ends in the block, at 2i and 2i + 1 behind {@link #firstPlace}. */
    private final int[] places;

    private final int firstPlace;
    private final @Nullable String metricName;
    private final int flaws;

    /** The block that came after this one when it was last looked up. */
    @Nullable
    ExpositionLabels next;

    /** What the table of metrics holds for the metric name in the braces. */
    MetricTable.@Nullable Entry metric;

    ExpositionLabels(
            int id,
            byte[] bytes,
            int from,
            int to,
            String[] names,
            int[] places,
            int firstPlace,
            @Nullable String metricName,
            int flaws) {
        this.id = id;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.names = names;
        this.places = places;
        this.firstPlace = firstPlace;
        this.metricName = metricName;
        this.flaws = flaws;
    }

    /** 1, 2, 3 … in the order of first appearance, an index for what a consumer keeps; 0 is "no braces". */
    public int id() {
        return id;
    }

    /** How many labels there are. */
    public int size() {
        return names.length;
    }

    /** The name of label {@code i}, unescaped. */
    public String name(int i) {
        return names[i];
    }

    /** The value of label {@code i}, unescaped; bytes that are not UTF-8 become U+FFFD. Made anew for each call. */
    public String value(int i) {
        return text(bytes, from + valueStart(i), from + valueEnd(i));
    }

    /** Whether label {@code i} of another set, which has as many, is printed alike. */
    public boolean isSame(int i, ExpositionLabels other) {
        return names[i].equals(other.names[i])
                && Arrays.equals(
                        bytes,
                        from + valueStart(i),
                        from + valueEnd(i),
                        other.bytes,
                        other.from + other.valueStart(i),
                        other.from + other.valueEnd(i));
    }

    /** The value of a label, or null where there is no such label. The name's case matters. */
    public @Nullable String get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return value(i);
            }
        }
        return null;
    }

    /** How many bytes the block has. */
    int length() {
        return to - from;
    }

    /** Whether the same block is printed in {@code [start, end)}. */
    boolean isAt(byte[] b, int start, int end) {
        return Arrays.equals(b, start, end, bytes, from, to);
    }

    /**
     * How many bytes from {@code start} on are those of the block from {@code offset} on; all of {@code most} where −1.
     */
    int mismatch(int offset, byte[] b, int start, int most) {
        return Arrays.mismatch(b, start, start + most, bytes, from + offset, from + offset + most);
    }

    /** Where value {@code i} starts in the block. */
    int valueStart(int i) {
        return places[firstPlace + 2 * i];
    }

    /** Where the quote behind value {@code i} stands in the block. */
    int valueEnd(int i) {
        return places[firstPlace + 2 * i + 1];
    }

    String[] names() {
        return names;
    }

    @Nullable
    String metricName() {
        return metricName;
    }

    int flaws() {
        return flaws;
    }

    /** Decodes and unescapes what stands between quotes. */
    static String text(byte[] b, int from, int to) {
        byte[] plain = b;
        int start = from;
        int end = to;
        int backslash = from;
        while (backslash < to && b[backslash] != '\\') {
            backslash++;
        }
        if (backslash < to) {
            plain = Arrays.copyOfRange(b, from, to);
            start = 0;
            end = unescape(plain, backslash - from);
        }
        return new String(plain, start, end - start, StandardCharsets.UTF_8);
    }

    /** Unescapes in place from the first backslash on and gives the new end. An unknown escape stays as it is. */
    private static int unescape(byte[] b, int firstBackslash) {
        int to = firstBackslash;
        for (int p = firstBackslash; p < b.length; p++) {
            byte c = b[p];
            byte escaped = c == '\\' && p + 1 < b.length ? b[p + 1] : 0;
            if (escaped == '\\' || escaped == '"' || escaped == 'n') {
                b[to++] = escaped == 'n' ? (byte) '\n' : escaped;
                p++;
            } else {
                b[to++] = c;
            }
        }
        return to;
    }

    /** {@code {a="b", c="d"}} with the values unescaped, to be looked at by people. */
    @Override
    public String toString() {
        return IntStream.range(0, size())
                .mapToObj(i -> name(i) + "=\"" + value(i) + '"')
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
