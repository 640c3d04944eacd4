package io.slicewise.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.story.HardwareUse;
import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the sliders of a page show in a browser is what the product computes of the same loads. */
class WhatIfTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path folder;

    private static Subject subject(String... instances) {
        Fleet fleet = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", instances));
        return Subject.of("What if", "", fleet, Weights.DEFAULT, false);
    }

    private static String page(Subject subject, Language language) {
        return HtmlWriter.write(
                Report.of(Template.EXECUTIVE, List.of(subject), Options.of(language, Audience.MANAGER)),
                PictureFont.shipped().measure());
    }

    /** Loads before, what is moved, loads after. */
    private record Move(Language language, String before, String hash, String after) {}

    @TestFactory
    Stream<DynamicTest> theFiguresFollowTheSliders() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed here; this proof is skipped");
        return Stream.of(
                        new Move(Language.ENGLISH, "90 80 70 60", "", "90 80 70 60"),
                        new Move(Language.KOREAN, "90 80 70 60", "#whatif=4:0", "90 80 70 0"),
                        new Move(Language.ENGLISH, "90 80 70 60", "#whatif=1:33.3,2:66.7,4:12.5", "33.3 66.7 70 12.5"),
                        new Move(Language.KOREAN, "80.5 80.5 80.5 80.5", "#whatif=3:0.1", "80.5 80.5 0.1 80.5"),
                        new Move(Language.ENGLISH, "0 0 0 0", "#whatif=1:100,2:100,3:100,4:100", "100 100 100 100"))
                .map(move -> DynamicTest.dynamicTest(move.toString(), () -> check(move)));
    }

    @Test
    void slidersStandWhereTheLoadsAreWithoutNoise() {
        Matcher values =
                Pattern.compile("step=\"0.1\" value=\"([^\"]*)\"").matcher(page(loads("7 55 57 58"), Language.ENGLISH));
        assertEquals(
                List.of("7.0", "55.0", "57.0", "58.0"),
                values.results().map(result -> result.group(1)).toList());
    }

    private static Subject loads(String loads) {
        String[] each = loads.split(" ");
        return subject("1g.10gb " + each[0], "1g.10gb " + each[1], "1g.10gb " + each[2], "2g.20gb " + each[3]);
    }

    private void check(Move move) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page(loads(move.before()), move.language()));
        String shown = shown(file.toUri() + move.hash());
        Averages total = loads(move.after()).figures().total();
        assertEquals(Numbers.percentNumber(total.instanceAverage()) + "%", text(shown, "wi-s"));
        assertEquals(Numbers.percentNumber(total.weightedAverage()) + "%", text(shown, "wi-w"));
        assertEquals(Numbers.percentNumber(total.wholeGpu()) + "%", text(shown, "wi-g"));
        String unit = move.language() == Language.KOREAN ? "%p" : " pp";
        assertEquals(Numbers.pointsNumber(total.shownGap().difference()) + unit, step(shown, "wi-gap"));
        assertEquals(Numbers.pointsNumber(total.shownUnallocatedCost().difference()) + unit, step(shown, "wi-cost"));
        List<Integer> parts = HardwareUse.of(total).orElseThrow().percents();
        for (int i = 0; i < 3; i++) {
            assertEquals(parts.get(i) + "%", text(shown, "wi-t" + i));
        }
    }

    private static String shown(String address) throws Exception {
        Path profile = Files.createTempDirectory("chromium");
        Process browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile,
                        "--dump-dom",
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(browser.waitFor(1, TimeUnit.MINUTES), "the browser ends");
        return shown.replace("&nbsp;", " ").replace('\u00a0', ' ');
    }

    private static String text(String html, String id) {
        return found(html, "id=\"" + id + "\">([^<]*)<");
    }

    private static String step(String html, String id) {
        return found(html, "id=\"" + id + "\">.*?<b>([^<]*)<");
    }

    private static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    @Test
    void withoutScriptOrWithoutKnownHardwareThereAreNoSliders() {
        assertTrue(page(subject("1g.10gb 90"), Language.ENGLISH).contains("id=\"whatif\" class=\"whatif\" hidden"));
        assertTrue(!page(subject("1g.10gb -"), Language.ENGLISH).contains("id=\"whatif\""));
    }
}
