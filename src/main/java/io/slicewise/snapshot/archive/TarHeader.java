package io.slicewise.snapshot.archive;

import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * A header block of tar: ustar, with what GNU and the older format do otherwise.
 *
 * @param name the path
 * @param size the bytes of content, before the padding to whole blocks
 * @param type {@code '0'} for a file; letters as POSIX and GNU give them
 */
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;

    /** More than any disk has. */
    private static final long LARGEST = 1L << 50;

    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int SUM_AT = 148;
    private static final int SUM = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    /** Whether a header stands at the beginning: its checksum is right. */
    static boolean isAt(byte[] bytes) {
        return bytes.length >= BLOCK && bytes[0] != 0 && hasSum(bytes);
    }

    /** Whether the block ends an archive. */
    static boolean isEnd(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a block.
     *
     * @throws ZipException where it is no header
     */
    static TarHeader of(byte[] block) throws ZipException {
        if (!hasSum(block)) {
            throw new ZipException("tar: wrong checksum");
        }
        String name = text(block, 0, NAME);
        boolean posix = text(block, MAGIC_AT, 6).equals("ustar");
        String prefix = posix ? text(block, PREFIX_AT, PREFIX) : "";
        long size = number(block, SIZE_AT, SIZE);
        if (size < 0 || size > LARGEST) {
            throw new ZipException("tar: wrong size");
        }
        char type = (char) (block[TYPE_AT] & 0xff);
        boolean folder = name.endsWith("/") && (type == '0' || type == 0);
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, size, folder ? '5' : type);
    }

    boolean isFile() {
        return type == '0' || type == 0 || type == '7';
    }

    /** A POSIX header of further fields for the next file. */
    boolean isExtended() {
        return type == 'x';
    }

    /** GNU's way of giving the next file a long name. */
    boolean isLongName() {
        return type == 'L';
    }

    /** The sum of all bytes, the field of the sum itself taken as blanks. */
    private static boolean hasSum(byte[] block) {
        long printed = number(block, SUM_AT, SUM);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte b = i >= SUM_AT && i < SUM_AT + SUM ? (byte) ' ' : block[i];
            unsigned += b & 0xff;
            signed += b;
        }
        return printed == unsigned || printed == signed;
    }

    /** Octal digits, or GNU's two's complement with the highest bit set; −1 where it is neither. */
    private static long number(byte[] block, int from, int length) {
        long number = 0;
        if ((block[from] & 0x80) != 0) {
            for (int i = from + length - 8; i < from + length; i++) {
                number = number << 8 | block[i] & 0xff;
            }
            return number;
        }
        boolean any = false;
        for (int i = from; i < from + length; i++) {
            byte b = block[i];
            if (b >= '0' && b <= '7') {
                number = number << 3 | b - '0';
                any = true;
            } else if (b == 0 || b == ' ') {
                if (any) {
                    break;
                }
            } else {
                return -1;
            }
        }
        return number;
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }
}
