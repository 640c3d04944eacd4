package io.slicewise.bench;

import com.sun.net.httpserver.HttpServer;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.output.FleetSeries;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.servers.Server;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the queries cost a server, as ratios to {@code avg(metric)} over the same series: processor time of the server
 * itself, the smallest of several rounds in turns, each after a collection of its own; and the bytes that it takes for a
 * query, which are the same on a busy machine. A stub of an exporter writes the series, and every answer must be the figure
 * that the product computes. The bounds are for 10,000 GPUs: of few, what any query costs shows more. A server that is not
 * installed is left out, and said.
 *
 * <p>Why not less: a query of exporters' series that counts each instance once groups them, which alone takes 1.6 times the
 * bytes of the average; the bounds of a reading and its cut to 100 % take another 1.1. The language computes one result of
 * what it reads, so that a sum and a number are two readings (W), and instances without a utilization are seen by their
 * memory, in twice as many series (A). Of what rules record a query reads a few series for each host instead.
 *
 * <p>{@code java … io.slicewise.bench.QueryCost FOLDER prometheus victoria-metrics gpus=10000 rounds=7}
 */
public final class QueryCost {
    private static final String METRIC = Names.DCGM.utilization().getFirst();
    private static final double NEAR = 1e-9;
    /** For the first scrape, also on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<List<String>> LAYOUTS = List.of(
            List.of("1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb"),
            List.of("2g.20gb", "2g.20gb", "3g.40gb"),
            List.of("3g.40gb", "4g.40gb"),
            List.of("7g.80gb"),
            List.of("1g.10gb", "1g.10gb", "2g.20gb", "3g.40gb"),
            List.of("1g.10gb", "2g.20gb", "4g.40gb"));

    /**
     * A query and what it may cost.
     *
     * @param most times the bytes of the plain average on Prometheus
     * @param value what must come out; {@code NaN} where more than one thing does
     */
    private record Entry(String name, String query, double most, double value) {}

    private final int rounds;
    private final Fleet fleet;

    private QueryCost(int gpus, int rounds) {
        this.rounds = rounds;
        this.fleet = fleet(gpus);
    }

