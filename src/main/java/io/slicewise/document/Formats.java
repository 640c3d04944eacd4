package io.slicewise.document;

import io.slicewise.json.JsonDocument;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.HostsOutput;
import io.slicewise.snapshot.collect.QuotedText;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.dcgm.DcgmJsonSnapshot;
import io.slicewise.snapshot.dmon.DmonSnapshot;
import io.slicewise.snapshot.kubernetes.NodesSnapshot;
import io.slicewise.snapshot.migparted.MigPartedSnapshot;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.snapshot.slurm.SlurmSnapshot;
import io.slicewise.snapshot.smi.SmiQuery;
import io.slicewise.snapshot.smi.SmiTable;
import io.slicewise.snapshot.smi.SmiText;
import io.slicewise.snapshot.smi.SmiXml;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The formats of exports in the order in which they are asked: what can be told by a single word stands before what is
 * told by its shape.
 *
 * @param list each once, since files of one format are judged together
 */
record Formats(List<SnapshotFormat> list) {
    Formats {
        list = List.copyOf(list);
    }

    /**
     * All formats that the product reads. A new one is one line here.
     *
     * @param catalogue where models are looked up
     * @param options what a person decided
     */
    static Formats of(Catalogue catalogue, SnapshotOptions options) {
        List<SnapshotFormat> printed = List.of(
                SmiXml.format(catalogue, options),
                SmiQuery.format(catalogue, options),
                SmiTable.format(catalogue, options),
                SmiText.format(catalogue, options));
        List<SnapshotFormat> ofHosts = new ArrayList<>(printed);
        ofHosts.addAll(List.of(DmonSnapshot.format(options), ExpositionSnapshot.format()));
        List<SnapshotFormat> all = new ArrayList<>(List.of(
                HostsOutput.format(ofHosts),
                MigPartedSnapshot.format(catalogue, options),
                NodesSnapshot.json(catalogue, options),
                PrometheusSnapshot.answers(),
                PrometheusSnapshot.lines(),
                DcgmJsonSnapshot.format()));
        all.addAll(printed);
        all.addAll(List.of(
                NodesSnapshot.yaml(catalogue, options),
                NodesSnapshot.described(catalogue, options),
                SlurmSnapshot.format(catalogue, options),
                DmonSnapshot.format(options),
                PrometheusSnapshot.printed(),
                CsvSnapshot.format(options),
                ExpositionSnapshot.format()));
        // first: some formats pass over what stands in front of what they know
        all.addFirst(QuotedText.format(all));
        return new Formats(all);
    }

    /** The format of a file that begins so; {@code null} where it is no export, or certainly another thing. */
    @Nullable
    SnapshotFormat recognise(byte[] prefix) {
        if (JsonDocument.looksBinary(prefix)) {
            return null;
        }
        Beginning beginning = Beginning.of(prefix);
        return OtherKind.certain(beginning).isPresent() ? null : SnapshotFormat.recognised(list, beginning);
    }
}
