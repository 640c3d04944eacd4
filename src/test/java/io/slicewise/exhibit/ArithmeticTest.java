package io.slicewise.exhibit;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.exhibit.Arithmetic.Step;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.story.Figure;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The arithmetic that is shown, done again by a calculator that knows what is written and nothing else. */
class ArithmeticTest {
    private static List<Step> steps(Fleet fleet) {
        return Arithmetic.of(Figures.of(fleet, Weights.DEFAULT));
    }

    private static List<String> lines(Fleet fleet) {
        return steps(fleet).stream().flatMap(step -> step.lines().stream()).toList();
    }

    @Test
    void theMainExampleStepByStep() {
        assertEquals(
                List.of(
                        "90 + 80 + 70 + 60 = 300",
                        "300 / 4 = 75",
                        "1·90 + 1·80 + 1·70 + 2·60 = 360",
                        "360 / 5 = 72",
                        "360 / 7 ≈ 51.43",
                        "72 · 5 / 7 ≈ 51.43",
                        "1g.10gb #1: (1 / 5 − 1 / 4) · (90 − 75) = −0.75",
                        "1g.10gb #2: (1 / 5 − 1 / 4) · (80 − 75) = −0.25",
                        "1g.10gb #3: (1 / 5 − 1 / 4) · (70 − 75) = 0.25",
                        "2g.20gb: (2 / 5 − 1 / 4) · (60 − 75) = −2.25",
                        "72 − 75 = −3"),
                lines(Fleets.main()));
        assertEquals(
                List.of(Figure.INSTANCE_AVERAGE, Figure.WEIGHTED, Figure.WHOLE_GPU),
                steps(Fleets.main()).stream()
                        .map(Step::figure)
                        .filter(f -> f != null)
                        .toList());
    }

    @Test
    void whatHasNoReadingIsLeftOutAndSaid() {
        List<Step> steps = steps(of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "2g.20gb -")));
        Step whole = steps.stream()
                .filter(step -> step.figure() == Figure.WHOLE_GPU)
                .findFirst()
                .orElseThrow();
        assertEquals("exhibit.arithmetic.silent", whole.title().key());
        assertEquals(List.of("90 · 3 / 7 ≈ 38.57"), whole.lines());
        assertEquals(List.of(), steps(of(gpu("GPU 0", "a100-80gb", "1g.10gb -"))));
    }

    @Test
    void manyInstancesAreSummedUpGpuByGpu() {
        List<String> sums = steps(Fleets.host()).getFirst().lines();
        assertEquals(9, sums.size());
        assertTrue(sums.getFirst().startsWith("GPU 0: 0 + 13 + 26"), sums.getFirst());
    }

    @Test
    void aHalfIsRoundedAlikeInTheTermsAndInTheirSum() {
        String sum = lines(of(gpu("GPU 0", "a100-80gb", "1g.10gb 9.76", "2g.20gb 62", "3g.40gb 50.325")))
                .getFirst();
        assertEquals("9.76 + 62 + 50.33 = 122.09", sum);
    }

    @Property(tries = 300)
    void everyLineCanBeFollowed(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> instances = new ArrayList<>();
        for (String profile : List.of("1g.10gb", "2g.20gb", "3g.40gb", "1g.10gb")) {
            if (random.nextBoolean()) {
                String load = Numbers.decimal(random.nextDouble() * 100, random.nextInt(5));
                instances.add(profile + " " + load);
            }
        }
        if (instances.isEmpty()) {
            return;
        }
        for (String line : lines(of(gpu("GPU 0", "a100-80gb", instances.toArray(String[]::new))))) {
            boolean exact = line.contains(" = ");
            String[] sides = line.substring(line.indexOf(':') + 1).split(" [=≈] ");
            assertEquals(new Calculator(sides[0]).value(), new Calculator(sides[1]).value(), exact ? 1e-6 : 0.06, line);
        }
    }

    /** Sums, products and brackets. */
    private static final class Calculator {
        private final String text;
        private int at;

        Calculator(String text) {
            this.text = text.replace(" ", "");
        }

        double value() {
            double sum = product();
            while (at < text.length() && "+−".indexOf(text.charAt(at)) >= 0) {
                sum += text.charAt(at++) == '+' ? product() : -product();
            }
            return sum;
        }

        private double product() {
            double product = factor();
            while (at < text.length() && "·/".indexOf(text.charAt(at)) >= 0) {
                product = text.charAt(at++) == '·' ? product * factor() : product / factor();
            }
            return product;
        }

        private double factor() {
            if (text.charAt(at) == '−') {
                at++;
                return -factor();
            }
            if (text.charAt(at) == '(') {
                at++;
                double inner = value();
                at++;
                return inner;
            }
            int from = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return Double.parseDouble(text.substring(from, at));
        }
    }

    @Test
    void overSeveralModelsItIsSaidWhatAPartIs() {
        Figures mixed = Figures.of(
                Fleets.of(
                        Fleets.gpu("A100", "a100-80gb", "3g.40gb 20"),
                        Fleets.gpu("A30", "a30-24gb", "1g.6gb 50"),
                        Fleets.gpu("H100", "h100-80gb-sxm", "2g.20gb 40")),
                Weights.DEFAULT);
        assertEquals(
                "Each GPU counts as 28 parts; a slice of A100 80GB is 4, A30 24GB is 7, H100 SXM5 80GB is 4.",
                Messages.in(Language.ENGLISH).say(PartsOfGpu.of(mixed).orElseThrow()));
        assertTrue(PartsOfGpu.of(Figures.of(Fleets.main(), Weights.DEFAULT)).isEmpty());
    }
}