    /** @param arguments a folder, the servers' programs, and {@code gpus=} and {@code rounds=} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int gpus = 10_000;
        int rounds = 7;
        List<String> programs = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            switch (parts[0]) {
                case "gpus" -> gpus = Integer.parseInt(parts[1]);
                case "rounds" -> rounds = Integer.parseInt(parts[1]);
                default -> programs.add(arguments[i]);
            }
        }
        QueryCost cost = new QueryCost(gpus, rounds);
        for (String program : programs) {
            if (!isInstalled(program)) {
                System.out.println(program + " is not installed here");
                continue;
            }
            cost.measure(program, Files.createDirectories(Path.of(arguments[0])));
        }
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void measure(String program, Path folder) throws IOException, InterruptedException {
        byte[] page =
                FleetSeries.exposition(FleetSeries.of(fleet, Names.DCGM, false)).getBytes(StandardCharsets.UTF_8);
        Path data = Files.createTempDirectory(folder, program);
        HttpServer exporter = exporter(page);
        String scraped = "global:\n  scrape_interval: 30s\n  scrape_timeout: 30s\nscrape_configs:\n- job_name: gpus\n"
                + "  static_configs:\n  - targets: [\"127.0.0.1:"
                + exporter.getAddress().getPort() + "\"]\n";
        try (Server server = Server.start(program, data, scraped)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (server.query("count(" + METRIC + ")").stream()
                    .noneMatch(count -> count.value() == fleet.instanceCount())) {
                if (System.nanoTime() > end) {
                    throw new IOException(program + " has not read the page within " + PATIENCE);
                }
                Thread.sleep(500);
            }
            Instant now = Instant.now();
            server.configure("scrape_configs: []\n");
            print(program, server, now);
        } finally {
            exporter.stop(0);
        }
    }

    private void print(String program, Server server, Instant now) {
        List<Entry> entries = entries();
        Map<Entry, Duration> least = new LinkedHashMap<>();
        Map<Entry, Double> bytes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Entry entry : entries) {
                server.collect();
                double taken = server.allocated();
                Duration before = server.processor();
                List<Server.Sample> answer = server.query(entry.query(), now);
                least.merge(entry, server.processor().minus(before), (a, b) -> a.compareTo(b) < 0 ? a : b);
                bytes.merge(entry, server.allocated() - taken, Math::min);
                check(entry, answer);
            }
        }
        Entry naive = entries.getFirst();
        System.out.printf(Locale.ROOT, "%n%s, %,d instances%n", program, fleet.instanceCount());
        for (Entry entry : entries) {
            double time =
                    (double) least.get(entry).toMillis() / least.get(naive).toMillis();
            double share = bytes.get(entry) / bytes.get(naive);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %7d ms %6.2f x",
                    entry.name(),
                    least.get(entry).toMillis(),
                    time);
            // not every server tells its bytes at once
            if (share > 0) {
                System.out.printf(
                        Locale.ROOT,
                        " %7.1f MB %6.2f x  (at most %.1f x)%s",
                        bytes.get(entry) / 1e6,
                        share,
                        entry.most(),
                        share > entry.most() ? "  more than that" : "");
            }
            System.out.println();
        }
    }

    private static void check(Entry entry, List<Server.Sample> answer) {
        boolean isRight = Double.isNaN(entry.value())
                ? answer.size() > 1
                : answer.size() == 1 && Math.abs(answer.getFirst().value() - entry.value()) < NEAR;
        if (!isRight) {
            throw new IllegalStateException(entry.name() + ": " + answer.size() + " " + entry.query());
        }
    }

    private List<Entry> entries() {
        Level gpu = Level.gpu(Names.DCGM);
        FigureQueries queries = FigureQueries.of(QueryPlan.of(Hardware.of(fleet, Weights.DEFAULT)));
        FigureQueries any = FigureQueries.of(QueryPlan.of(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT)));
        var all = Figures.of(fleet, Weights.DEFAULT).total();
        double average = all.instanceAverage();
        return List.of(
                new Entry("avg(metric)", "avg(" + METRIC + ")", 1, average),
                new Entry(
                        "each instance once",
                        "avg(max by (UUID, GPU_I_ID, GPU_I_PROFILE, modelName) (" + METRIC + "))",
                        1.7,
                        average),
                entry("S", queries, QueryFigure.INSTANCE_AVERAGE, Level.FLEET, 2.8, average),
                entry("A", queries, QueryFigure.ALLOCATED, Level.FLEET, 4, all.allocatedShare()),
                entry("W", queries, QueryFigure.WEIGHTED_AVERAGE, Level.FLEET, 5, all.weightedAverage()),
                entry("G", queries, QueryFigure.WHOLE_GPU, Level.FLEET, 9, all.wholeGpu()),
                entry("G, any hardware", any, QueryFigure.WHOLE_GPU, Level.FLEET, 12, all.wholeGpu()),
                entry("W by GPU", queries, QueryFigure.WEIGHTED_AVERAGE, gpu, 10, Double.NaN),
                entry("G by GPU", queries, QueryFigure.WHOLE_GPU, gpu, 14, Double.NaN));
    }

    private static Entry entry(
            String name, FigureQueries queries, QueryFigure figure, Level level, double most, double value) {
        return new Entry(name, queries.query(figure, level).line(), most, value);
    }

    private static HttpServer exporter(byte[] page) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            try (var out = exchange.getResponseBody()) {
                out.write(page);
            }
        });
        http.start();
        return http;
    }

    /** GPUs of two models in hosts of eight, each instance with an owner. */
    private static Fleet fleet(int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int g = 0; g < gpus; g++) {
            List<String> layout = LAYOUTS.get(g % LAYOUTS.size());
            String[] instances = new String[layout.size()];
            for (int i = 0; i < instances.length; i++) {
                instances[i] = layout.get(i) + " " + (g * 31 + i * 17) % 101;
            }
            String model = g % 16 < 8 ? "a100-80gb" : "h100-80gb-sxm";
            Gpu gpu = Fleets.gpu("GPU-%08d-aaaa-bbbb-cccc-ddddeeeeffff".formatted(g), model, instances);
            List<Instance> owned = new ArrayList<>();
            for (Instance instance : gpu.instances()) {
                owned.add(instance.withOwner("team-" + g % 20 + "/job-" + g + "-" + instance.id()));
            }
            all.add(new Gpu(gpu.id(), gpu.name(), "node-" + g / 8, gpu.model(), gpu.modelName(), owned));
        }
        return new Fleet(all);
    }
}
