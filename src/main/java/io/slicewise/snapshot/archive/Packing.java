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
    private static final int[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP_MAGIC = {'P', 'K', 5, 6};

    /** Recognises the beginning of a file; tar needs 512 bytes of it. */
    public static Packing of(byte[] prefix) {
        if (starts(prefix, GZIP_MAGIC)) {
            return GZIP;
        }
        if (starts(prefix, ZSTD_MAGIC)) {
            return ZSTD;
        }
        if (starts(prefix, ZIP_MAGIC) || starts(prefix, EMPTY_ZIP_MAGIC)) {
            return ZIP;
        }
        return TarHeader.isAt(prefix) ? TAR : NONE;
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
