package io.slicewise.promql.servers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the exporters of many clusters: each case has a page that a server scrapes. */
final class Exporter implements AutoCloseable {
    /** Tells which version of a page a server has seen. */
    static final String GENERATION = "slicewise_test_generation";

    private final HttpServer http;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    Exporter() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            byte[] body = pages.getOrDefault(exchange.getRequestURI().getPath().substring(1), "")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        http.start();
    }

    void put(String name, int generation, String exposition) {
        pages.put(name, exposition + GENERATION + " " + generation + "\n");
    }

    /** Scrapes every page each second; its case is a label of all of its series. */
    String config() {
        StringBuilder config =
                new StringBuilder("global:\n  scrape_interval: 1s\n  scrape_timeout: 1s\nscrape_configs:\n");
        for (String name : new TreeMap<>(pages).keySet()) {
            config.append("- job_name: \"")
                    .append(name)
                    .append("\"\n")
                    .append("  honor_labels: true\n  honor_timestamps: false\n  metrics_path: /")
                    .append(name)
                    .append("\n  static_configs:\n  - targets: [\"127.0.0.1:")
                    .append(http.getAddress().getPort())
                    .append("\"]\n");
        }
        return config.toString();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
