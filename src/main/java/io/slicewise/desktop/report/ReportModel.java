package io.slicewise.desktop.report;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.DocumentSubject;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.Options;
import io.slicewise.report.SlideTemplate;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen for a report of a document. Choices that hold for other documents too are wishes, which are remembered;
 * title, date and what it is compared with are this report's own. Needs no toolkit; to be used on one thread.
 */
final class ReportModel {

    private final Document document;
    private final ObservableValue<Language> window;
    private final ObjectProperty<ReportChoice> wishes;
    private final FileChoice<Logo> logo;
    private final FileChoice<SlideTemplate> slides;
    private final ReportRun making;
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty date;
    private final AlertLevel alert;
    private final StringProperty folder;
    private final ObjectProperty<@Nullable Document> other = new SimpleObjectProperty<>(this, "other");
    private final BooleanProperty swapped = new SimpleBooleanProperty(this, "swapped", false);
    private final ObservableValue<@Nullable Text> obstacle;

    /**
     * @param wishes what was chosen before; follows what is chosen now
     * @param window the language of a report as long as no other was chosen
     * @param alert from where on findings warn
     * @param today the date as long as no other was entered: year, month and day with hyphens
     */
    ReportModel(
            Document document,
            ObjectProperty<ReportChoice> wishes,
            ObservableValue<Language> window,
            AlertLevel alert,
            String today,
            ReportActions actions) {
        this.document = document;
        this.wishes = wishes;
        this.window = window;
        ReportChoice before = wishes.get();
        date = new SimpleStringProperty(this, "date", today);
        this.alert = alert;
        folder = new SimpleStringProperty(this, "folder", folder(before, document));
        logo = new FileChoice<>(FileChoice.Kind.LOGO, actions);
        slides = new FileChoice<>(FileChoice.Kind.SLIDES, actions);
        making = new ReportRun(actions);
        Path picture = before.logo();
        if (picture != null) {
            logo.choose(picture);
        }
        Path look = before.slides();
        if (look != null) {
            slides.choose(look);
        }
        slides.chosenProperty().addListener((_, _, now) -> change(w -> w.withSlides(now == null ? null : now.file())));
        logo.chosenProperty().addListener((_, _, now) -> change(w -> w.withLogo(now == null ? null : now.file())));
        obstacle = Bindings.createObjectBinding(this::obstacle, wishes, folder, other);
    }

    /** Where files went last; else beside the document, else where the person's documents are. */
    private static String folder(ReportChoice before, Document document) {
        Path last = before.folder();
        if (last != null) {
            return last.toString();
        }
        return document.file().map(Path::getParent).orElseGet(ReportModel::home).toString();
    }

    private static Path home() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path documents = home.resolve("Documents");
        return Files.isDirectory(documents) ? documents : home;
    }

    Document document() {
        return document;
    }

    ObjectProperty<ReportChoice> wishesProperty() {
        return wishes;
    }

    void change(UnaryOperator<ReportChoice> change) {
        wishes.set(change.apply(wishes.get()));
    }

    FileChoice<Logo> logo() {
        return logo;
    }

    /** The presentation that slides look like. */
    FileChoice<SlideTemplate> slides() {
        return slides;
    }

    ReportRun making() {
        return making;
    }

    /** Empty for the name of the document. */
    StringProperty titleProperty() {
        return title;
    }

    /** Year, month and day with hyphens, to be printed as the language writes it; or any words. */
    StringProperty dateProperty() {
        return date;
    }

    /** The window's alert threshold. */
    AlertLevel alert() {
        return alert;
    }

    /** The folder, as it was entered. */
    StringProperty folderProperty() {
        return folder;
    }

    /** What a comparison is with; {@code null} before it was chosen. */
    ObjectProperty<@Nullable Document> otherProperty() {
        return other;
    }

    /** Whether the document comes first in a comparison, and the other one after it. */
    BooleanProperty swappedProperty() {
        return swapped;
    }

    /** What keeps the report from being made; {@code null} when nothing does. */
    ObservableValue<@Nullable Text> obstacleProperty() {
        return obstacle;
    }

    private @Nullable Text obstacle() {
        if (isComparison() && other.get() == null) {
            return Text.of("making.obstacle.other");
        }
        if (wishes.get().formats().isEmpty()) {
            return Text.of("making.obstacle.formats");
        }
        return path(folder.get()) == null ? Text.of("making.obstacle.folder") : null;
    }

    boolean isComparison() {
        return wishes.get().template() == Template.COMPARISON;
    }

    /** The language that the report will have. */
    Language language() {
        Language chosen = wishes.get().language();
        return chosen == null ? window.getValue() : chosen;
    }

    /** The date as it will be printed. */
    String printedDate() {
        return Options.date(date.get().strip(), language());
    }

    /** Makes the files; where something keeps them from being made, does nothing. */
    void make() {
        Path target = path(folder.get());
        if (obstacle() != null || target == null || making.phaseProperty().get().isBusy()) {
            return;
        }
        change(w -> w.withFolder(target));
        List<Subject> about = about();
        making.start(new Order(
                wishes.get().template(),
                about,
                options(),
                List.copyOf(wishes.get().formats()),
                target));
    }

    private List<Subject> about() {
        Document beside = other.get();
        if (!isComparison() || beside == null) {
            return List.of(subject(document, language()));
        }
        return swapped.get()
                ? List.of(subject(document, language()), subject(beside, language()))
                : List.of(subject(beside, language()), subject(document, language()));
    }

    /** A document as it is now. */
    static Subject subject(Document document, Language language) {
        return DocumentSubject.of(document, language);
    }

    private Options options() {
        FileChoice.Chosen<Logo> picture = logo.chosenProperty().get();
        FileChoice.Chosen<SlideTemplate> look = slides.chosenProperty().get();
        return options(wishes.get(), alert, language())
                .withTitle(title.get().strip())
                .withByline(wishes.get().author().strip(), printedDate())
                .withLogo(picture == null ? null : picture.content())
                .withSlides(look == null ? null : look.content());
    }

    /** What of the wishes holds for a report without head. */
    static Options options(ReportChoice wishes, AlertLevel alert, Language language) {
        return Options.of(language, wishes.audience())
                .withZone(ZoneId.systemDefault())
                .withThresholds(alert.thresholds().getValue());
    }

    /** A folder as a person types it: {@code ~} is their own; {@code null} where it is none. */
    private static @Nullable Path path(String text) {
        String typed = text.strip();
        Path home = Path.of(System.getProperty("user.home", "."));
        try {
            if (typed.isEmpty()) {
                return null;
            }
            return typed.startsWith("~")
                    ? home.resolve(typed.substring(1).replaceFirst("^[/\\\\]+", ""))
                    : home.resolve(typed);
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
