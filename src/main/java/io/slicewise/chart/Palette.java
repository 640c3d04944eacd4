package io.slicewise.chart;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which colour every role has. Style sheets of the window use the same values:
 *
 * <table>
 * <caption>Colours</caption>
 * <tr><th>role</th><th>light</th><th>dark</th><th>presentation</th></tr>
 * <tr><td>INSTANCE_AVERAGE</td><td>#0B63C5</td><td>#6CB2FF</td><td>#084C9A</td></tr>
 * <tr><td>WEIGHTED</td><td>#B45309</td><td>#FFB454</td><td>#8F3F05</td></tr>
 * <tr><td>WHOLE_GPU</td><td>#0F766E</td><td>#4FD1B8</td><td>#0A5A54</td></tr>
 * <tr><td>POSITIVE</td><td>#4D7C0F</td><td>#A9D65C</td><td>#3A5F0B</td></tr>
 * <tr><td>NEGATIVE</td><td>#BE185D</td><td>#FF8FB5</td><td>#93114A</td></tr>
 * <tr><td>NEUTRAL</td><td>#5B6778</td><td>#9AA7B8</td><td>#3F4A59</td></tr>
 * <tr><td>CEILING</td><td>#7C3AED</td><td>#C4A7FF</td><td>#5B21B6</td></tr>
 * <tr><td>ACCENT</td><td>#334155</td><td>#E2E8F0</td><td>#1E293B</td></tr>
 * <tr><td>AXIS</td><td>#7A8594</td><td>#7D8896</td><td>#5B6778</td></tr>
 * <tr><td>GRID</td><td>#E6E9EE</td><td>#2C323B</td><td>#DDE1E7</td></tr>
 * <tr><td>TEXT</td><td>#161B22</td><td>#EEF1F5</td><td>#000000</td></tr>
 * <tr><td>TEXT_MUTED</td><td>#56606E</td><td>#A5AFBC</td><td>#3A4350</td></tr>
 * <tr><td>SURFACE</td><td>#FFFFFF</td><td>#1B1F26</td><td>#FFFFFF</td></tr>
 * </table>
 *
 * <p>The three figures keep a hue each: blue, orange, green-blue. On every background of the window (light
 * {@code #FFFFFF} and {@code #F6F7F9}, dark {@code #15181D} and {@code #1B1F26}) marks and words reach a contrast of
 * 4.5, as figures are written in the colours of their marks; axes reach 3. Presentation reaches 7 for words. The three
 * figures stay apart for readers with a colour vision deficiency. Tests compute all of this.
 */
public final class Palette {
    /** For light windows and for paper. */
    public static final Palette LIGHT = new Palette(
            "#0B63C5 #B45309 #0F766E #4D7C0F #BE185D #5B6778 #7C3AED #334155",
            "#0B63C5 #B45309 #0F766E #A21CAF #4D7C0F #B91C1C #475569 #6D28D9",
            "#7A8594 #E6E9EE #161B22 #56606E #FFFFFF");

    /** For dark windows. */
    public static final Palette DARK = new Palette(
            "#6CB2FF #FFB454 #4FD1B8 #A9D65C #FF8FB5 #9AA7B8 #C4A7FF #E2E8F0",
            "#6CB2FF #FFB454 #4FD1B8 #F0A6FF #A9D65C #FF9B93 #B6C2D1 #B8A6FF",
            "#7D8896 #2C323B #EEF1F5 #A5AFBC #1B1F26");

    /** For projectors: darker marks on white. */
    public static final Palette PRESENTATION = new Palette(
            "#084C9A #8F3F05 #0A5A54 #3A5F0B #93114A #3F4A59 #5B21B6 #1E293B",
            "#084C9A #8F3F05 #0A5A54 #86198F #3A5F0B #991B1B #334155 #4C1D95",
            "#5B6778 #DDE1E7 #000000 #3A4350 #FFFFFF");

    private final Map<ColorRole, Rgb> colors = new EnumMap<>(ColorRole.class);

    /** The colours in the order of the roles: meanings, series, and what they stand on. */
    private Palette(String meanings, String series, String ground) {
        String[] hex = String.join(" ", meanings, series, ground).split(" ");
        ColorRole[] roles = ColorRole.values();
        if (hex.length != roles.length) {
            throw new IllegalArgumentException(hex.length + " colours for " + roles.length + " roles");
        }
        for (ColorRole role : roles) {
            colors.put(role, Rgb.of(hex[role.ordinal()]));
        }
    }

    /** The colour of a role. */
    @SuppressWarnings("NullAway") // the constructor fills every role in
    public Rgb color(ColorRole role) {
        return colors.get(role);
    }
}
