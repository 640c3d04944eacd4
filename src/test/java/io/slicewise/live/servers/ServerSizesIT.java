package io.slicewise.live.servers;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.live.LiveReader;
import io.slicewise.live.RangeReader;
import io.slicewise.live.RangeReading;
import io.slicewise.live.Way;
import io.slicewise.live.query.Queries;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.AskedRange;
import io.slicewise.live.sums.AskedReplay;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.live.sums.SizeAsking;
import io.slicewise.live.sums.Summing;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Profile;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.ReplayLayout.Wanted;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.promql.servers.Programs;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right sizes that a real server works out are those that are worked out of its samples. */
class ServerSizesIT {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int STEPS = 2 * 24 * 6 + 1;
    private static final String CONFIG = "global:\n  scrape_interval: 1m\n";

    /** In ranges that are read the last reading before a silence holds a quarter of a step longer: slice-hours of a 1g. */
    private static final double LAST_HOLDS = STEP.toMinutes() / 60.0 / 4;

    @TempDir
    private Path folder;

    private record Made(String gpu, int id, String profile, double low, double high, int mib, int first, int last) {
        Made(String gpu, int id, String profile, double low, double high, int mib) {
            this(gpu, id, profile, low, high, mib, 0, STEPS);
        }
    }

    private static final List<Made> FLEET = List.of(
            new Made("a", 1, "4g.40gb", 0.05, 0.15, 5_000),
            new Made("a", 2, "2g.20gb", 0.6, 0.9, 12_000),
            new Made("a", 3, "1g.10gb", 0.1, 0.4, 0),
            new Made("b", 1, "3g.40gb", 0.3, 0.34, 9_000),
            new Made("b", 2, "3g.40gb", 0.2, 0.7, 0),
            new Made("c", 1, "7g.80gb", 0.1, 0.25, 20_000),
            // falls silent and is still there
            new Made("d", 1, "2g.20gb", 0.3, 0.6, 0),
            new Made("d", 2, "1g.10gb", 0.2, 0.5, 0, 0, 150),
            // gives way to what comes in its place
            new Made("e", 1, "7g.80gb", 0.2, 0.4, 0, 0, 140),
            new Made("e", 2, "4g.40gb", 0.5, 0.8, 0, 150, STEPS));

