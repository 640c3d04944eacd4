package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.archive.ArchiveLimits;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A format is a package and a line in the list: here one more is added, without a change to anything that opens files. */
class FormatsTest {
    /** Rows of {@code gpu instance profile percent} below a line of dashes. */
    private static final SnapshotFormat DASHES = WholeText.format(
            "dashes", beginning -> beginning.text().startsWith("--- gpus ---"), (builder, name, text) -> {
                for (String line : text.lines().skip(1).toList()) {
                    String[] cells = line.split(" ");
                    builder.add(
                            builder.series(RawSource.of("", cells[0], "NVIDIA A100-SXM4-80GB", cells[2], cells[1]), 0),
                            MetricKind.UTILIZATION,
                            Double.parseDouble(cells[3]),
                            SampleHandler.NO_TIMESTAMP,
                            1,
                            0);
                }
                return new SnapshotFormat.Understood(List.of(), null, false);
            });

    private static final Formats BUILT_IN = Formats.of(Fleets.CATALOGUE, SnapshotOptions.NONE);

    @Test
    void oneMoreFormatIsOneMoreLine() throws IOException {
        List<SnapshotFormat> longer = new ArrayList<>(BUILT_IN.list());
        longer.add(DASHES);
        byte[] text = "--- gpus ---\n0 1 3g.40gb 25\n0 9 1g.10gb 85\n".getBytes(StandardCharsets.UTF_8);
        Exports exports = new Exports(Fleets.CATALOGUE, SnapshotOptions.NONE, new Formats(longer), ReadWatch.NONE);
        Layers layers = Layers.open(new ByteArrayInputStream(text), Beginning.LENGTH, new Meter(ArchiveLimits.DEFAULT));
        Opened opened = new Opener(Fleets.CATALOGUE).opened("mine", layers, exports, 0);
        SnapshotOpened snapshot = assertInstanceOf(SnapshotOpened.class, opened);
        assertEquals(
                0.40,
                Figures.of(snapshot.fleet().gpus().getFirst(), WeightBasis.Hardware.SLICES)
                        .averages()
                        .weightedAverage(),
                1e-12);
    }

    @Test
    void eachFormatIsInTheListOnce() {
        List<String> ids = BUILT_IN.list().stream().map(SnapshotFormat::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }
}
