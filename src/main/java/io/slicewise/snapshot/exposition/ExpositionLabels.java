package io.slicewise.snapshot.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
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
    static final ExpositionLabels NONE = new ExpositionLabels(0, PrintedLabels.NONE, new byte[1], 0);

    /** A flaw: bytes that are not UTF-8. */
    static final int NOT_UTF8 = 1;

    /** A flaw: a backslash before something other than a backslash, a quote or an n. */
    static final int UNKNOWN_ESCAPE = 2;

    private final int id;

    /** The row's own block or that of a neighbour. */
    private final PrintedLabels like;

    /**
     * Where the values stand that are other ones than the neighbour's, among those of other blocks: how many; then, in the
     * order of the block, for each its index, its length and its bytes. Index and length are a byte each.
     */
    private final byte[] changes;

    private final int firstChange;

    /** The block that came after this one when it was last looked up. */
    @Nullable
    ExpositionLabels next;

    ExpositionLabels(int id, PrintedLabels like, byte[] changes, int firstChange) {
        this.id = id;
        this.like = like;
        this.changes = changes;
        this.firstChange = firstChange;
    }

    /** 1, 2, 3 … in the order of first appearance, an index for what a consumer keeps; 0 is "no braces". */
    public int id() {
        return id;
    }

    /** How many labels there are. */
    public int size() {
        return like.names().length;
    }

    /** The name of label {@code i}, unescaped. */
    public String name(int i) {
        return like.names()[i];
    }

    /** The value of label {@code i}, unescaped; bytes that are not UTF-8 become U+FFFD. Made anew for each call. */
    public String value(int i) {
        int change = change(i);
        return change < 0
                ? text(like.bytes(), like.from() + like.valueStart(i), like.from() + like.valueEnd(i))
                : text(changes, change, change + length(change));
    }

    /** Whether another set has the same names in the same order; where it has, it may go unnoticed. */
    @SuppressWarnings("ReferenceEquality")
    public boolean hasNamesOf(ExpositionLabels other) {
        return like.names() == other.like.names();
    }

    /** Hands on the index of each label that is printed otherwise in another set, which has the same names, and maybe of more. */
    @SuppressWarnings("ReferenceEquality")
    public void differences(ExpositionLabels other, IntConsumer to) {
        if (like == other.like) {
            eachChange(NONE, to);
            other.eachChange(this, to);
            return;
        }
        for (int i = 0; i < size(); i++) {
            if (change(i) >= 0 || other.change(i) >= 0 || !like.isSame(i, other.like)) {
                to.accept(i);
            }
        }
    }

    /** Hands on the values that are other ones than the neighbour's, but for those that also are in another set. */
    private void eachChange(ExpositionLabels but, IntConsumer to) {
        int at = firstChange + 1;
        for (int left = changes[firstChange] & 0xff; left > 0; left--) {
            int value = changes[at] & 0xff;
            if (but.change(value) < 0) {
                to.accept(value);
            }
            at += 2 + length(at + 2);
        }
    }

    /** Where the bytes of a value stand that is another one than the neighbour's; −1 where it is the same. */
    private int change(int i) {
        int at = firstChange + 1;
        for (int left = changes[firstChange] & 0xff; left > 0; left--) {
            if ((changes[at] & 0xff) == i) {
                return at + 2;
            }
            at += 2 + length(at + 2);
        }
        return -1;
    }

    /** How long the changed value is whose bytes begin at {@code change}. */
    private int length(int change) {
        return changes[change - 1] & 0xff;
    }

    /** The value of a label, or null where there is no such label. The name's case matters. */
    public @Nullable String get(String name) {
        for (int i = 0; i < size(); i++) {
            if (name(i).equals(name)) {
                return value(i);
            }
        }
        return null;
    }

    /** The index behind the same block where it is printed from {@code start} on; −1 where it is not. */
    int endAt(byte[] b, int start) {
        byte[] bytes = like.bytes();
        int same = like.from();
        int p = start;
        int change = firstChange + 1;
        for (int left = changes[firstChange] & 0xff; left > 0; left--) {
            int value = changes[change] & 0xff;
            int length = changes[change + 1] & 0xff;
            int before = like.from() + like.valueStart(value) - same;
            if (!isAt(b, p, bytes, same, before) || !isAt(b, p + before, changes, change + 2, length)) {
                return -1;
            }
            p += before + length;
            same = like.from() + like.valueEnd(value);
            change += 2 + length;
        }
        int rest = like.from() + like.length() - same;
        return isAt(b, p, bytes, same, rest) ? p + rest : -1;
    }

    private static boolean isAt(byte[] b, int at, byte[] other, int from, int length) {
        return length <= b.length - at && Arrays.equals(b, at, at + length, other, from, from + length);
    }

    /** What its block, or that of its neighbour, looks like. */
    PrintedLabels like() {
        return like;
    }

    @Nullable
    String metricName() {
        return like.metricName();
    }

    int flaws() {
        return like.flaws();
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
