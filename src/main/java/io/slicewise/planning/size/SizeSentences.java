package io.slicewise.planning.size;

import io.slicewise.mig.Profile;
import io.slicewise.planning.size.SizeAnswer.Reason;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is said of sizes. */
public final class SizeSentences {
    private SizeSentences() {}

    /** {@code fits}, {@code too large: 1g.10gb}, {@code no answer: …}. */
    public static Text verdict(SizedInstance one) {
        SizeAnswer answer = one.answer();
        return switch (answer.verdict()) {
            case FITS -> Text.of("sizing.fits");
            case TOO_LARGE -> Text.of("sizing.tooLarge", name(answer));
            case TOO_SMALL ->
                answer.reason() == Reason.NOTHING_LARGER
                        ? Text.of("sizing.nothingLarger")
                        : Text.of("sizing.tooSmall", name(answer));
            case NO_ANSWER -> Text.of("sizing.noAnswer", why(one));
        };
    }

    /** How many there are of each verdict. */
    public static Text counts(List<SizedInstance> sizes) {
        Map<Verdict, Long> counts =
                sizes.stream().collect(Collectors.groupingBy(one -> one.answer().verdict(), Collectors.counting()));
        return Text.of(
                "sizing.counts",
                counts.getOrDefault(Verdict.TOO_LARGE, 0L),
                counts.getOrDefault(Verdict.TOO_SMALL, 0L),
                counts.getOrDefault(Verdict.FITS, 0L),
                counts.getOrDefault(Verdict.NO_ANSWER, 0L));
    }

    private static String name(SizeAnswer answer) {
        Profile smallest = Objects.requireNonNull(answer.smallest());
        return smallest.name();
    }

    /** The same, a refusal in a few words. */
    public static Text inShort(SizedInstance one) {
        return one.answer().verdict() == Verdict.NO_ANSWER
                ? Text.of("sizing.noAnswer", inShort(one.answer().reason()))
                : verdict(one);
    }

    /** Why there is no answer. */
    public static Text why(SizedInstance one) {
        return switch (one.answer().reason()) {
            case SATURATED ->
                Text.of("sizing.saturated", one.instance().profile().computeSlices());
            case NO_MEMORY -> Text.of("sizing.noMemory");
            case TOO_SHORT -> Text.of("sizing.tooShort", SizeAnswer.LEAST.toHours());
            case OUTSIDE -> Text.of("sizing.outside");
            case NO_READING, NONE, NOTHING_LARGER -> Text.of("sizing.noReading");
        };
    }

    /** Why there is no answer, in a few words. */
    public static Text inShort(Reason reason) {
        return switch (reason) {
            case SATURATED -> Text.of("sizing.short.saturated");
            case NO_MEMORY -> Text.of("sizing.short.noMemory");
            case TOO_SHORT -> Text.of("sizing.short.tooShort", SizeAnswer.LEAST.toHours());
            case OUTSIDE -> Text.of("sizing.short.outside");
            case NO_READING, NONE, NOTHING_LARGER -> Text.of("sizing.short.noReading");
        };
    }
}
