package io.slicewise.live.servers;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Said;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** An exporter whose page a test changes. */
final class Pages implements AutoCloseable {
    /** Tells which page a server has seen. */
    static final String GENERATION = "slicewise_test_page";

    private final AtomicReference<String> page = new AtomicReference<>("");
    private final Stub stub;
    private int generation;

    Pages() throws IOException {
        stub = Stub.http(asked -> Said.of(200, "text/plain; version=0.0.4", page.get()));
    }

    /** Shows another page from now on; its number. */
    int show(String exposition) {
        generation++;
        page.set(exposition + (exposition.endsWith("\n") ? "" : "\n") + GENERATION + " " + generation + "\n");
        return generation;
    }

    /** Scrapes the page every two seconds, with as much patience as a machine with much else to do needs. */
    String config() {
        return """
                global:
                  scrape_interval: 2s
                  scrape_timeout: 2s
                scrape_configs:
                - job_name: gpus
                  honor_labels: true
                  honor_timestamps: false
                  metrics_path: /metrics
                  static_configs:
                  - targets: ["%s"]
                """.formatted(stub.base().getAuthority());
    }

    @Override
    public void close() {
        stub.close();
    }
}
