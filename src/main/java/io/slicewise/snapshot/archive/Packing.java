package io.slicewise.snapshot.archive;

/** How bytes are packed, as their beginning tells. */
public enum Packing {
    /** They are not. */
    NONE,
    GZIP,
    ZSTD,
    ZIP,
    TAR;

    private static final int[] GZIP_MAGIC = {0x1f, 0x8b, 8};
    private static final int[] ZSTD_MAGIC = {0x28, 0xb5, 0x2f, 0xfd};
    private static final int[] SKIPPABLE_MAGIC = {0x50, 0x2a, 0x4d, 0x18};
    private static final int[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP_MAGIC = {'P', 'K', 5, 6};

    /** Recognises the beginning of a file; tar needs 512 bytes of it. */
    public static Packing of(byte[] prefix) {
        if (starts(prefix, GZIP_MAGIC)) {
            return GZIP;
        }
        if (starts(prefix, ZSTD_MAGIC) || isSkippable(prefix)) {
            return ZSTD;
        }
        if (starts(prefix, ZIP_MAGIC) || starts(prefix, EMPTY_ZIP_MAGIC)) {
            return ZIP;
        }
        return TarArchive.isAt(prefix) ? TAR : NONE;
    }

    /** A frame of Zstandard that only carries people's remarks, sixteen kinds of it; pzstd begins with one. */
    private static boolean isSkippable(byte[] bytes) {
        return bytes.length >= SKIPPABLE_MAGIC.length
                && starts(new byte[] {(byte) (bytes[0] & 0xf0), bytes[1], bytes[2], bytes[3]}, SKIPPABLE_MAGIC);
    }

    /** Whether this packs one stream, and no files. */
    public boolean isCompression() {
        return this == GZIP || this == ZSTD;
    }

    /** Whether this holds files. */
    public boolean isArchive() {
        return this == ZIP || this == TAR;
    }

    private static boolean starts(byte[] bytes, int[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
