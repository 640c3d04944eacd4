package io.slicewise.desktop.present;

import io.slicewise.story.Audience;
import io.slicewise.story.deck.Plan;
import io.slicewise.story.deck.Topic;
import io.slicewise.text.Language;

/**
 * How a document is presented; remembered for it while it is open.
 *
 * @param plan which slides in which order
 * @param audience to whom
 * @param language in which language the slides are; the window keeps its own
 * @param moving whether columns grow and slides glide where the system does not ask for stillness
 * @param windowed whether it is shown in a window, for a call, instead of on a whole screen
 * @param last the slide that was shown last
 */
record Manner(Plan plan, Audience audience, Language language, boolean moving, boolean windowed, Topic last) {
    static Manner in(Language language) {
        return new Manner(Plan.ALL, Audience.MANAGER, language, true, false, Topic.SUMMARY);
    }

    Manner withPlan(Plan newPlan) {
        return new Manner(newPlan, audience, language, moving, windowed, last);
    }

    Manner withAudience(Audience newAudience) {
        return new Manner(plan, newAudience, language, moving, windowed, last);
    }

    Manner withLanguage(Language newLanguage) {
        return new Manner(plan, audience, newLanguage, moving, windowed, last);
    }

    Manner withMoving(boolean moves) {
        return new Manner(plan, audience, language, moves, windowed, last);
    }

    Manner withWindowed(boolean inWindow) {
        return new Manner(plan, audience, language, moving, inWindow, last);
    }

    Manner withLast(Topic topic) {
        return new Manner(plan, audience, language, moving, windowed, topic);
    }
}
