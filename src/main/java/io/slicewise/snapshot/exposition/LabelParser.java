package io.slicewise.snapshot.exposition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses one label block, {@code {name="value", "quoted name"="value", "metric name",}}. What it found is there until
 * the next one.
 *
 * <p>A parse fails without throwing: {@link #parse} tells, {@link #fault} and {@link #faultAt} say what was expected and
 * where.
 */
final class LabelParser {
    /** Above this many labels a set finds the names that are there twice. */
    private static final int MANY = 32;

    private String[] names = new String[32];
    private int[] values = new int[64];
    private int size;
    private @Nullable String metricName;
    private int flaws;
    private boolean ascii;
    private boolean escapes;

    /** The names of the block before, which most often are this one's too. */
    private String[] lastNames = new String[0];

    /** Their usual form up to the value, {@code name="}; what it takes to read them at one go. */
    private byte[][] lastKeys = new byte[0][];

    private Fault fault = Fault.NOT_A_SAMPLE;
    private int faultAt;
    private int end;

    Fault fault() {
        return fault;
    }

    int faultAt() {
        return faultAt;
    }

    /** The index behind the closing brace of the block that was parsed last. */
    int end() {
        return end;
    }

    /** The names of the labels; the same array as long as they are the same. */
    String[] names() {
        return lastNames;
    }

    /** Where value i starts and ends, at 2i and 2i + 1, from the opening brace on; what follows the last is nothing. */
    int[] places() {
        return values;
    }

    /** The metric's name where it stands in the braces. */
    @Nullable
    String metricName() {
        return metricName;
    }

    /** What {@link ExpositionLabels#flaws} has. */
    int flaws() {
        return flaws;
    }

    /** Whether every value stands there as it is, in ASCII, and nothing but labels does. */
    boolean isPlain() {
        return ascii && !escapes && metricName == null;
    }

    /** Parses the block that opens at {@code open}; false where it is malformed. */
    boolean parse(byte[] b, int open) {
        size = 0;
        metricName = null;
        flaws = 0;
        ascii = true;
        escapes = false;
        int p = Bytes.blanks(b, open + 1);
        while (b[p] != '}') {
            p = item(b, p, open);
            if (p < 0) {
                return false;
            }
            p = Bytes.blanks(b, p);
            if (b[p] == ',') {
                p = Bytes.blanks(b, p + 1);
            } else if (b[p] != '}') {
                return failed(Fault.LABEL_SEPARATOR, p);
            }
        }
        if (!sameNames()) {
            if (namesRepeat()) {
                return failed(Fault.LABEL_TWICE, open);
            }
            learnNames();
        }
        end = p + 1;
        if (!ascii && !isUtf8(b, open, end)) {
            flaws |= ExpositionLabels.NOT_UTF8;
        }
        return true;
    }

    /** One label, or the metric's quoted name; the index behind it, or −1. */
    private int item(byte[] b, int from, int open) {
        if (size < lastKeys.length && from + lastKeys[size].length < b.length) {
            int value = from + lastKeys[size].length;
            if (value > from && Bytes.same(b, from, value, lastKeys[size])) {
                return value(b, lastNames[size], value - 1, open);
            }
        }
        return anyItem(b, from, open);
    }

    private int anyItem(byte[] b, int from, int open) {
        boolean quoted = b[from] == '"';
        int nameEnd = quoted ? quoted(b, from) : Bytes.labelNameEnd(b, from);
        if (nameEnd == from) {
            failed(Fault.LABEL_NAME, from);
            return -1;
        }
        if (nameEnd < 0) {
            return -1;
        }
        int p = Bytes.blanks(b, nameEnd);
        if (quoted && (b[p] == ',' || b[p] == '}')) {
            return metricName(b, from, nameEnd);
        }
        if (b[p] != '=') {
            failed(Fault.LABEL_EQUALS, p);
            return -1;
        }
        int quote = Bytes.blanks(b, p + 1);
        if (b[quote] != '"') {
            failed(Fault.LABEL_QUOTE, quote);
            return -1;
        }
        String name = name(b, quoted ? from + 1 : from, quoted ? nameEnd - 1 : nameEnd);
        if (name.isEmpty()) {
            failed(Fault.LABEL_NAME, from);
            return -1;
        }
        if (name.equals("__name__")) {
            // as Grafana copies a series whose labels it shows
            int close = quoted(b, quote);
            return close < 0 ? close : metricName(b, quote, close);
        }
        return value(b, name, quote, open);
    }

    /** The value whose quote opens at {@code quote}; the index behind it, or −1. */
    private int value(byte[] b, String name, int quote, int open) {
        int close = quoted(b, quote);
        if (close >= 0) {
            add(name, quote + 1 - open, close - 1 - open);
        }
        return close;
    }

    private int metricName(byte[] b, int from, int nameEnd) {
        if (metricName != null || nameEnd - from == 2) {
            failed(metricName == null ? Fault.NAME_MISSING : Fault.NAME_TWICE, from);
            return -1;
        }
        metricName = ExpositionLabels.text(b, from + 1, nameEnd - 1);
        return nameEnd;
    }

    /** The index behind the quote that closes the one at {@code from}, or −1. */
    private int quoted(byte[] b, int from) {
        int p = from + 1;
        while (true) {
            p = Bytes.quotedSpecial(b, p);
            byte c = b[p++];
            if (c == '"') {
                return p;
            }
            if (c < 0) {
                ascii = false;
            } else if (c == '\n') {
                failed(Fault.LABEL_UNCLOSED, from);
                return -1;
            } else if (c == '\\' && b[p] != '\n') {
                escapes = true;
                byte escaped = b[p++];
                ascii &= escaped >= 0;
                if (escaped != '\\' && escaped != '"' && escaped != 'n') {
                    flaws |= ExpositionLabels.UNKNOWN_ESCAPE;
                }
            }
        }
    }

    private String name(byte[] b, int from, int to) {
        if (size < lastNames.length && matches(lastNames[size], b, from, to)) {
            return lastNames[size];
        }
        return ExpositionLabels.text(b, from, to);
    }

    private static boolean matches(String name, byte[] b, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != b[from + i] || b[from + i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private void add(String name, int valueFrom, int valueTo) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 4 * size);
        }
        names[size] = name;
        values[2 * size] = valueFrom;
        values[2 * size + 1] = valueTo;
        size++;
    }

    /** Whether the names are the ones of the block before, all of them the same objects. */
    @SuppressWarnings("ReferenceEquality")
    private boolean sameNames() {
        if (size != lastNames.length) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (names[i] != lastNames[i]) {
                return false;
            }
        }
        return true;
    }

    private void learnNames() {
        lastNames = Arrays.copyOf(names, size);
        lastKeys = new byte[size][];
        for (int i = 0; i < size; i++) {
            byte[] key = (names[i] + "=\"").getBytes(StandardCharsets.UTF_8);
            lastKeys[i] = Bytes.labelNameEnd(key, 0) == key.length - 2 ? key : new byte[0];
        }
    }

    private boolean namesRepeat() {
        if (size > MANY) {
            Set<String> seen = new HashSet<>(Arrays.asList(names).subList(0, size));
            return seen.size() < size;
        }
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (names[i].equals(names[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] b, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, from, to - from));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private boolean failed(Fault what, int at) {
        fault = what;
        faultAt = at;
        return false;
    }
}
