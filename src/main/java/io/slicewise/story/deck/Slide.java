package io.slicewise.story.deck;

import io.slicewise.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slide.
 *
 * @param topic what it is about; says what is drawn
 * @param title its title
 * @param leads its sentences, at least one; with several, they take each other's place, one step of the slide each
 * @param points what it lists
 * @param notes what to say, for the presenter alone
 */
public record Slide(SlideTopic topic, Text title, List<Text> leads, List<Point> points, List<Text> notes) {
    public Slide {
        leads = List.copyOf(leads);
        points = List.copyOf(points);
        notes = List.copyOf(notes);
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("a slide says something");
        }
    }

    /**
     * Something that a slide lists.
     *
     * @param text what
     * @param detail more about it; {@code null} for nothing
     */
    public record Point(Text text, @Nullable Text detail) {
        static Point of(Text text) {
            return new Point(text, null);
        }
    }

    /** In how many steps it is shown. */
    public int steps() {
        return leads.size();
    }

    /** The sentence of a step; of one beyond the last, the last one. */
    public Text lead(int step) {
        return leads.get(Math.clamp(step, 0, leads.size() - 1));
    }
}
