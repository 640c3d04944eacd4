package io.slicewise.live.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.live.LiveModel;
import io.slicewise.live.LiveReader;
import io.slicewise.live.LiveState;
import io.slicewise.live.LiveThreads;
import io.slicewise.live.Probe;
import io.slicewise.live.ProbeResult;
import io.slicewise.live.RangeReader;
import io.slicewise.live.RangeReading;
import io.slicewise.live.Reading;
import io.slicewise.live.Way;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.Tls;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.http.TestCa;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.work.Cancel;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live source against real servers that scrape an exporter which serves the samples. */
class LiveServersIT {
    private static final List<String> SAMPLES = List.of("snapshot-a100-mig", "snapshot-h100-nvl", "snapshot-mixed");
    private static final String UNUSUAL = "no number, a blank, a little above and no reading";
    private static final Pattern NEEDED =
            Pattern.compile("(?i)dcgm_fi_(prof_gr_engine_(active|util_ratio)|dev_(fb_used|gpu_util|mig_mode))\\{");
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @TempDir
    private Path folder;

    private static String sample(String name) throws Exception {
        return Files.readString(Path.of("samples", name + ".prom"));
    }

    private static Snapshot ofFile(String page) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                ExpositionSnapshot.read("page", in, CATALOGUE, SnapshotOptions.NONE, ReadWatch.NONE)
                        .snapshot());
    }

    /** What real exporters and collectors do to a page. */
    private static Map<String, String> pages(String program) throws Exception {
        Map<String, String> pages = pages();
        if (program.equals("victoria-metrics")) {
            // takes ten seconds to find new series, so that it gets fewer pages; and drops samples that are no number,
            // so that the one before stays
            pages.keySet().retainAll(List.of("snapshot-mixed", "a profile absent", UNUSUAL, "in lower case"));
            pages.replaceAll((name, page) -> page.replace("} NaN\n", "} -1\n"));
        }
        return pages;
    }

    private static Map<String, String> pages() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String name : SAMPLES) {
            pages.put(name, sample(name));
        }
        String a100 = sample("snapshot-a100-mig");
        pages.put(
                "a profile absent",
                a100.lines()
                        .filter(line -> !line.contains("\"3g.40gb\""))
                        .reduce("", (all, line) -> all + line + "\n"));
        pages.put(UNUSUAL, changed(a100));
        pages.put(
                "two pods tell one instance",
                a100
                        + a100.lines()
                                .filter(line -> line.startsWith("DCGM_FI_PROF_GR_ENGINE_ACTIVE{"))
                                .map(line -> line.replaceAll("pod=\"[^\"]*\"", "pod=\"another\"") + "\n")
                                .reduce("", String::concat));
        pages.put(
                "in lower case",
                Pattern.compile("DCGM_[A-Z_]+")
                        .matcher(a100)
                        .replaceAll(name -> name.group().toLowerCase(Locale.ROOT))
                        .replace("UUID=", "uuid=")
                        .replace("GPU_I_PROFILE=", "gpu_i_profile=")
                        .replace("GPU_I_ID=", "gpu_i_id=")
                        .replace("modelName=", "modelname=")
                        .replace("Hostname=", "hostname="));
        pages.put("in percent", ratio(a100, 100));
        pages.put("under the new name", a100.replace("GR_ENGINE_ACTIVE", "GR_ENGINE_UTIL_RATIO"));
        pages.put("after another layout", sample("snapshot-h100-nvl"));
        return pages;
    }

    private static String ratio(String page, double factor) {
        return page.lines()
                .map(line -> {
                    int space = line.lastIndexOf(' ');
                    return line.startsWith("DCGM_FI_PROF_GR_ENGINE_ACTIVE{")
                            ? line.substring(0, space + 1) + factor * Double.parseDouble(line.substring(space + 1))
                            : line;
                })
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** The first readings become no number, a blank, one a little above 1 and none at all; the others stay. */
    private static String changed(String page) {
        StringBuilder changed = new StringBuilder();
        int row = 0;
        for (String line : page.lines().toList()) {
            boolean reading = line.startsWith("DCGM_FI_PROF_GR_ENGINE_ACTIVE{") && line.contains("GPU_I_ID");
            row += reading ? 1 : 0;
            String front = line.substring(0, line.lastIndexOf(' ') + 1);
            if (!reading || row > 4) {
                changed.append(line).append('\n');
            } else if (row < 4) {
                changed.append(front)
                        .append(row == 1 ? "NaN" : row == 2 ? "9223372036854775794" : "1.05")
                        .append('\n');
            }
        }
        return changed.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void bothWaysComeToTheFiguresOfTheFile(String program) throws Exception {
        try (Pages pages = new Pages()) {
            try (RealServer server = RealServer.start(program, folder, pages.config())) {
                Queries queries = server.queries();
                for (Map.Entry<String, String> page : pages(program).entrySet()) {
                    show(server, queries, pages, page.getValue());
                    compare(queries, ofFile(page.getValue()), program + ": " + page.getKey());
                }
                show(server, queries, pages, sample("snapshot-mig-off"));
                ProbeResult off = new Probe(queries).run(new Cancel());
                assertEquals(Kind.NO_MIG, Objects.requireNonNull(off.failure()).kind());
            }
        }
    }

    /** Shows a page and waits until the server has it: VictoriaMetrics finds new series only some seconds later. */
    private static void show(RealServer server, Queries queries, Pages pages, String page) throws Exception {
        server.await(queries, Pages.GENERATION, pages.show(page));
        long rows =
                page.lines().filter(line -> NEEDED.matcher(line).lookingAt()).count();
        server.await(queries, "count(" + Selection.everything() + ")", (double) rows);
    }

    private static void compare(Queries queries, Snapshot file, String name) throws Exception {
        Figures expected = Figures.of(file.fleet(), Weights.DEFAULT);
        LiveReader reader = LiveReader.of(queries, CATALOGUE, SnapshotOptions.NONE);
        Reading.OfSeries series = assertInstanceOf(Reading.OfSeries.class, reader.fetch(new Cancel()));
        Figures raw = Figures.of(series.snapshot().fleet(), Weights.DEFAULT);
        same(expected.total(), raw.total(), name + ", series");
        for (Figures.GpuFigures gpu : expected.gpus()) {
            same(
                    gpu.averages(),
                    raw.gpu(gpu.gpu().id()).orElseThrow().averages(),
                    name + ", " + gpu.gpu().id());
        }
        LiveReader summing = reader.withWay(Way.SUMS);
        SummedReading gpus = sums(summing.withSums(Group.GPU, Weights.DEFAULT));
        same(expected.total(), gpus.total(), name + ", sums");
        assertEquals(expected.gpus().size(), gpus.rows().size(), name);
        for (SummedReading.Row row : gpus.rows()) {
            same(expected.gpu(row.gpu()).orElseThrow().averages(), row.averages(), name + ", sums of " + row.gpu());
        }
        for (SummedReading.Row row :
                sums(summing.withSums(Group.HOST, Weights.DEFAULT)).rows()) {
            Fleet host = new Fleet(file.fleet().gpus().stream()
                    .filter(gpu -> gpu.host().equals(row.host()))
                    .toList());
            same(Figures.of(host, Weights.DEFAULT).total(), row.averages(), name + ", sums of " + row.host());
        }
    }

    private static SummedReading sums(LiveReader reader) throws Exception {
        return assertInstanceOf(Reading.OfSums.class, reader.fetch(new Cancel()))
                .sums();
    }

    private static void same(Averages expected, Averages actual, String name) {
        assertEquals(expected.instances(), actual.instances(), name);
        assertEquals(expected.reported(), actual.reported(), name);
        assertEquals(expected.instanceAverage(), actual.instanceAverage(), 1e-9, name);
        assertEquals(expected.weightedAverage(), actual.weightedAverage(), 1e-9, name);
        assertEquals(expected.wholeGpu(), actual.wholeGpu(), 1e-9, name);
        assertEquals(expected.allocatedShare(), actual.allocatedShare(), 1e-9, name);
        assertEquals(expected.wholeGpuHigh(), actual.wholeGpuHigh(), 1e-9, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void aRangeIsTheSameByBothWays(String program) throws Exception {
        String page = sample("snapshot-mixed");
        try (Pages pages = new Pages()) {
            try (RealServer server = start(program, pages)) {
                Queries queries = server.queries();
                show(server, queries, pages, page);
                Instant to = queries.now(new Cancel());
                server.await(() -> queries.now(new Cancel()).isAfter(to.plusSeconds(9)));
                Grid grid = Grid.of(to, to.plusSeconds(3), Duration.ofSeconds(1));
                LiveReader reader = LiveReader.of(queries, CATALOGUE, SnapshotOptions.NONE);
                RangeReading.OfSeries series = assertInstanceOf(
                        RangeReading.OfSeries.class, RangeReader.of(reader).read(grid, it -> {}, new Cancel()));
                Averages expected =
                        Figures.of(ofFile(page).fleet(), Weights.DEFAULT).total();
                same(
                        expected,
                        Figures.of(series.snapshot().fleet(), Weights.DEFAULT).total(),
                        program);
                assertNotNull(series.snapshot().timeline());
                SummedRange sums = assertInstanceOf(
                                RangeReading.OfSums.class,
                                RangeReader.of(reader.withWay(Way.SUMS)).read(grid, it -> {}, new Cancel()))
                        .sums();
                for (int i = 0; i < grid.count(); i++) {
                    same(expected, sums.total(i).averages(), program + " " + grid.at(i));
                }
            }
        }
    }

    private RealServer start(String program, Pages pages) throws Exception {
        // VictoriaMetrics keeps the last half minute of a range back otherwise
        return program.equals("prometheus")
                ? RealServer.start(program, folder, pages.config())
                : RealServer.start(program, folder, pages.config(), "-search.latencyOffset=1ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void theLiveViewSurvivesThatTheServerIsKilled(String program) throws Exception {
        BlockingQueue<LiveState> states = new LinkedBlockingQueue<>();
        try (Pages pages = new Pages();
                ExecutorService owner = Executors.newSingleThreadExecutor();
                LiveThreads threads = LiveThreads.of(owner)) {
            String page = sample("snapshot-a100-mig");
            try (RealServer server = RealServer.start(program, folder, pages.config())) {
                Queries queries = server.queries();
                show(server, queries, pages, page);
                LiveReader reader = LiveReader.of(queries, CATALOGUE, SnapshotOptions.NONE);
                LiveModel model =
                        new LiveModel(reader, LiveModel.SHORTEST, threads.surroundings(), Math::random, states::add);
                owner.execute(model::start);
                Reading before = next(states, LiveState.Fresh.class::isInstance).reading();
                server.kill();
                LiveState gone = next(states, LiveState.Stale.class::isInstance);
                assertEquals(before, gone.reading(), "the last answer stays");
                assertTrue(((LiveState.Stale) gone).why().kind().passes());
                server.restart();
                Reading after = next(states, LiveState.Fresh.class::isInstance).reading();
                Figures figures = Figures.of(
                        assertInstanceOf(Reading.OfSeries.class, after)
                                .snapshot()
                                .fleet(),
                        Weights.DEFAULT);
                same(Figures.of(ofFile(page).fleet(), Weights.DEFAULT).total(), figures.total(), program);
                owner.execute(model::stop);
            }
        }
    }

    private static LiveState next(BlockingQueue<LiveState> states, Predicate<LiveState> wanted) throws Exception {
        while (true) {
            LiveState state = states.poll(60, TimeUnit.SECONDS);
            assertNotNull(state, "no such state came within a minute");
            if (wanted.test(state)) {
                return state;
            }
        }
    }

    @Test
    void prometheusWithTlsAndClientCertificates() throws Exception {
        TestCa ca = new TestCa(folder);
        Path own = ca.pem(ca.certificate("server", "ip:127.0.0.1"), "server.pem");
        Path client = ca.pem(ca.certificate("client", "dns:client.example"), "client.pem");
        Path config = Files.writeString(folder.resolve("web.yml"), """
            tls_server_config:
              cert_file: %1$s
              key_file: %1$s
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: %2$s
            """.formatted(own, ca.pem()));
        try (Pages pages = new Pages();
                RealServer server =
                        RealServer.start("prometheus", folder, pages.config(), "--web.config.file=" + config)) {
            Connection connection = server.connection();
            Connection trusting = connection.withTls(new Tls(ca.pem(), null, null));
            server.await(() -> kind(trusting, Credentials.NONE) != Kind.REFUSED);
            assertEquals(Kind.UNTRUSTED, kind(connection, Credentials.NONE));
            assertEquals(Kind.CLIENT_CERTIFICATE, kind(trusting, Credentials.NONE));
            assertEquals(Kind.NO_DCGM, kind(connection.withTls(new Tls(ca.pem(), client, null)), Credentials.NONE));
            Connection bare =
                    connection.withBase(URI.create(connection.base().toString().replace("https", "http")));
            assertEquals(Kind.OTHER_SCHEME, kind(bare, Credentials.NONE));
        }
    }

    @Test
    void victoriaMetricsWithAPassword() throws Exception {
        try (Pages pages = new Pages()) {
            try (RealServer server = RealServer.start(
                    "victoria-metrics",
                    folder,
                    pages.config(),
                    "-httpAuth.username=kim",
                    "-httpAuth.password=s3cret")) {
                Connection basic = server.connection().withAccess(new Access.Basic("kim"));
                Credentials right = Credentials.of(Secret.of("s3cret"));
                try (ApiClient client = ApiClient.of(basic, right, InstantSource.system())) {
                    show(server, new Queries(client), pages, sample("snapshot-a100-mig"));
                    ProbeResult fine = new Probe(new Queries(client)).run(new Cancel());
                    assertNull(fine.failure());
                    assertEquals("VictoriaMetrics", fine.server().shown());
                    assertEquals(8, fine.instances());
                }
                assertEquals(Kind.UNAUTHORIZED, kind(server.connection(), Credentials.NONE));
                assertEquals(Kind.UNAUTHORIZED, kind(basic, Credentials.of(Secret.of("wrong"))));
            }
        }
    }

    private static Kind kind(Connection connection, Credentials credentials) throws LiveException {
        try (ApiClient client = ApiClient.of(connection, credentials, InstantSource.system())) {
            ProbeResult result = new Probe(new Queries(client)).run(new Cancel());
            assertFalse(result.isFine());
            return Objects.requireNonNull(result.failure()).kind();
        }
    }
}
