package io.slicewise.live.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.work.Cancel;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Prometheus or VictoriaMetrics on a loopback address, with a folder of its own; can be killed and started again. */
final class RealServer implements AutoCloseable {
    private static final int SECONDS = 60;

    private final String program;
    private final List<String> command;
    private final Path log;
    private final URI base;
    private Process process;

    private RealServer(String program, List<String> command, Path log, URI base) throws IOException {
        this.program = program;
        this.command = command;
        this.log = log;
        this.base = base;
        process = started();
    }

    /** Starts one; skips the test, and says so, where the program is not installed. */
    static RealServer start(String program, Path folder, String config, String... more) throws IOException {
        Optional<Path> file = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(file.isPresent(), () -> program + " is not installed here; this proof is skipped");
        Path own = Files.createDirectories(folder.resolve(program));
        Path scrapes = Files.writeString(own.resolve("scrape.yml"), config);
        String address = "127.0.0.1:" + freePort();
        List<String> command = new ArrayList<>(List.of(file.orElseThrow().toString()));
        command.addAll(
                program.equals("prometheus")
                        ? List.of(
                                "--config.file=" + scrapes,
                                "--storage.tsdb.path=" + own.resolve("data"),
                                "--web.listen-address=" + address,
                                "--log.level=warn")
                        : List.of(
                                "-promscrape.config=" + scrapes,
                                "-storageDataPath=" + own.resolve("data"),
                                "-httpListenAddr=" + address,
                                "-memory.allowedPercent=5",
                                "-loggerLevel=WARN"));
        command.addAll(List.of(more));
        boolean tls = Arrays.stream(more).anyMatch(argument -> argument.contains("web.config"));
        return new RealServer(
                program, command, own.resolve("log"), URI.create((tls ? "https://" : "http://") + address));
    }

    private Process started() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    Connection connection() {
        return Connection.to(base).withTimeout(Duration.ofSeconds(10));
    }

    Queries queries() throws LiveException {
        return new Queries(ApiClient.of(connection(), Credentials.NONE, InstantSource.system()));
    }

    /** A condition that can fail as long as the server is not up. */
    interface Condition {
        boolean holds() throws LiveException;
    }

    /** Waits until a query has this number. */
    void await(Queries queries, String query, double number) throws InterruptedException {
        await(() -> queries.table(query, null, new Cancel()).onlyOrZero() == number);
    }

    void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(program + " did not come so far: " + said());
            }
            Thread.sleep(100);
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (LiveException e) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends it as a power failure does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = started();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        // what it leaves is in a folder that is deleted after it; nobody interrupts a test
        process.onExit().join();
    }
}
