package io.slicewise.promql.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server and the exporters that it scrapes. */
record Lab(Exporter exporter, Server server, int pages) implements AutoCloseable {
    /** Starts a server of a kind and waits until it has scraped every case. */
    static Lab open(String program, Path folder, List<Case> cases) throws IOException, InterruptedException {
        Programs.need(program);
        Exporter exporter = new Exporter();
        cases.forEach(one -> exporter.put(one.name(), 1, one.exposition()));
        Lab lab = new Lab(exporter, Server.start(program, folder, exporter.config()), cases.size());
        try {
            lab.server.awaitGeneration(cases.size(), 1);
            return lab;
        } catch (AssertionError e) {
            lab.close();
            throw e;
        }
    }

    @Override
    public void close() {
        exporter.close();
        server.close();
    }
}
