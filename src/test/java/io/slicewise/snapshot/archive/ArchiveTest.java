package io.slicewise.snapshot.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {
    private static final byte[] CONTENT = "content\n".getBytes(StandardCharsets.UTF_8);

    private static Map<String, byte[]> files(byte[] archive, ArchiveLimits limits) throws IOException {
        Meter meter = new Meter(limits);
        Layers layers = Layers.open(new ByteArrayInputStream(archive), 4096, meter);
        Archive open = Archive.of(layers.packing(), layers.content(), meter);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Archive.Entry entry = open.next(); entry != null; entry = open.next()) {
            files.put(entry.name(), entry.content().readAllBytes());
        }
        assertNull(open.damage());
        return files;
    }

    @Test
    void longNamesOfBothKindsAreRead() throws IOException {
        String longName = "folder/".repeat(30) + "ü.prom";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Packed.tarFile(tar, "././@LongLink", 'L', (longName + "\0").getBytes(StandardCharsets.UTF_8));
        Packed.tarFile(tar, "short", '0', CONTENT);
        String record = " path=" + longName + "2\n";
        int length = record.getBytes(StandardCharsets.UTF_8).length + 3;
        Packed.tarFile(tar, "PaxHeaders/x", 'x', (length + record).getBytes(StandardCharsets.UTF_8));
        Packed.tarFile(tar, "short", '0', CONTENT);
        Packed.tarFile(tar, "folder", '5', new byte[0]);
        Packed.tarFile(tar, "link", '2', new byte[0]);
        Packed.tarFile(tar, "after", '0', CONTENT);
        tar.write(new byte[1024]);
        Map<String, byte[]> files = files(tar.toByteArray(), ArchiveLimits.DEFAULT);
        assertEquals(List.of(longName, longName + "2", "after"), List.copyOf(files.keySet()));
        for (byte[] content : files.values()) {
            assertArrayEquals(CONTENT, content);
        }
    }

    @Test
    void aFileThatNobodyReadsIsPassedOver() throws IOException {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a", new byte[100_000]);
        two.put("b", CONTENT);
        for (byte[] archive : new byte[][] {Packed.zip(two), Packed.tar(two)}) {
            Meter meter = new Meter(ArchiveLimits.DEFAULT);
            Layers layers = Layers.open(new ByteArrayInputStream(archive), 4096, meter);
            Archive open = Archive.of(layers.packing(), layers.content(), meter);
            assertEquals("a", open.next().name());
            Archive.Entry second = open.next();
            assertEquals("b", second.name());
            assertArrayEquals(CONTENT, second.content().readAllBytes());
            assertNull(open.next());
        }
    }

    /** How many zeros in how many files, under which limits; the key of the refusal. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 2, 1000, 1000, 100, ",
        "3, 1, 2, 1000, 1000, 100, snapshot.archive.tooMany",
        "2, 500, 9, 1000, 1000, 100, ",
        "2, 501, 9, 1000, 1000, 100, snapshot.archive.tooLarge",
        "1, 100000, 9, 1000000, 100000, 100, ",
        "1, 100001, 9, 1000000, 100000, 100, snapshot.archive.ratio",
        "1, 100001, 9, 1000000, 100000, 10000, ",
    })
    void limitsAreKept(int count, int size, int files, long bytes, long free, int ratio, String refusal)
            throws IOException {
        Map<String, byte[]> zeros = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            zeros.put("f" + i, new byte[size]);
        }
        ArchiveLimits limits = new ArchiveLimits(files, bytes, free, ratio);
        byte[] zip = Packed.zip(zeros);
        if (refusal == null) {
            assertEquals(count, files(zip, limits).size());
        } else {
            RefusedException refused = assertThrows(RefusedException.class, () -> files(zip, limits));
            assertEquals(refusal, refused.why().key());
        }
    }

    @Test
    void whatNobodyReadsCountsToo() throws IOException {
        Map<String, byte[]> zeros = new LinkedHashMap<>();
        zeros.put("a", new byte[2000]);
        zeros.put("b", new byte[1]);
        Meter meter = new Meter(new ArchiveLimits(9, 1000, 1000, 100));
        Archive open = Archive.of(Packing.ZIP, new ByteArrayInputStream(Packed.zip(zeros)), meter);
        assertEquals("a", open.next().name());
        assertThrows(RefusedException.class, open::next);
    }

    @Test
    void sizesBeyondEightGigabytesAreRead() throws IOException {
        byte[] block = new byte[512];
        block[124] = (byte) 0x80;
        block[130] = 3;
        block[0] = 'a';
        block[156] = '0';
        int sum = 8 * ' ';
        for (byte b : block) {
            sum += b & 0xff;
        }
        byte[] octal = String.format(java.util.Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(octal, 0, block, 148, octal.length);
        Archive open = Archive.of(Packing.TAR, new ByteArrayInputStream(block), new Meter(ArchiveLimits.DEFAULT));
        Archive.Entry file = open.next();
        assertEquals("a", file.name());
        assertEquals(0, file.content().readAllBytes().length);
        assertEquals("snapshot.archive.cutOff", file.content().damage().key(), "its three terabytes do not follow");
    }

    @Test
    void whatStandsBeforeADamagedHeaderIsRead() throws IOException {
        for (String records : List.of("x", "99 path=a\n", "-1 a=b\n", "12 size=abc\n")) {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            Packed.tarFile(tar, "before", '0', CONTENT);
            Packed.tarFile(tar, "PaxHeaders/x", 'x', records.getBytes(StandardCharsets.UTF_8));
            Packed.tarFile(tar, "after", '0', CONTENT);
            tar.write(new byte[1024]);
            assertOnlyTheFirst(tar.toByteArray(), records);
        }
        byte[] two = Packed.tar(Map.of("before", CONTENT));
        System.arraycopy(two, 0, two, two.length - 1024, 148);
        assertOnlyTheFirst(two, "a header without its checksum");
    }

    @Test
    void textOfAnyLengthIsNoArchive() {
        byte[] text = "A100 80GB, 1g.10gb, 90 %. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {0, 1, 511, 512, 513, text.length}) {
            assertEquals(Packing.NONE, Packing.of(Arrays.copyOf(text, length)), () -> "of " + length + " bytes");
        }
    }

    @Test
    void aHeaderThatNeverEndsIsNotKept() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Packed.tarFile(tar, "before", '0', CONTENT);
        Packed.tarFile(tar, "././@LongLink", 'L', new byte[8 << 20]);
        Packed.tarFile(tar, "after", '0', CONTENT);
        assertOnlyTheFirst(tar.toByteArray(), "a name of eight megabytes");
    }

    private static void assertOnlyTheFirst(byte[] tar, String what) throws IOException {
        Archive open = Archive.of(Packing.TAR, new ByteArrayInputStream(tar), new Meter(ArchiveLimits.DEFAULT));
        Archive.Entry first = open.next();
        assertArrayEquals(CONTENT, first.content().readAllBytes(), what);
        assertNull(open.next(), what);
        assertEquals("snapshot.archive.damaged", open.damage().key(), what);
    }
}
