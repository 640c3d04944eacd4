package io.slicewise.desktop.present;

import io.slicewise.story.Audience;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.story.deck.SlideTopic;
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
record PresentationSettings(
        DeckPlan plan, Audience audience, Language language, boolean moving, boolean windowed, SlideTopic last) {
    static PresentationSettings in(Language language) {
        return new PresentationSettings(DeckPlan.ALL, Audience.MANAGER, language, true, false, SlideTopic.SUMMARY);
    }

    PresentationSettings withPlan(DeckPlan newPlan) {
        return new PresentationSettings(newPlan, audience, language, moving, windowed, last);
    }

    PresentationSettings withAudience(Audience newAudience) {
        return new PresentationSettings(plan, newAudience, language, moving, windowed, last);
    }

    PresentationSettings withLanguage(Language newLanguage) {
        return new PresentationSettings(plan, audience, newLanguage, moving, windowed, last);
    }

    PresentationSettings withMoving(boolean moves) {
        return new PresentationSettings(plan, audience, language, moves, windowed, last);
    }

    PresentationSettings withWindowed(boolean inWindow) {
        return new PresentationSettings(plan, audience, language, moving, inWindow, last);
    }

    PresentationSettings withLast(SlideTopic topic) {
        return new PresentationSettings(plan, audience, language, moving, windowed, topic);
    }
}
