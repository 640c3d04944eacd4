package io.slicewise.desktop.document;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.page.Ledger;
import io.slicewise.page.Subject;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Text;

/** An open document as pages tell of it: of a range as a whole, or of the one moment that was chosen. */
public final class DocumentSubject {
    private DocumentSubject() {}

    /** The document as it is now. */
    public static Subject of(Document document, Language language) {
        DocumentContent content = document.content();
        Scenario scenario = content.scenario();
        Text moment = document.momentProperty().get() ? RangeMoment.said(content, language) : null;
        return new Subject(
                scenario.name().in(language),
                scenario.notes().in(language),
                content.counted(),
                document.figures(),
                content.isMeasured(),
                content.source(),
                SampleLibrary.isNamed(content.source()),
                content.timeline(),
                content.facts(),
                content.timeline() != null && moment == null ? content.allGpusOverTime() : content.allGpus(),
                moment == null ? null : Text.of("timeline.note.moment", moment),
                scenario.plan(),
                Ledger.of(scenario, content.hardware(), content.labels()));
    }
}
