package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;

/** Finds the model that a person means on the command line. */
final class Models {
    private Models() {}

    /** By the catalogue's id or the name that exporters print. */
    static GpuModel find(Catalogue catalogue, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return catalogue
                .byId(wanted)
                .or(() -> catalogue.byId(name.strip()))
                .or(() -> catalogue.byModelName(name))
                .orElseThrow(() -> new UsageException(unknown(catalogue, name, wanted)));
    }

    private static Text unknown(Catalogue catalogue, String name, String wanted) {
        List<String> similar = catalogue.models().stream()
                .map(GpuModel::id)
                .filter(id -> !wanted.isEmpty() && (id.contains(wanted) || wanted.contains(id.split("-", 2)[0])))
                .toList();
        return similar.isEmpty()
                ? Text.of("cli.usage.model", name)
                : Text.of("cli.usage.modelSimilar", name, new Listing(similar));
    }
}
