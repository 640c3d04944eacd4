package io.slicewise.desktop.document;

import io.slicewise.chart.TimeAxis;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Says which moment of a range the GPUs of a document are of. */
public final class RangeMoment {
    private RangeMoment() {}

    /** In a sentence; {@code null} where there is no range. */
    public static @Nullable Text said(DocumentContent content, Language language) {
        Timeline timeline = content.timeline();
        Snapshot snapshot = content.snapshot();
        if (timeline == null || snapshot == null) {
            return null;
        }
        String first = moment(timeline, timeline.start(), language);
        String last = moment(timeline, timeline.end() - timeline.step(), language);
        return content.scenario().fleet().equals(snapshot.fleet())
                ? Text.of("timeline.note.end", last, first)
                : Text.of("timeline.note.other", first, last);
    }

    /** An instant of a timeline, as this machine's clocks show it. */
    public static String moment(Timeline timeline, long time, Language language) {
        return new TimeAxis(timeline.start(), timeline.end(), ZoneId.systemDefault(), language).moment(time);
    }
}
