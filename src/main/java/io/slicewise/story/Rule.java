package io.slicewise.story;

import io.slicewise.text.Decimal;
import io.slicewise.text.Text;
import java.util.Optional;

/**
 * Looks for one thing. A rule says nothing on data that does not support it: no reading, an unknown weight, a place that
 * no one knows. It has a face, so that planners can see the list and switch off what does not help them: see {@link
 * Findings#rules()} and {@link Thresholds#without}.
 */
public abstract class Rule {
    private final String id;
    private final View view;

    /**
     * @param id a stable name, for links into views, for files and for what is remembered
     * @param view the place that shows what it finds
     */
    Rule(String id, View view) {
        this.id = id;
        this.view = view;
    }

    /** A stable name: {@code gap}, {@code idle-large}. */
    public final String id() {
        return id;
    }

    /** What it looks for, in a few words. */
    public final Text title() {
        return Text.of("story.rule." + id);
    }

    /** The place that shows what it finds. */
    public final View view() {
        return view;
    }

    /** From where on it speaks; empty where there is no more or less. */
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.empty();
    }

    /** A distance of figures, without a sign. */
    static Text points(double distance) {
        return Text.of("story.limit.points", new Decimal(100 * distance, 1));
    }

    /** What it found. */
    abstract Optional<Finding> look(Facts facts);
}
