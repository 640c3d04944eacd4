package io.slicewise.desktop.report;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.text.CsvWriter;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Reports of documents that are open: as files through a dialog, and at once on the clipboard. */
public final class Reports {
    private static final String STYLE =
            Objects.requireNonNull(Reports.class.getResource("report.css")).toExternalForm();
    private static final double WIDTH = 760;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 420;
    private static final double SCREEN_PART = 0.92;

    private final Window owner;
    private final Words words;
    private final Look look;
    private final AlertLevel alert;
    private final ObjectProperty<ReportChoice> wishes;
    private final ReportActions actions;
    private @Nullable Stage open;

    /**
     * @param owner the window that the dialog belongs to
     * @param wishes what is remembered; follows what is chosen
     */
    public Reports(
            Window owner,
            Words words,
            Look look,
            AlertLevel alert,
            ObjectProperty<ReportChoice> wishes,
            ReportActions actions) {
        this.alert = alert;
        this.owner = owner;
        this.words = words;
        this.look = look;
        this.wishes = wishes;
        this.actions = actions;
    }

    /** Asks what a report of a document is to be like, and makes it. */
    public void make(Document document) {
        close();
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        ReportModel model = new ReportModel(document, wishes, words.languageProperty(), alert, today, actions);
        Stage dialog = new Stage();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.titleProperty().bind(words.of("making.dialog"));
        ReportForm form = new ReportForm(model, actions, words);
        form.disableProperty()
                .bind(model.making().phaseProperty().map(Phase::isBusy).orElse(false));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Label title = new Label();
        title.getStyleClass().addAll("page-title", "report-head");
        title.setWrapText(true);
        title.textProperty()
                .bind(words.languageProperty()
                        .map(language -> words.now(
                                "making.head", document.scenario().name().in(language))));
        BorderPane root = new BorderPane(scroll);
        root.getStyleClass().add("report-dialog");
        root.getStylesheets().add(STYLE);
        root.setTop(title);
        ReportOutcome outcome = new ReportOutcome(model, actions, words, dialog::close);
        root.setBottom(outcome);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                root,
                Math.min(WIDTH, screen.getWidth() * SCREEN_PART),
                Math.min(HEIGHT, screen.getHeight() * SCREEN_PART));
        look.dress(scene);
        dialog.setScene(scene);
        dialog.setMinWidth(LEAST_WIDTH);
        dialog.setMinHeight(LEAST_HEIGHT);
        dialog.setOnHidden(_ -> model.making().cancel());
        open = dialog;
        dialog.show();
        Platform.runLater(outcome::focus);
    }

    /** Closes the dialog where it is open; what is under way is dropped. */
    public void close() {
        Stage dialog = open;
        if (dialog != null) {
            dialog.hide();
            open = null;
        }
    }

    /** Puts a page about a document on the clipboard, as Markdown for a ticket. */
    public void copyMarkdown(Document document) {
        copy(document, MarkdownWriter::write, Text.of("making.copied.markdown"));
    }

    /** Puts all figures of a document on the clipboard, as a table that spreadsheets take. */
    public void copyTable(Document document) {
        copy(document, report -> CsvWriter.tsv(report.figures()), Text.of("making.copied.table"));
    }

    private void copy(Document document, Function<Report, String> text, Text done) {
        Language language = words.language();
        Subject subject = ReportModel.subject(document, language);
        Options options = ReportModel.options(wishes.get(), alert, language);
        actions.start(_ -> text.apply(Report.of(Template.EXECUTIVE, List.of(subject), options)), written -> {
            actions.copy(written);
            actions.say(done);
        });
    }
}