    /** What an exporter would have told over two days, as OpenMetrics. */
    private static String recorded(Instant from) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder engine = new StringBuilder("# TYPE DCGM_FI_PROF_GR_ENGINE_ACTIVE gauge\n");
        StringBuilder memory = new StringBuilder("# TYPE DCGM_FI_DEV_FB_USED gauge\n");
        for (Made one : FLEET) {
            String labels =
                    "{gpu=\"0\",UUID=\"GPU-" + one.gpu() + "\",modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\""
                            + one.profile() + "\",GPU_I_ID=\"" + one.id() + "\",Hostname=\"node-1\"} ";
            for (int i = one.first(); i < one.last(); i++) {
                long at = from.plus(STEP.multipliedBy(i)).getEpochSecond();
                engine.append("DCGM_FI_PROF_GR_ENGINE_ACTIVE")
                        .append(labels)
                        .append(random.nextDouble(one.low(), one.high()))
                        .append(' ')
                        .append(at)
                        .append('\n');
                if (one.mib() > 0) {
                    memory.append("DCGM_FI_DEV_FB_USED")
                            .append(labels)
                            .append(one.mib() - random.nextInt(1000))
                            .append(' ')
                            .append(at)
                            .append('\n');
                }
            }
        }
        return engine.append(memory).append("# EOF\n").toString();
    }

    private RealServer started(String program, String page) throws Exception {
        if (program.equals("victoria-metrics")) {
            RealServer server = RealServer.start(program, folder, CONFIG, "-search.latencyOffset=1ms");
            Queries queries = server.queries();
            server.await(() -> queries.now(new Cancel()).isAfter(Instant.EPOCH));
            // in milliseconds there
            String millis = page.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line + "000\n")
                    .reduce("", String::concat);
            URI to = server.connection().base().resolve("/api/v1/import/prometheus");
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(
                        HttpRequest.newBuilder(to)
                                .POST(HttpRequest.BodyPublishers.ofString(millis))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            return server;
        }
        Path data = Files.createDirectories(folder.resolve(program).resolve("data"));
        Path file = Files.writeString(folder.resolve("page.om"), page);
        String promtool = Programs.need("promtool").toString();
        new ProcessBuilder(promtool, "tsdb", "create-blocks-from", "openmetrics", file.toString(), data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("promtool.log").toFile())
                .start()
                .waitFor();
        return RealServer.start(program, folder, CONFIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void theServerSaysTheSameAsItsSamples(String program) throws Exception {
        long step = STEP.toMillis();
        Instant to = Instant.ofEpochMilli(
                (Instant.now().toEpochMilli() - Duration.ofHours(3).toMillis()) / step * step);
        Instant from = to.minus(STEP.multipliedBy(STEPS - 1));
        try (RealServer server = started(program, recorded(from))) {
            Queries queries = server.queries();
            server.await(() -> queries.count("DCGM_FI_DEV_FB_USED", to, new Cancel()) == 4);
            Grid grid = Grid.of(from, to, STEP);
            LiveReader reader =
                    LiveReader.of(queries, CATALOGUE, SnapshotOptions.NONE).withWay(Way.SERIES);
            RangeReading.OfSeries series = assertInstanceOf(
                    RangeReading.OfSeries.class, RangeReader.of(reader).read(grid, it -> {}, new Cancel()));
            Timeline timeline = Objects.requireNonNull(series.snapshot().timeline());
            Outlook loaded = Outlook.of(timeline);
            AskedSizes asked = new SizeAsking(Summing.of(queries, CATALOGUE, SnapshotOptions.NONE, Weights.DEFAULT))
                    .over(grid, SizeRules.USUAL, new Cancel());

            assertThat(loaded.sizes().stream()
                            .map(one -> one.answer().verdict())
                            .distinct())
                    .contains(Verdict.TOO_LARGE, Verdict.TOO_SMALL, Verdict.NO_ANSWER);
            sameSizes(loaded.sizes(), asked.sizes());
            assertThat(asked.numbers()).isLessThan(20L * FLEET.size());
            AskedRange range = asked.range();
            AskedReplay proposed = range.replay(Outlook.layout(range.instances(), asked.sizes()), new Cancel());
            sameReplay(loaded.proposed(timeline), proposed, timeline);
            // silent instances and a newcomer: means do not tell the figures of the fleet
            assertThat(proposed.before()).isNull();
            sameReplay(
                    Replay.of(timeline, byHand(timeline)),
                    range.replay(byHand(range.instances()), new Cancel()),
                    timeline);
        }
    }

    private static void sameSizes(List<SizedInstance> loaded, List<SizedInstance> asked) {
        Map<InstanceRef, SizedInstance> byRef = new HashMap<>();
        asked.forEach(one -> byRef.put(one.ref(), one));
        assertThat(byRef).hasSize(loaded.size());
        for (SizedInstance one : loaded) {
            SizedInstance other = Objects.requireNonNull(byRef.get(one.ref()));
            assertThat(other.answer().verdict()).isEqualTo(one.answer().verdict());
            assertThat(other.answer().reason()).isEqualTo(one.answer().reason());
            assertThat(other.answer().smallest()).isEqualTo(one.answer().smallest());
            assertThat(other.use().millis()).isEqualTo(one.use().millis());
            Stream.of(
                            new double[] {other.answer().slices(), one.answer().slices()},
                            new double[] {other.answer().gib(), one.answer().gib()},
                            new double[] {other.use().highest(), one.use().highest()},
                            new double[] {other.use().nearLow(), one.use().nearLow()})
                    .forEach(pair -> {
                        assertThat(Double.isNaN(pair[0])).isEqualTo(Double.isNaN(pair[1]));
                        if (!Double.isNaN(pair[0])) {
                            assertThat(pair[0]).isCloseTo(pair[1], within(1e-9));
                        }
                    });
        }
    }

    private static boolean isSilent(InstanceRef ref) {
        return FLEET.stream()
                .anyMatch(one -> ref.gpu().endsWith(one.gpu())
                        && ref.instance().equals(String.valueOf(one.id()))
                        && one.last() < STEPS);
    }

    /** GPU b's two put together, a's 4g split up, the 7g as a 2g, and what fell silent together with what is beside it. */
    private static ReplayLayout byHand(Timeline timeline) {
        Map<String, List<Profile>> sizes = Map.of(
                "b1",
                List.of(profile("4g.40gb")),
                "a1",
                nCopies(4, profile("1g.10gb")),
                "c1",
                List.of(profile("2g.20gb")));
        Map<String, InstanceTrack> tracks = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                if (track.existsAt(timeline.end() - 1)) {
                    String id = gpu.gpu().id();
                    tracks.put(id.charAt(id.length() - 1) + track.ref().instance(), track);
                }
            }
        }
        InstanceTrack joined = Objects.requireNonNull(tracks.remove("b2"));
        InstanceTrack silent = Objects.requireNonNull(tracks.remove("d2"));
        tracks.forEach((name, track) -> wanted.add(new Wanted(
                name.equals("b1")
                        ? List.of(track, joined)
                        : name.equals("d1") ? List.of(track, silent) : List.of(track),
                sizes.getOrDefault(
                        name,
                        List.of(
                                name.equals("d1")
                                        ? profile("3g.40gb")
                                        : track.instance().profile())))));
        return ReplayLayout.packed(timeline, wanted);
    }

    private static Profile profile(String name) {
        return CATALOGUE.byId("a100-80gb").orElseThrow().profile(name).orElseThrow();
    }

    private static void sameReplay(Replay loaded, AskedReplay asked, Timeline timeline) {
        assertThat(asked.lostShare()).isCloseTo(loaded.lostShare(), within(1e-3));
        assertThat(asked.gpus()).isEqualTo(timeline.gpus().size());
        assertThat(asked.gpusNeeded()).isEqualTo(loaded.after().gpus().size());
        Map<InstanceRef, Replayed> groups = new HashMap<>();
        loaded.groups()
                .forEach(group -> groups.put(group.group().from().getFirst().ref(), group));
        for (Replayed row : asked.groups()) {
            Replayed group = Objects.requireNonNull(
                    groups.get(row.group().from().getFirst().ref()));
            boolean silent = row.group().from().stream().anyMatch(track -> isSilent(track.ref()));
            // a joined sum ends with the first of its readings that does: a quarter of a step of a 3g at most
            double more = silent ? row.group().slicesBefore() * LAST_HOLDS : 1e-6;
            assertThat(row.fullShare()).isCloseTo(group.fullShare(), within(silent ? 2e-3 : 1e-9));
            assertThat(row.demand()).isCloseTo(group.demand(), within(more));
            assertThat(row.lost()).isCloseTo(group.lost(), within(more));
            assertThat(row.memory()).isEqualTo(group.memory());
        }
    }
}
