package io.slicewise.desktop.document;

import io.slicewise.planning.outlook.Outlook;
import io.slicewise.usage.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Works out what the recorded range of a document tells a planner, in the background, whenever it holds another range. */
public final class Outlooks {
    private final Document document;
    private final Latest latest;
    private @Nullable Timeline of;

    private Outlooks(Document document, Background background) {
        this.document = document;
        latest = new Latest(background);
    }

    /** For as long as the document is open. */
    public static void follow(Document document, Background background) {
        Outlooks outlooks = new Outlooks(document, background);
        document.contentProperty().subscribe(content -> outlooks.look(content.timeline()));
    }

    @SuppressWarnings("ReferenceEquality") // an edit leaves the range as it is
    private void look(@Nullable Timeline now) {
        if (now == of) {
            return;
        }
        of = now;
        if (now == null || now.isEmpty()) {
            latest.stop();
            document.outlookProperty().set(null);
        } else {
            latest.ask(cancel -> Outlook.of(now, cancel), document.outlookProperty()::set);
        }
    }
}
