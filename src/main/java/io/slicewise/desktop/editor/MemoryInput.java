package io.slicewise.desktop.editor;

import io.slicewise.fleet.Instance;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Memory in use as people type it: GiB, or MiB where that is said. */
final class MemoryInput {
    private static final Set<String> NO_READING = Set.of("", "-", "–", "—", "−", "n/a", "na", "nan");
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})\\s*(gib|gb|g|mib|mb|m|%)?");
    private static final int DECIMALS = 2;

    private MemoryInput() {}

    /**
     * Reads an amount: {@code 12}, {@code 12.5 GiB}, {@code 12,5}, {@code 800 MiB}, {@code 60 %} of what the profile has;
     * nothing or a dash is no reading.
     *
     * @param gib the memory that there is, {@code null} where it is not known; more cannot be in use
     * @return MiB, {@code NaN} for no reading; empty when it is neither
     */
    static Optional<Double> parse(String typed, @Nullable Double gib) {
        String plain = typed.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
        if (NO_READING.contains(plain)) {
            return Optional.of(Instance.NO_READING);
        }
        Matcher amount = AMOUNT.matcher(plain.replace(',', '.'));
        if (!amount.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(amount.group(1));
        double mib = switch (amount.group(2)) {
            case "mib", "mb", "m" -> number;
            case "%" -> gib == null ? Double.NaN : number / 100 * gib * InstanceEdit.MIB_PER_GIB;
            case null, default -> number * InstanceEdit.MIB_PER_GIB;
        };
        boolean fits = gib == null ? !Double.isNaN(mib) : mib <= gib * InstanceEdit.MIB_PER_GIB;
        return fits ? Optional.of(mib) : Optional.empty();
    }

    /** The GiB in use, as they are edited; empty without a reading. */
    static String shown(Instance instance) {
        double mib = instance.readings().memoryUsedMib();
        return Double.isNaN(mib) ? "" : Numbers.decimal(mib / InstanceEdit.MIB_PER_GIB, DECIMALS);
    }

    /** Instead of a reading: how much there is. */
    static Text instead(Instance instance) {
        Double gib = instance.profile().memory();
        return gib == null ? Text.of("editor.memory.unknown") : Text.of("editor.memory.of", new Decimal(gib, DECIMALS));
    }

    /** What is wrong with what was typed. */
    static Text invalid(String typed, Instance instance) {
        Double gib = instance.profile().memory();
        return gib == null
                ? Text.of("editor.memory.invalid", typed)
                : Text.of("editor.memory.tooMuch", typed, new Decimal(gib, DECIMALS));
    }
}
