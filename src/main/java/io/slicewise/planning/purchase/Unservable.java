package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing on offer serves a line, and the least that would. */
final class Unservable {
    private Unservable() {}

    static Text why(DemandLine line, List<Offer> offers, List<GpuModel> known) {
        Text reason = reason(line.need(), offers);
        return leastThatServes(line.need(), known)
                .map(least -> Text.of("plan.impossible.lineWould", line.name(), reason, least))
                .orElseGet(() -> Text.of("plan.impossible.line", line.name(), reason));
    }

    private static Text reason(Need need, List<Offer> offers) {
        Listing models = new Listing(
                offers.stream().map(offer -> offer.model().shortName()).toList());
        return switch (need) {
            case Need.Named named -> Text.of("plan.impossible.profile", models, named.profile());
            case Need.AtLeast atLeast -> {
                int most =
                        profiles(offers).mapToInt(Profile::computeSlices).max().orElse(0);
                yield most < atLeast.slices()
                        ? Text.of("plan.impossible.slices", models, atLeast.slices(), most)
                        : memory(models, atLeast.gib(), offers);
            }
            case Need.PartOfGpu part -> {
                double most = offers.stream().mapToDouble(Offer::speed).max().orElse(0) * part.target();
                yield most < part.share()
                        ? Text.of("plan.impossible.share", models, decimal(part.share()), decimal(most))
                        : memory(models, part.gib(), offers);
            }
        };
    }

    private static Text memory(Listing models, double gib, List<Offer> offers) {
        double most = profiles(offers)
                .map(Profile::memory)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        return Double.isNaN(most)
                ? Text.of("plan.impossible.memoryUnknown", models, decimal(gib))
                : Text.of("plan.impossible.memory", models, decimal(gib), decimal(most));
    }

    private static Stream<Profile> profiles(List<Offer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.model().profiles().stream())
                .filter(Profile::isPlain);
    }

    /** The profile that serves with the least memory and slices, of all models at the speed of 1. */
    private static Optional<Text> leastThatServes(Need need, List<GpuModel> known) {
        record Serving(GpuModel model, Profile profile) {
            double memory() {
                Double gib = profile.memory();
                return gib == null ? Double.MAX_VALUE : gib;
            }
        }
        return known.stream()
                .flatMap(model ->
                        new Sizing(model, 1).serving(need).map(profile -> new Serving(model, profile)).stream())
                .min(Comparator.comparingDouble(Serving::memory)
                        .thenComparingInt(serving -> serving.profile().computeSlices()))
                .map(serving -> Text.of(
                        "plan.profileOf",
                        serving.profile().name(),
                        serving.model().shortName()));
    }

    private static Decimal decimal(double value) {
        return new Decimal(value, 3);
    }
}
