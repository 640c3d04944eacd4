package io.slicewise.page;

import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import java.time.ZoneId;

/**
 * Whom a page is composed for.
 *
 * @param language the language of its words
 * @param audience who reads it
 * @param thresholds from where on something is worth saying
 * @param zone whose clocks show when something was
 */
public record Addressee(Language language, Audience audience, Thresholds thresholds, ZoneId zone) {
    /** With the clocks of UTC. */
    public static Addressee of(Language language, Audience audience, Thresholds thresholds) {
        return new Addressee(language, audience, thresholds, ZoneId.of("UTC"));
    }
}
