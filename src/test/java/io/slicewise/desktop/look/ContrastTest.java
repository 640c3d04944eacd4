package io.slicewise.desktop.look;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every pair of colours that occurs can be told apart: WCAG 2.2, 1.4.3 (text, 4.5:1) and 1.4.11 (marks, 3:1). */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    static final List<Arguments> MODES = List.of(
            Arguments.argumentSet("light", List.of("base", "light")),
            Arguments.argumentSet("dark", List.of("base", "dark")),
            Arguments.argumentSet("light presentation", List.of("base", "light", "presentation")),
            Arguments.argumentSet("dark presentation", List.of("base", "dark", "presentation")));

    private static final List<String> PLAIN = List.of("-sw-surface-sunken", "-sw-surface", "-sw-surface-raised");
    private static final List<String> OPERATED =
            List.of("-sw-hover", "-sw-pressed", "-sw-selection", "-sw-selection-quiet");

    @ParameterizedTest
    @FieldSource("MODES")
    void textCanBeReadOnEverySurface(List<String> sheets) {
        List<String> surfaces = Stream.concat(PLAIN.stream(), OPERATED.stream()).toList();
        assertContrast(sheets, TEXT, List.of("-sw-text", "-sw-text-muted", "-sw-danger"), surfaces);
        assertContrast(sheets, TEXT, List.of("-sw-text-muted"), List.of("-sw-free", "-sw-stranded"));
    }

    @ParameterizedTest
    @FieldSource("MODES")
    void colouredTextCanBeReadOnPanels(List<String> sheets) {
        List<String> coloured = List.of(
                "-sw-accent", "-sw-warning", "-sw-success", "-sw-instance-average", "-sw-weighted", "-sw-whole-gpu");
        assertContrast(sheets, TEXT, coloured, PLAIN);
        assertContrast(sheets, TEXT, List.of("-sw-warning"), List.of("-sw-warning-surface"));
        assertContrast(sheets, TEXT, List.of("-sw-danger"), List.of("-sw-danger-surface"));
        assertContrast(sheets, TEXT, List.of("-sw-success"), List.of("-sw-success-surface"));
        assertContrast(sheets, TEXT, List.of("-sw-on-tooltip"), List.of("-sw-tooltip"));
        List<String> buttons = List.of("-sw-accent", "-sw-accent-hover", "-sw-accent-pressed");
        assertContrast(sheets, TEXT, List.of("-sw-on-accent"), buttons);
    }

    @ParameterizedTest
    @FieldSource("MODES")
    void controlsAndFocusStandOutFromPanels(List<String> sheets) {
        assertContrast(sheets, MARK, List.of("-sw-border-strong", "-sw-focus", "-sw-accent", "-sw-danger"), PLAIN);
        assertContrast(sheets, MARK, List.of("-sw-focus"), OPERATED);
        assertContrast(sheets, MARK, List.of("-sw-hatch"), List.of("-sw-stranded", "-sw-surface"));
        assertContrast(sheets, MARK, List.of("-sw-border-strong"), List.of("-sw-free"));
    }

    @ParameterizedTest
    @FieldSource("MODES")
    void instancesCanBeReadHoweverBusy(List<String> sheets) {
        for (int step = 0; step < 5; step++) {
            assertContrast(sheets, TEXT, List.of("-sw-on-load-" + step), List.of("-sw-load-" + step));
        }
    }

    @ParameterizedTest
    @FieldSource("MODES")
    void busierIsAlwaysFurtherInLightness(List<String> sheets) {
        Tokens tokens = Tokens.of(sheets);
        double direction = Math.signum(tokens.luminance("-sw-load-4") - tokens.luminance("-sw-load-0"));
        assertAll(IntStream.range(0, 4).mapToObj(step -> () -> {
            String idler = "-sw-load-" + step;
            String busier = "-sw-load-" + (step + 1);
            assertEquals(direction, Math.signum(tokens.luminance(busier) - tokens.luminance(idler)), busier);
            assertTrue(tokens.contrast(idler, busier) >= 1.25, () -> idler + " and " + busier + " are too alike");
        }));
    }

    @Test
    void bothThemesDefineTheSameTokens() {
        assertEquals(
                Tokens.of(List.of("light")).values().keySet(),
                Tokens.of(List.of("dark")).values().keySet());
    }

    /** The charts have a palette of their own; its colours are read on what the look puts behind a chart. */
    @ParameterizedTest
    @FieldSource("MODES")
    void chartsCanBeReadOnWhatIsBehindThem(List<String> sheets) {
        Tokens tokens = Tokens.of(sheets);
        Palette palette = sheets.contains("dark")
                ? Palette.DARK
                : sheets.contains("presentation") ? Palette.PRESENTATION : Palette.LIGHT;
        List<Executable> checks = new ArrayList<>();
        for (ColorRole role : ColorRole.values()) {
            double least = role == ColorRole.AXIS ? MARK : TEXT;
            for (String ground : PLAIN) {
                double contrast = palette.color(role).contrast(Rgb.of(tokens.hex(ground)));
                checks.add(() -> assertTrue(
                        role == ColorRole.GRID || role == ColorRole.SURFACE || contrast >= least,
                        () -> "%s on %s: %.2f < %.1f".formatted(role, ground, contrast, least)));
            }
        }
        assertAll(checks);
    }

    private static void assertContrast(List<String> sheets, double least, List<String> marks, List<String> grounds) {
        Tokens tokens = Tokens.of(sheets);
        List<Executable> checks = new ArrayList<>();
        for (String mark : marks) {
            for (String ground : grounds) {
                double contrast = tokens.contrast(mark, ground);
                checks.add(() -> assertTrue(
                        contrast >= least, () -> "%s on %s: %.2f < %.1f".formatted(mark, ground, contrast, least)));
            }
        }
        assertAll(checks);
    }
}
