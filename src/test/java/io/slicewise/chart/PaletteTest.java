package io.slicewise.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final Map<String, Palette> PALETTES =
            Map.of("light", Palette.LIGHT, "dark", Palette.DARK, "presentation", Palette.PRESENTATION);

    /** What the window puts charts on. */
    private static final Map<String, List<String>> GROUNDS = Map.of(
            "light", List.of("#FFFFFF", "#F6F7F9"),
            "dark", List.of("#15181D", "#1B1F26"),
            "presentation", List.of("#FFFFFF", "#F6F7F9"));

    /** Marks in these colours have words in the same colour. */
    private static final Set<ColorRole> WORDS =
            EnumSet.complementOf(EnumSet.of(ColorRole.GRID, ColorRole.SURFACE, ColorRole.AXIS));

    @Test
    void wordsReach45AndAxesReach3OnEveryBackground() {
        PALETTES.forEach((name, palette) -> {
            for (String ground : GROUNDS.getOrDefault(name, List.of())) {
                for (ColorRole role : WORDS) {
                    atLeast(4.5, palette, role, ground, name);
                }
                atLeast(3, palette, ColorRole.AXIS, ground, name);
            }
        });
    }

    @Test
    void presentationReaches7() {
        for (ColorRole role : WORDS) {
            atLeast(7, Palette.PRESENTATION, role, "#FFFFFF", "presentation");
        }
    }

    private static void atLeast(double demanded, Palette palette, ColorRole role, String ground, String name) {
        double contrast = palette.color(role).contrast(Rgb.of(ground));
        assertTrue(contrast >= demanded, () -> name + " " + role + " on " + ground + ": " + contrast);
    }

    @Test
    void contrastIsWhatWcagSays() {
        assertEquals(21, Rgb.of("#000000").contrast(Rgb.of("#FFFFFF")), 1e-9);
        assertEquals(4.54, Rgb.of("#767676").contrast(Rgb.of("#FFFFFF")), 0.005);
        assertEquals("#0B63C5", Palette.LIGHT.color(ColorRole.INSTANCE_AVERAGE).hex());
    }

    /** Linear RGB as seen with no working L, M or S cones (Machado, Oliveira and Fernandes 2009, severity 1). */
    private static final Map<String, double[][]> EYES = Map.of(
            "usual", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "deuteranopia",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    },
            "tritanopia",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    @Test
    void theThreeFiguresStayApartForEveryEye() {
        List<ColorRole> figures = List.of(ColorRole.INSTANCE_AVERAGE, ColorRole.WEIGHTED, ColorRole.WHOLE_GPU);
        PALETTES.forEach((name, palette) -> EYES.forEach((eye, matrix) -> {
            for (int i = 0; i < figures.size(); i++) {
                double[] one = lab(palette.color(figures.get(i)), matrix);
                double[] next = lab(palette.color(figures.get((i + 1) % figures.size())), matrix);
                double distance = Math.hypot(Math.hypot(one[0] - next[0], one[1] - next[1]), one[2] - next[2]);
                String what = name + ", " + eye + ", " + figures.get(i) + " and the next: " + distance;
                assertTrue(distance >= 10, what);
            }
        }));
    }

    /** CIE L*a*b* (D65) of a colour as an eye sees it. */
    private static double[] lab(Rgb rgb, double[][] eye) {
        double[] linear = {Rgb.linear(rgb.red()), Rgb.linear(rgb.green()), Rgb.linear(rgb.blue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2];
            seen[i] = Math.clamp(sum, 0, 1);
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
