package io.slicewise.document.content;

import io.slicewise.usage.timeline.Timeline;
import java.util.List;

/**
 * Where the readings over time are that a measured document came with. A saved document holds those of one moment; the
 * others stay in their files.
 *
 * @param files what they were read from, as the user gave it; none where they came from a server
 * @param start the first instant, in milliseconds since 1970 UTC
 * @param end the instant after the last
 * @param step how far most samples are apart, in milliseconds
 */
public record TimelineReference(List<String> files, long start, long end, long step) {
    public TimelineReference {
        files = List.copyOf(files);
    }

    /** Of readings that are at hand. */
    public static TimelineReference of(Timeline timeline, List<String> files) {
        return new TimelineReference(files, timeline.start(), timeline.end(), timeline.step());
    }

    /** Whether these are the readings. */
    public boolean isOf(Timeline timeline) {
        return timeline.start() == start && timeline.end() == end && timeline.step() == step;
    }
}
