package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.archive.Packed;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed opens as what it is, and the files of an archive are one snapshot. */
class ArchivesTest {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Path FIXTURES = Path.of("src", "test", "resources", "io", "slicewise", "snapshot");

    private static byte[] row(String gpu, String uuid, String profile, String id, String value) {
        return utf8("DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"" + gpu + "\",UUID=\"" + uuid
                + "\",modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\"" + profile + "\",GPU_I_ID=\"" + id + "\"} "
                + value + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Snapshot snapshot(byte[] file) {
        Opened opened = OPENER.open("x", file);
        return assertInstanceOf(SnapshotOpened.class, opened, () -> said(opened).toString())
                .snapshot();
    }

    private static List<String> said(Opened opened) {
        return opened.problems().stream()
                .map(problem ->
                        problem.where() + " = " + Messages.in(Language.ENGLISH).say(problem.message()))
                .toList();
    }

    private static Averages figures(Snapshot snapshot) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
    }

    private static Map<String, byte[]> files(Object... namesAndBytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            files.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
        }
        return files;
    }

    private static List<Sample> samples() {
        return SampleLibrary.builtIn().all();
    }

    /** What was read, in values. */
    private static Object told(Opened opened) {
        return switch (opened) {
            case SnapshotOpened export ->
                List.of(
                        export.fleet(),
                        export.snapshot().wholeGpus(),
                        export.snapshot().counts(),
                        export.snapshot().timeline() == null,
                        export.problems());
            case ScenarioOpened scenario -> scenario.content();
            case Opened.NotOpened none -> none;
        };
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsCompressedOpensAsWhatItIs(Sample sample) {
        byte[] bytes = SampleLibrary.bytes(sample);
        Opened plain = OPENER.open("x", bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (byte[] same : List.of(
                Packed.gzip(bytes),
                Packed.gzip(Packed.gzip(bytes)),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE),
                utf8(text.replace("\r\n", "\n").replace("\n", "\r\n")))) {
            assertEquals(told(plain), told(OPENER.open("x", same)));
        }
        assertTrue(plain instanceof ScenarioOpened || plain instanceof SnapshotOpened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz", "zip.gz"})
    void scrapesOfTwoHostsAreOneFleet(String packing) throws IOException {
        byte[] a = Files.readAllBytes(FIXTURES.resolve("plain.prom"));
        byte[] b = Files.readAllBytes(FIXTURES.resolve("prometheus/vector.json"));
        byte[] c = Packed.gzip(Files.readAllBytes(FIXTURES.resolve("dcgm/metrics.json")));
        Map<String, byte[]> files = files("hosts/a.prom", a, "hosts/b.json", b, "hosts/c.gz", c);
        Snapshot snapshot = snapshot(
                switch (packing) {
                    case "zip" -> Packed.zip(files);
                    case "tar" -> Packed.tar(files);
                    case "tar.gz" -> Packed.gzip(Packed.tar(files));
                    default -> Packed.gzip(Packed.zip(files));
                });
        // b and c are the same GPU: its reading counts once
        assertEquals(2, snapshot.fleet().gpus().size());
        assertEquals(8, figures(snapshot).reported());
        assertEquals(0.75, figures(snapshot).instanceAverage(), 1e-15);
        assertEquals(1, snapshot.wholeGpus().size());
        assertEquals("x", snapshot.source());
    }

    @Test
    void aFileForEachMetricIsOneSnapshot() {
        byte[] utilization = row("0", "GPU-a", "", "1", "0.5");
        byte[] memory =
                utf8("DCGM_FI_DEV_FB_USED{gpu=\"0\",UUID=\"GPU-a\",GPU_I_ID=\"1\",GPU_I_PROFILE=\"3g.40gb\"} 7\n");
        Snapshot snapshot = snapshot(Packed.zip(files("memory.prom", memory, "utilization.prom", utilization)));
        assertEquals(0.5, figures(snapshot).instanceAverage());
        assertEquals(3.0 / 7, figures(snapshot).allocatedShare());
    }

    @Test
    void ofSeveralScrapesOfOneHostTheLastCounts() {
        Snapshot snapshot = snapshot(Packed.zip(files(
                "1400.prom", row("0", "GPU-a", "1g.10gb", "1", "0.5"),
                "1401.prom", row("0", "GPU-a", "1g.10gb", "1", "0.25"))));
        assertEquals(0.25, figures(snapshot).instanceAverage());
        List<String> said = said(new SnapshotOpened(snapshot));
        assertTrue(
                said.contains("x!1401.prom:1 = 1 instance has readings of several times; the newest counts, without"
                        + " timestamps the last in the file: instance 1 of GPU 0."),
                said::toString);
    }

    @Test
    void gpusWithoutUuidAndHostAreOthersInEachFile() {
        Snapshot snapshot = snapshot(Packed.zip(
                files("a.prom", row("0", "", "1g.10gb", "1", "0.5"), "b.prom", row("0", "", "1g.10gb", "1", "0.25"))));
        assertEquals(
                List.of("x!a.prom", "x!b.prom"),
                snapshot.fleet().gpus().stream().map(Gpu::host).toList());
        assertEquals(0.375, figures(snapshot).instanceAverage());
    }

    @Test
    void whatIsNoExportIsLeftOutAndNamed() {
        byte[] good = row("0", "GPU-a", "1g.10gb", "1", "0.5");
        Snapshot snapshot = snapshot(Packed.tar(files(
                "README", utf8("Some words.\n"),
                "__MACOSX/._a.prom", utf8("not for us"),
                ".DS_Store", utf8("not for us"),
                "empty.prom", new byte[0],
                "scenario.json", utf8("{\"formatVersion\":1}"),
                "no-gpu.prom", utf8("# TYPE up gauge\nup 1\n"),
                "a.prom", good)));
        assertEquals(0.5, figures(snapshot).instanceAverage());
        List<String> said = said(new SnapshotOpened(snapshot));
        assertEquals(
                List.of(
                        "x!README = Not exported by monitoring; left out.",
                        "x!scenario.json = Not exported by monitoring; left out.",
                        "x!no-gpu.prom = There is no metric of DCGM, but another one: up. Expected"
                                + " DCGM_FI_PROF_GR_ENGINE_ACTIVE with the labels UUID, GPU_I_PROFILE and GPU_I_ID."),
                said.subList(0, 3));
    }

    @Test
    void remarksAboutManyFilesAreCounted() {
        Map<String, byte[]> files = files("a.prom", row("0", "GPU-a", "1g.10gb", "1", "0.5"));
        for (int i = 0; i < 100; i++) {
            files.put("notes-" + i, utf8("Some words.\n"));
        }
        List<String> said = said(new SnapshotOpened(snapshot(Packed.zip(files))));
        assertTrue(said.size() < 70, said::toString);
        assertTrue(said.contains("x = 40 further remarks about single files, not listed."), said::toString);
    }

    @Test
    void namesThatWouldControlATerminalAreMadeHarmless() {
        byte[] bad = utf8("# TYPE up gauge\nup 1\n");
        Opened opened = OPENER.open("x", Packed.zip(files("../\u001b[31m\r\nred.prom", bad)));
        assertTrue(said(opened).getFirst().startsWith("x!../\uFFFD[31m  red.prom = "), () -> said(opened) + "");
    }

    @Test
    void membersOfGzipThatFollowEachOtherAreAllRead() throws IOException {
        byte[] a = Packed.gzip(row("0", "GPU-a", "1g.10gb", "1", "0.5"));
        byte[] b = Packed.gzip(row("1", "GPU-b", "1g.10gb", "1", "0.25"));
        byte[] both = new byte[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        // a pipe that never knows whether more will come, and gives one member at a time
        InputStream pipe = new FilterInputStream(new ByteArrayInputStream(both)) {
            private int given;

            @Override
            public int available() {
                return 0;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int n = super.read(into, from, given < a.length ? Math.min(length, a.length - given) : length);
                given += Math.max(0, n);
                return n;
            }
        };
        SnapshotOpened opened = assertInstanceOf(SnapshotOpened.class, OPENER.open("x", pipe));
        assertEquals(2, opened.fleet().gpus().size());
    }

    @Test
    void zstandardOpensAsWhatItIs() throws IOException {
        byte[] row = row("0", "GPU-1", "1g.10gb", "7", "0.5");
        byte[] packed = Zstd.compress(row);
        SnapshotOpened opened = assertInstanceOf(SnapshotOpened.class, OPENER.open("x.zst", packed));
        assertEquals(1, opened.fleet().instanceCount());
        // two frames one after the other, as two files that were put together
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(packed);
        twice.write(Zstd.compress(row("0", "GPU-1", "1g.10gb", "8", "0.5")));
        opened = assertInstanceOf(SnapshotOpened.class, OPENER.open("x.zst", twice.toByteArray()));
        assertEquals(2, opened.fleet().instanceCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x50, 0x5a, 0x5f})
    void zstandardWithRemarksBeforeItIsRead(int kind) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) kind, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 'n', 'o', 't', 'e'});
        file.write(Zstd.compress(row("0", "GPU-1", "1g.10gb", "7", "0.5")));
        assertEquals(1, snapshot(file.toByteArray()).fleet().instanceCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"})
    void whatStandsBehindGzipCostsNothing(String behind) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(Packed.gzip(row("0", "GPU-1", "1g.10gb", "7", "0.5")));
        file.write(utf8(behind));
        assertEquals(1, snapshot(file.toByteArray()).fleet().instanceCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"})
    void textsOfTwoAndFourBytesACharacterAreRead(String charset) {
        String row = new String(row("0", "GPU-1", "1g.10gb", "7", "0.5"), StandardCharsets.UTF_8);
        assertEquals(
                1,
                snapshot(("\uFEFF" + row).getBytes(Charset.forName(charset)))
                        .fleet()
                        .instanceCount());
    }

    @Test
    void damagedZstandardIsTold() {
        byte[] packed = Zstd.compress(new byte[1 << 20]);
        Opened cut = OPENER.open("x.zst", Arrays.copyOf(packed, 6));
        assertEquals(
                "snapshot.archive.cutOff", cut.problems().getFirst().message().key());
        byte[] bad = packed.clone();
        Arrays.fill(bad, 6, bad.length, (byte) 0xff);
        Opened damaged = OPENER.open("x.zst", bad);
        assertEquals(
                "snapshot.archive.damaged",
                damaged.problems().getFirst().message().key());
    }
}
