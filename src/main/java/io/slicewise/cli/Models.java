package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
                .or(() -> shownAs(catalogue, name.strip()))
                .orElseThrow(() -> new UsageException(unknown(catalogue, name, wanted)));
    }

    /** The model that the product itself calls so, with or without the boards in brackets. */
    private static Optional<GpuModel> shownAs(Catalogue catalogue, String name) {
        return catalogue.models().stream()
                .filter(model -> name.equalsIgnoreCase(model.shortName()) || name.equalsIgnoreCase(model.name()))
                .findFirst();
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
