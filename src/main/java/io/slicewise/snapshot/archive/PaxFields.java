package io.slicewise.snapshot.archive;

import java.nio.charset.StandardCharsets;

/**
 * What an extended header of tar says about the next file: records {@code <length> <key>=<value>\n}.
 *
 * @param path empty where it says nothing
 * @param size −1 where it says nothing
 */
record PaxFields(String path, long size) {
    /** Reads records up to the first that is malformed. */
    static PaxFields of(byte[] content) {
        String path = "";
        long size = -1;
        int at = 0;
        while (at < content.length) {
            int blank = indexOf(content, ' ', at);
            long length = blank < 0 ? -1 : number(content, at, blank);
            if (length <= blank - at + 1 || length > content.length - at) {
                break;
            }
            int end = at + (int) length;
            int equals = indexOf(content, '=', blank);
            if (equals < 0 || equals >= end - 1) {
                break;
            }
            String key = new String(content, blank + 1, equals - blank - 1, StandardCharsets.UTF_8);
            if (key.equals("path")) {
                path = new String(content, equals + 1, end - equals - 2, StandardCharsets.UTF_8);
            } else if (key.equals("size")) {
                size = number(content, equals + 1, end - 1);
            }
            at = end;
        }
        return new PaxFields(path, size);
    }

    private static int indexOf(byte[] bytes, char what, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == what) {
                return i;
            }
        }
        return -1;
    }

    /** Decimal digits; −1 where they are none, or more than any file has. */
    private static long number(byte[] bytes, int from, int to) {
        if (to <= from || to - from > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
