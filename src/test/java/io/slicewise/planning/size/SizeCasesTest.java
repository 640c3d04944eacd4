package io.slicewise.planning.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.size.SizeAnswer.Reason;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class SizeCasesTest {
    private static final double SIX_DECIMALS = 1e-6;
    private static final long TWO_WEEKS = Duration.ofDays(14).toMillis();
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    @ParameterizedTest(name = "{0}: {13}")
    @CsvFileSource(resources = "/io/slicewise/planning/rightsizing.csv", numLinesToSkip = 1)
    void cases(ArgumentsAccessor row) {
        String number = row.getString(0);
        GpuModel model = Fleets.model(row.getString(1));
        Profile profile = model.profile(row.getString(2)).orElseThrow();
        double[] readings = Fleets.words(row.getString(3)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        double used = Fleets.words(row.getString(4)).stream()
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(Double.NaN);
        SizeRules rules = new SizeRules(
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getString(8) == null ? Map.of() : Map.of(profile.computeSlices(), row.getDouble(8)));
        RecordedUse use = RecordedUse.of(readings, profile.computeSlices(), rules.quantile(), used, TWO_WEEKS);
        SizeAnswer answer = SizeAnswer.of(model, profile, use, rules);
        assertEquals(row.getDouble(9), use.quantile(), SIX_DECIMALS, number);
        assertEquals(row.getDouble(10), answer.slices(), SIX_DECIMALS, number);
        assertEquals(row.getString(11) == null ? Double.NaN : row.getDouble(11), answer.gib(), SIX_DECIMALS, number);
        assertEquals(row.getString(12), answer.smallest().name(), number);
        String verdict = switch (answer.verdict()) {
            case FITS -> "fits";
            case NO_ANSWER -> "no answer";
            case TOO_LARGE -> "too large: " + answer.smallest().name();
            case TOO_SMALL -> "too small: " + answer.smallest().name();
        };
        assertEquals(row.getString(13), verdict, number);
        String why = row.getString(14);
        Reason reason =
                why == null ? Reason.NONE : why.startsWith("it never reads more") ? Reason.SATURATED : Reason.NO_MEMORY;
        assertEquals(reason, answer.reason(), number);
    }

    private static SizeAnswer judged(String profile, RecordedUse use) {
        return SizeAnswer.of(A100, A100.profile(profile).orElseThrow(), use, SizeRules.USUAL);
    }

    private static RecordedUse use(double quantile, double mib, long millis) {
        return new RecordedUse(quantile, quantile, 0, mib, millis);
    }

    @Test
    void refusals() {
        assertEquals(Reason.TOO_SHORT, judged("3g.40gb", use(0.1, 100, 1000)).reason());
        assertEquals(
                Reason.NO_READING,
                judged("3g.40gb", use(Double.NaN, 100, TWO_WEEKS)).reason());
        assertEquals(
                Reason.OUTSIDE, judged("1g.10gb+me", use(0.1, 100, TWO_WEEKS)).reason());
    }

    @Test
    void tooSmallNeedsNoReadingOfMemory() {
        SizeAnswer answer = judged("2g.20gb", use(0.9, Double.NaN, TWO_WEEKS));
        assertEquals(Verdict.TOO_SMALL, answer.verdict());
        assertEquals("3g.40gb", answer.smallest().name());
        assertEquals(
                Verdict.FITS, judged("2g.20gb", use(0.8, Double.NaN, TWO_WEEKS)).verdict());
    }

    @Test
    void nothingIsLargerThanTheWholeGpu() {
        SizeAnswer answer = judged("7g.80gb", use(1, 100, TWO_WEEKS));
        assertEquals(Verdict.TOO_SMALL, answer.verdict());
        assertEquals(Reason.NOTHING_LARGER, answer.reason());
        assertNull(answer.smallest());
        assertEquals(
                "7g.80gb",
                answer.proposed(A100.profile("7g.80gb").orElseThrow()).name());
    }
}
