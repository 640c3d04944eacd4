package io.slicewise.mig;

import io.slicewise.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that a GPU offers, as {@code nvidia-smi mig -lgip} and {@code -lgipp} list them on the hardware itself.
 *
 * @param gpu the GPU's number on its host
 * @param modelName what the same source calls the model; empty where it does not say
 * @param profiles as listed, at least one
 */
public record ProfileListing(String gpu, String modelName, List<Profile> profiles) {
    private static final Pattern MEMORY = Pattern.compile("\\d+g\\.(\\d{1,6})gb.*");

    public ProfileListing {
        profiles = List.copyOf(profiles);
    }

    /**
     * The models of a catalogue that this is a listing of: the one that is called so if its profiles are called as these
     * are, else all whose profiles have the same names, ids and SMs. Empty for a GPU that the catalogue does not have.
     */
    public List<GpuModel> known(Catalogue catalogue) {
        List<String> listed = profiles.stream().map(Profile::name).toList();
        Optional<GpuModel> byName = modelName.isEmpty() ? Optional.empty() : catalogue.byModelName(modelName, listed);
        if (byName.isPresent() && profiles.stream().allMatch(it -> isNamed(byName.get(), it))) {
            return List.of(byName.get());
        }
        return modelName.isEmpty()
                ? catalogue.models().stream()
                        .filter(model -> profiles.stream().allMatch(it -> isSame(model, it)))
                        .toList()
                : List.of();
    }

    private static boolean isNamed(GpuModel model, Profile listed) {
        return model.profile(listed.name()).isPresent();
    }

    private static boolean isSame(GpuModel model, Profile listed) {
        return model.profile(listed.name())
                .filter(one -> Objects.equals(one.giProfileId(), listed.giProfileId()))
                .filter(one -> Objects.equals(one.sms(), listed.sms()))
                .isPresent();
    }

    /**
     * A model of one's own: {@code C} is the largest number of slices of a profile, the memory that of its name, the
     * placement units as far as places were listed for all profiles.
     *
     * @param id the catalogue's name for it
     * @param name what people call it
     */
    public GpuModel model(String id, String name) {
        Profile full = profiles.getFirst();
        for (Profile profile : profiles) {
            full = profile.computeSlices() > full.computeSlices() ? profile : full;
        }
        Integer units = units();
        return new GpuModel(
                id,
                name,
                "",
                "",
                memory(full),
                List.of(modelName.isEmpty() ? name : modelName),
                List.of(),
                full.computeSlices(),
                units,
                units,
                profiles.stream()
                        .map(Profile::maxInstances)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(full.computeSlices()),
                full.sms(),
                null,
                true,
                Wording.NONE,
                true,
                List.of(),
                List.of(),
                List.of(),
                units == null ? withoutPlaces() : profiles);
    }

    /** Where the units are not known, single places mean nothing. */
    private List<Profile> withoutPlaces() {
        return profiles.stream()
                .map(p -> new Profile(
                        p.name(),
                        p.suffix(),
                        p.giProfileId(),
                        p.computeSlices(),
                        null,
                        p.memoryGib(),
                        p.sms(),
                        p.engines(),
                        p.maxInstances(),
                        null,
                        p.verified(),
                        p.unverifiedWhy(),
                        p.exporterNames(),
                        p.notes()))
                .toList();
    }

    /** A name for the catalogue: small letters, digits and dashes. */
    public static String id(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "gpu" : id;
    }

    /** Where the last placement ends; {@code null} where some profile has none. */
    private @Nullable Integer units() {
        int units = 0;
        for (Profile profile : profiles) {
            PlacementRule rule = profile.placement();
            if (rule == null || rule.starts().isEmpty()) {
                return null;
            }
            units = Math.max(units, rule.starts().getLast() + rule.size());
        }
        return units;
    }

    private static @Nullable Integer memory(Profile full) {
        Matcher name = MEMORY.matcher(full.name());
        return name.matches() ? Integer.valueOf(name.group(1)) : null;
    }
}
