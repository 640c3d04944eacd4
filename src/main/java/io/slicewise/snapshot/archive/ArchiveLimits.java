package io.slicewise.snapshot.archive;

/**
 * How much may come out of a compressed file or an archive.
 *
 * @param files files and folders in it
 * @param bytes bytes of all of them, unpacked
 * @param freeBytes so many bytes may come out of anything, whatever the ratio
 * @param ratio bytes out for each byte in
 */
public record ArchiveLimits(int files, long bytes, long freeBytes, int ratio) {
    /** 10,000 files, 8 GB; 1,000 times the packed size once it is more than 64 MB. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(10_000, 8L << 30, 64L << 20, 1_000);
}
