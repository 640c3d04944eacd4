package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real servers scrape what exporters write, evaluate the generated queries, and come to the product's own figures. */
class QueriesIT {
    private static final Path TABLE = Path.of("target", "servers", "differences.md");
    private static final List<String> ROWS = new ArrayList<>();

    @TempDir
    private static Path folder;

    @AfterAll
    static void writeTable() throws IOException {
        Files.createDirectories(TABLE.getParent());
        String head = "| server | case | queries | values | largest difference |\n| --- | --- | ---: | ---: | ---: |\n";
        Files.writeString(TABLE, head + String.join("\n", ROWS) + "\n");
    }

    @TestFactory
    Stream<DynamicTest> prometheusComesToTheProductsFigures() throws Exception {
        return agree("prometheus");
    }

    @TestFactory
    Stream<DynamicTest> victoriaMetricsComesToTheProductsFigures() throws Exception {
        return agree("victoria-metrics");
    }

    private static Stream<DynamicTest> agree(String program) throws Exception {
        List<Case> samples = Case.samples();
        List<Case> cases = new ArrayList<>(samples);
        cases.addAll(Variants.withoutOneProfile(samples));
        cases.addAll(Variants.all());
        Lab lab = Lab.open(program, folder, cases);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(program + ": " + one.name(), () -> agree(lab.server(), one)))
                .onClose(lab::close);
    }

    private static void agree(Server server, Case one) {
        Comparison comparison = new Comparison(server);
        Names names = one.names();
        FigureQueries queries = FigureQueries.of(one.plan());
        for (QueryFigure figure : Expected.figures()) {
            comparison.hold(queries.query(figure, Level.FLEET), Expected.ofFleet(one, figure));
            if (one.name().contains("-without-")) {
                // the levels are looked at in the whole sample
                continue;
            }
            comparison.hold(
                    queries.query(figure, Level.host(names)),
                    Expected.byGpus(one, figure, gpu -> Map.of(names.host(), gpu.host())));
            comparison.hold(
                    queries.query(figure, Level.label(names.uuid())),
                    Expected.byGpus(one, figure, gpu -> Map.of(names.uuid(), gpu.id())));
            comparison.hold(queries.query(figure, Level.namespace(names)), Expected.byNamespace(one, figure));
        }
        ROWS.add(comparison.row(one.name()));
        assertEquals(List.of(), comparison.problems());
        boolean silent = Expected.ofFleet(one, QueryFigure.REPORTED).containsValue(Double.NaN);
        assertEquals(
                silent,
                server.query(queries.query(QueryFigure.INSTANCE_AVERAGE, Level.FLEET)
                                .line())
                        .isEmpty());
    }
}
