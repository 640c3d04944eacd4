package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** What is printed adds up as printed: every sample, every template, every language, read as a reader reads it. */
class AddingUpTest {
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final AtomicInteger SUMS = new AtomicInteger();

    /** A walk that finds nothing to add up proves nothing. */
    @AfterAll
    static void thereWasMuchToAddUp(TestReporter reporter) {
        reporter.publishEntry(Map.of("pages", PAGES.toString(), "sums", SUMS.toString()));
        assertTrue(PAGES.get() >= 500 && SUMS.get() >= 4_000, () -> PAGES + " pages, " + SUMS + " sums");
    }

    @TestFactory
    Stream<DynamicTest> everythingThatIsPrintedAddsUp() {
        return Stream.concat(Subjects.all().stream(), Stream.of(""))
                .flatMap(sample -> Language.all().stream().map(language -> {
                    String name = (sample.isEmpty() ? "two hosts" : sample) + " " + language.code();
                    return DynamicTest.dynamicTest(name, () -> check(sample, language));
                }));
    }

    private static void check(String sample, Language language) {
        Subject subject = sample.isEmpty()
                ? Subject.of("two hosts", "", Fleets.twoHosts(), Weights.DEFAULT, false)
                : Subjects.of(sample, language);
        // engineers see the steps from figure to figure, managers the parts of a hundred
        for (Audience audience : List.of(Audience.ENGINEER, Audience.MANAGER)) {
            Options options = Options.of(language, audience);
            for (Template template : Template.values()) {
                List<Subject> subjects = template.subjects() == 1 ? List.of(subject) : List.of(subject, subject);
                new Page(MarkdownWriter.write(Report.of(template, subjects, options)), subject, language).check();
            }
        }
    }

    /** A report as it is read: tables, and the lines of calculations. */
    private record Page(List<List<String>> rows, List<String> lines, Averages total, Messages words) {
        Page(String text, Subject subject, Language language) {
            this(
                    text.lines().map(Page::cells).toList(),
                    text.lines()
                            .map(String::strip)
                            .filter(line -> line.startsWith("- `"))
                            .map(line -> line.substring(3, line.length() - 1))
                            .toList(),
                    subject.overRange().figures().total(),
                    Messages.in(language));
        }

        /** The cells of a line of a table; none of another line. */
        private static List<String> cells(String line) {
            return line.startsWith("| ")
                    ? Stream.of(line.substring(2, line.length() - 2).split(" \\| ", -1))
                            .map(cell -> cell.replace("*", "").strip())
                            .toList()
                    : List.of();
        }

        void check() {
            PAGES.incrementAndGet();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).isEmpty() || (i > 0 && !rows.get(i - 1).isEmpty())) {
                    continue;
                }
                if (rows.get(i).getFirst().equals(words.say("exhibit.step"))) {
                    bridge(body(i));
                } else if (rows.get(i).getLast().equals(words.say("report.column.contribution"))) {
                    contributions(body(i));
                } else if (rows.get(i).getLast().equals(words.say("exhibit.use.share"))) {
                    parts(body(i));
                }
            }
            calculations();
        }

        private List<List<String>> body(int head) {
            List<List<String>> body = new ArrayList<>();
            for (int i = head + 2; i < rows.size() && !rows.get(i).isEmpty(); i++) {
                body.add(rows.get(i));
            }
            return body;
        }

        /** Each level is the one before and the change between them. */
        private void bridge(List<List<String>> steps) {
            for (int i = 1; i < steps.size(); i++) {
                SUMS.incrementAndGet();
                BigDecimal change = number(steps.get(i).get(1));
                BigDecimal before = number(steps.get(i - 1).get(2));
                BigDecimal level = number(steps.get(i).get(2));
                assertEquals(
                        change == null ? before : before.add(change),
                        level,
                        steps.get(i).toString());
            }
        }

        /** The contributions of all instances are the gap, and that is the difference of both averages. */
        private void contributions(List<List<String>> instances) {
            BigDecimal sum = instances.stream()
                    .map(row -> number(row.getLast()))
                    .filter(number -> number != null)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (Double.isFinite(total.gap())) {
                SUMS.incrementAndGet();
                BigDecimal gap = new BigDecimal(Numbers.percentNumber(total.weightedAverage()))
                        .subtract(new BigDecimal(Numbers.percentNumber(total.instanceAverage())));
                assertEquals(0, gap.compareTo(sum), "contributions of " + sum + " for a gap of " + gap);
            }
        }

        /** What hardware is used for is all of it, and what is in use is said as the figure says it. */
        private void parts(List<List<String>> parts) {
            BigDecimal sum = parts.stream().map(row -> number(row.getLast())).reduce(BigDecimal.ZERO, BigDecimal::add);
            SUMS.incrementAndGet();
            assertEquals(new BigDecimal("100.0"), sum, parts.toString());
            String used = number(parts.getFirst().getLast()) + "%";
            assertTrue(
                    rows.stream().filter(row -> !parts.contains(row)).anyMatch(row -> row.contains(used)),
                    "no figure says " + used);
        }

        /** With a pocket calculator: = to the digit, ≈ to the last digit that is written. */
        private void calculations() {
            BigDecimal parts = BigDecimal.ZERO;
            for (String line : lines) {
                String sign = line.contains(" ≈ ") ? " ≈ " : " = ";
                int colon = line.lastIndexOf(": ");
                String[] sides = line.substring(colon < 0 ? 0 : colon + 2).split(sign);
                if (sides.length != 2 || !sides[0].matches("[-−0-9.()/·+ ]+") || !sides[1].matches("[−0-9.]+")) {
                    continue;
                }
                SUMS.incrementAndGet();
                BigDecimal right = number(sides[1]);
                double left = new Calculator(sides[0]).value();
                boolean part = sides[0].startsWith("(") && colon >= 0;
                double most = sign.equals(" = ") ? 1e-7 : part ? 0.0101 : 0.0051;
                assertTrue(Math.abs(left - right.doubleValue()) <= most, () -> line + " gives " + left);
                parts = part ? parts.add(right) : parts;
                if (sides[0].matches("[−0-9.]+ − [−0-9.]+")) {
                    assertEquals(0, right.compareTo(parts), "contributions of " + parts + " for " + line);
                    parts = BigDecimal.ZERO;
                }
            }
        }

        private static BigDecimal number(String shown) {
            String digits = shown.replace('−', '-').replaceAll("[^-0-9.]", "");
            return digits.isEmpty() ? null : new BigDecimal(digits);
        }
    }

    /** Works out what is written: sums, products, quotients and brackets. */
    private static final class Calculator {
        private final String text;
        private int at;

        Calculator(String text) {
            this.text = text.replace(" ", "").replace('−', '-');
        }

        double value() {
            double sum = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                sum += text.charAt(at++) == '+' ? product() : -product();
            }
            return sum;
        }

        private double product() {
            double product = factor();
            while (at < text.length() && (text.charAt(at) == '·' || text.charAt(at) == '/')) {
                product = text.charAt(at++) == '·' ? product * factor() : product / factor();
            }
            return product;
        }

        private double factor() {
            if (text.charAt(at) == '(') {
                at++;
                double inside = value();
                at++;
                return inside;
            }
            int from = at;
            at += text.charAt(at) == '-' ? 1 : 0;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return Double.parseDouble(text.substring(from, at));
        }
    }
}
