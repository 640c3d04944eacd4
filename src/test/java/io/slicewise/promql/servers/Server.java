package io.slicewise.promql.servers;

import io.slicewise.json.JsonDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real server that scrapes an exporter, on a loopback address, for as long as a test runs. */
public final class Server implements AutoCloseable {
    private static final int SECONDS = 60;

    private final String name;
    private final Process process;
    private final URI address;
    private final Path file;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    /** A value with its labels. */
    public record Sample(Map<String, String> labels, double value) {}

    private Server(String name, Process process, URI address, Path file, Path log) {
        this.name = name;
        this.process = process;
        this.address = address;
        this.file = file;
        this.log = log;
    }

    /** A server of a kind: {@code prometheus} or {@code victoria-metrics}; skips the test where it is not installed. */
    public static Server start(String name, Path folder, String config) throws IOException, InterruptedException {
        String program = Programs.need(name).toString();
        int port = freePort();
        Path file = Files.writeString(folder.resolve(name + ".yml"), config);
        String listen = "127.0.0.1:" + port;
        List<String> command = name.equals("prometheus")
                ? List.of(
                        program,
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve(name),
                        "--web.listen-address=" + listen,
                        "--log.level=warn")
                : List.of(
                        program,
                        "-promscrape.config=" + file,
                        "-storageDataPath=" + folder.resolve(name),
                        "-httpListenAddr=" + listen,
                        "-search.latencyOffset=1ms",
                        "-memory.allowedPercent=5",
                        "-loggerLevel=WARN");
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Server(name, process, URI.create("http://" + listen), file, log);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Waits until the server has seen every page at least at this generation. */
    void awaitGeneration(int pages, int generation) throws InterruptedException {
        await(() -> query("count(" + Exporter.GENERATION + " >= " + generation + ")").stream()
                .anyMatch(sample -> sample.value() == pages));
    }

    /** Waits until something is so, for a minute at most. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(name + " did not come so far:\n" + said());
            }
            Thread.sleep(100);
        }
    }

    /** An instant vector as of now; none while the server does not answer. A query that it refuses fails the test. */
    public List<Sample> query(String query) {
        return query(query, "");
    }

    /** An instant vector of a moment. */
    public List<Sample> query(String query, Instant at) {
        return query(query, "&time=" + at.getEpochSecond());
    }

    private List<Sample> query(String query, String more) {
        JsonNode answer = get("/api/v1/query?query=" + encoded(query) + more);
        List<Sample> samples = new ArrayList<>();
        if (answer == null) {
            return samples;
        }
        if (!answer.path("status").asString("").equals("success")) {
            throw new AssertionError(name + " refuses " + query + "\n" + answer);
        }
        for (JsonNode one : answer.path("data").path("result")) {
            Map<String, String> labels = new TreeMap<>();
            JsonNode metric = one.path("metric");
            metric.propertyNames()
                    .forEach(label -> labels.put(label, metric.path(label).asString("")));
            labels.remove("__name__");
            String value = one.path("value").path(1).asString("NaN");
            samples.add(
                    new Sample(labels, value.contains("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value)));
        }
        return samples;
    }

    /** Goes on with another configuration: with none it scrapes no more. */
    public void configure(String config) throws IOException, InterruptedException {
        Files.writeString(file, config);
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** How long it has had a processor. */
    public Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Makes it give back what earlier queries left, so that the next one does not pay for them. */
    public void collect() {
        send("/debug/pprof/heap?gc=1", HttpResponse.BodyHandlers.discarding());
    }

    /** How many bytes it has taken since its start: hardly different from run to run, also on a machine that others use. */
    public double allocated() {
        HttpResponse<String> answer = send("/metrics", HttpResponse.BodyHandlers.ofString());
        return answer == null
                ? Double.NaN
                : answer.body()
                        .lines()
                        .filter(line -> line.startsWith("go_memstats_alloc_bytes_total "))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .findFirst()
                        .orElse(Double.NaN);
    }

    /** The query as the server's own parser prints it. */
    String formatted(String query) {
        JsonNode answer = get("/api/v1/format_query?query=" + encoded(query));
        if (answer == null || !answer.path("status").asString("").equals("success")) {
            throw new AssertionError(name + " refuses " + query + "\n" + answer);
        }
        return answer.path("data").asString("");
    }

    /** Why the server's own parser refuses a query; empty where it takes it. */
    String refusal(String query) {
        JsonNode answer = get("/api/v1/format_query?query=" + encoded(query));
        if (answer == null) {
            throw new AssertionError(name + " does not answer\n" + said());
        }
        boolean isTaken = answer.path("status").asString("").equals("success");
        return isTaken ? "" : answer.path("error").asString("refused");
    }

    private @Nullable JsonNode get(String path) {
        HttpResponse<String> response = send(path, HttpResponse.BodyHandlers.ofString());
        return response == null || response.statusCode() == 503
                ? null
                : JsonDocument.mapper().readTree(response.body());
    }

    private <T> @Nullable HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(SECONDS))
                    .build();
            return http.send(request, body);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
