package io.slicewise.mig;

import io.slicewise.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GPU model that can be partitioned with MIG.
 *
 * @param id the catalogue's name for it, {@code a100-80gb}
 * @param name the product's name
 * @param memoryGb nominal memory in GB
 * @param modelNames what exporters print in {@code modelName}
 * @param pciDeviceIds the PCI device ids that it can have, four hexadecimal digits; other models can share one
 * @param computeSlices {@code C}, the compute slices that instances are cut from
 * @param memorySlices the memory slices that instances are cut from
 * @param placementUnits the units that placements are counted in
 * @param maxInstances the most instances at a time
 * @param sms streaming multiprocessors of the full profile: what all of the GPU is under MIG
 * @param physicalSms streaming multiprocessors without MIG
 * @param verified whether its figures were read in transcripts of the hardware
 * @param unverifiedWhy why not, empty when verified
 * @param own whether it comes from the planner's own file
 * @param power what its boards draw, as far as it was printed
 */
public record GpuModel(
        String id,
        String name,
        String architecture,
        String chip,
        @Nullable Integer memoryGb,
        List<String> modelNames,
        List<String> pciDeviceIds,
        int computeSlices,
        @Nullable Integer memorySlices,
        @Nullable Integer placementUnits,
        int maxInstances,
        @Nullable Integer sms,
        @Nullable Integer physicalSms,
        boolean verified,
        Wording unverifiedWhy,
        boolean own,
        List<Wording> notes,
        List<Source> sources,
        List<BoardPower> power,
        List<Profile> profiles) {
    private static final Pattern OTHER_BOARD = Pattern.compile("(?i)SXM|PCIe");
    private static final Pattern PRINTED = Pattern.compile("(\\d+)g\\.(\\d+)gb(.*)");

    public GpuModel {
        modelNames = List.copyOf(modelNames);
        pciDeviceIds = List.copyOf(pciDeviceIds);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
        power = List.copyOf(power);
        profiles = List.copyOf(profiles);
    }

    /** By its id: what belongs to a model is told in maps by the tens of thousands, and its profiles are many. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The name without the list of boards in brackets that share it. */
    public String shortName() {
        int bracket = name.indexOf(" (");
        return bracket > 0 ? name.substring(0, bracket) : name;
    }

    /** The profile of this name. */
    public Optional<Profile> profile(String profileName) {
        for (Profile profile : profiles) {
            if (profile.name().equals(profileName)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /**
     * The profile that an exporter means. DCGM builds its names from slices and rounded-up GiB, without a suffix, so
     * it can print 1g.11gb for 1g.12gb: the name is looked up as it is, then among the exporters' names, then as the
     * profile with the same number of slices whose memory is nearest, within a sixth.
     */
    public Optional<Profile> printedProfile(String printed) {
        Optional<Profile> exact = profile(printed);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Profile> exporter = profiles.stream()
                .filter(profile -> profile.exporterNames().contains(printed))
                .findFirst();
        return exporter.isPresent() ? exporter : nearestProfile(printed);
    }

    /** Whether a profile of it goes under this very name. */
    boolean prints(String printed) {
        return profile(printed).isPresent()
                || profiles.stream().anyMatch(profile -> profile.exporterNames().contains(printed));
    }

    private Optional<Profile> nearestProfile(String printed) {
        Matcher parts = PRINTED.matcher(printed);
        if (!parts.matches() || parts.group(1).length() > 2 || parts.group(2).length() > 6) {
            return Optional.empty();
        }
        int slices = Integer.parseInt(parts.group(1));
        double gigabytes = Integer.parseInt(parts.group(2));
        Profile best = null;
        double bestDistance = gigabytes / 6;
        for (Profile profile : profiles) {
            Matcher own = PRINTED.matcher(profile.name());
            if (profile.computeSlices() == slices
                    && own.matches()
                    && own.group(3).equals(parts.group(3))) {
                double distance = Math.abs(Integer.parseInt(own.group(2)) - gigabytes);
                if (distance <= bestDistance && (best == null || distance < bestDistance)) {
                    best = profile;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The profile that takes the whole GPU: the most compute slices, no suffix. */
    public Optional<Profile> fullProfile() {
        return profiles.stream()
                .filter(p -> p.isPlain() && p.computeSlices() == computeSlices)
                .findFirst();
    }

    /** The memory that instances are cut from, in GiB: that of the full profile. */
    public @Nullable Double memoryGib() {
        return fullProfile().map(Profile::memory).orElse(null);
    }

    /**
     * The profiles that partitions are usually made of: no suffix, and for each number of compute slices the one with
     * the least memory (on an A100: 1g, 2g, 3g, 4g, 7g, without the 1g of double memory).
     */
    public List<Profile> baseProfiles() {
        return profiles.stream()
                .filter(Profile::isPlain)
                .filter(p -> profiles.stream()
                        .noneMatch(q -> q.isPlain() && q.computeSlices() == p.computeSlices() && size(q) < size(p)))
                .toList();
    }

    /**
     * What a GPU draws: of the board that an exporter's name for it names, else of the only one that is known, unless the name is
     * that of another kind of board.
     *
     * @param printed what the exporter printed, empty for nothing
     */
    public Optional<BoardPower> power(String printed) {
        Optional<BoardPower> named =
                power.stream().filter(board -> board.isNamedIn(printed)).findFirst();
        return named.isPresent()
                        || power.size() != 1
                        || OTHER_BOARD.matcher(printed).find()
                ? named
                : Optional.of(power.getFirst());
    }

    /** Whether placements of this model are known; without them only the sums of slices can be checked. */
    public boolean hasPlacements() {
        return placementUnits != null && profiles.stream().allMatch(p -> p.placement() != null);
    }

    /**
     * The compute slice that stands above a placement unit: the unit itself where there are as many or one more units
     * than slices (A30, A100), the unit divided by 3 on an RTX PRO 6000 with its twelfths.
     */
    public int computeSliceAt(int unit) {
        return placementUnits == null ? unit : unit / unitsPerComputeSlice();
    }

    /** Placement units for each compute slice, at least 1. */
    public int unitsPerComputeSlice() {
        return placementUnits == null ? 1 : Math.max(1, placementUnits / computeSlices);
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? 0 : rule.size();
    }
}
