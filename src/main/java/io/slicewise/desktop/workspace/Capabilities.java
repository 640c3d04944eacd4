package io.slicewise.desktop.workspace;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.DocumentContent.Planned;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Text;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with a document, as far as that follows from what it is: decided here and nowhere else.
 *
 * @param first the screen that it is looked at first
 * @param missing screens that it does not have, each with the reason
 * @param refused what the menus and keys do not do with it, each with the reason
 */
record Capabilities(Screen first, Map<Screen, Text> missing, Map<Use, Text> refused) {
    /** Two hosts of eight: more GPUs than anyone edits by hand are looked at in tables first. */
    private static final int MOST_CARDS = 16;

    /** What menus and keys do with a document as a whole. */
    enum Use {
        /** Keeping it in a file. */
        SAVE,
        /** Reports of it, also on the clipboard. */
        REPORT,
        /** Presenting it. */
        PRESENT
    }

    static Capabilities of(DocumentContent content) {
        return switch (content) {
            case Planned planned ->
                new Capabilities(first(planned), withoutTimeline("desktop.refused.planned"), Map.of());
            case Measured measured -> ofMeasured(measured);
            case Summed summed -> ofSummed(summed);
        };
    }

    /** A plan of what is to be bought, without GPUs, is looked at as one. */
    private static Screen first(Planned planned) {
        Scenario scenario = planned.scenario();
        return scenario.plan() != null && scenario.fleet().gpus().isEmpty() ? Screen.PLAN : Screen.EXPLORE;
    }

    private static Capabilities ofMeasured(Measured measured) {
        if (measured.timeline() != null) {
            return new Capabilities(Screen.TIMELINE, Map.of(), Map.of());
        }
        boolean many = measured.scenario().fleet().gpus().size() > MOST_CARDS;
        String why = measured.over() == null ? "desktop.refused.moment" : "desktop.refused.elsewhere";
        return new Capabilities(many ? Screen.FLEET : Screen.EXPLORE, withoutTimeline(why), Map.of());
    }

    /** Without instances there is nothing to edit, to keep or to tell; each row leads to its own. Sizes the server works out. */
    private static Capabilities ofSummed(Summed summed) {
        Text why = Text.of("desktop.refused.summed");
        Map<Screen, Text> missing = new EnumMap<>(Map.of(Screen.EXPLORE, why));
        boolean range = summed.range() != null;
        if (!range) {
            missing.putAll(withoutTimeline("desktop.refused.moment"));
        }
        Map<Use, Text> refused = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            refused.put(use, why);
        }
        return new Capabilities(range ? Screen.TIMELINE : Screen.FLEET, missing, refused);
    }

    private static Map<Screen, Text> withoutTimeline(String why) {
        return Map.of(Screen.TIMELINE, Text.of(why));
    }

    /** The screens that it has, in their order. */
    Set<Screen> screens() {
        Set<Screen> all = EnumSet.allOf(Screen.class);
        all.removeAll(missing.keySet());
        return all;
    }

    /** Why it does not have a screen; empty where it has. */
    Optional<Text> missing(Screen screen) {
        return Optional.ofNullable(missing.get(screen));
    }

    /** Why something cannot be done with it; empty where it can. */
    Optional<Text> refused(Use use) {
        return Optional.ofNullable(refused.get(use));
    }
}
