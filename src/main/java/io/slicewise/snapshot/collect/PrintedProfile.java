package io.slicewise.snapshot.collect;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it was printed, and what it is.
 *
 * @param printed the name as printed, normalised
 * @param profile what it was read as
 * @param known whether the model has that profile; a profile that it does not have is known by its slices only
 */
public record PrintedProfile(String printed, Profile profile, boolean known) {
    private static final Pattern PREFIX = Pattern.compile("^(?:mig[ -])?(?:\\d+c\\.)?");
    private static final Pattern SLICES = Pattern.compile("([1-9]\\d?)g(?:\\..*)?");

    /** The name in lower case, without {@code MIG} before it and without the compute instance's part. */
    public static String normal(String printed) {
        return isNormal(printed)
                ? printed
                : PREFIX.matcher(printed.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Whether it looks like {@code 3g.40gb}, as nearly all do: asked of each of 70,000 instances, without a pattern. */
    private static boolean isNormal(String printed) {
        if (printed.length() < 2 || !isDigit(printed.charAt(0)) || printed.charAt(1) != 'g') {
            return false;
        }
        for (int i = 2; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c != '.' && c != 'g' && c != 'b' && !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads a normalised name; empty where not even its slices can be told. */
    public static Optional<PrintedProfile> read(String printed, @Nullable GpuModel model) {
        Optional<Profile> known = model == null ? Optional.empty() : model.printedProfile(printed);
        if (known.isPresent()) {
            return Optional.of(new PrintedProfile(printed, known.get(), true));
        }
        Matcher slices = SLICES.matcher(printed);
        return slices.matches()
                ? Optional.of(new PrintedProfile(
                        printed, Profile.observed(printed, Integer.parseInt(slices.group(1))), false))
                : Optional.empty();
    }
}
