package io.slicewise.desktop.report;

import io.slicewise.desktop.control.AlertSpinner;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything that can be chosen about a report. */
final class ReportForm extends VBox {
    private static final int FORMAT_COLUMNS = 4;
    private static final double LOGO_WIDTH = 132;
    private static final double LOGO_HEIGHT = 34;

    private final ReportModel model;
    private final ReportActions actions;
    private final Words words;
    private final Fields fields;
    private final ObservableValue<ReportChoice> wishes;

    ReportForm(ReportModel model, ReportActions actions, Words words) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        fields = new Fields(words);
        // only while it is on show: the wishes outlive it
        wishes = model.wishesProperty().when(sceneProperty().map(_ -> true).orElse(true));
        getStyleClass().add("report-form");
        OtherDocument other = new OtherDocument(model, actions, words);
        other.visibleProperty().bind(wishes.map(w -> w.template() == Template.COMPARISON));
        other.managedProperty().bind(other.visibleProperty());
        getChildren().addAll(heading("making.template"), templates(), other, heading("making.formats"), formats());
        getChildren().addAll(heading("making.details"), fields);
        fields.row("making.language", languages());
        fields.row("making.audience", audiences());
        fields.row("making.title", title());
        fields.row("making.author", author());
        fields.row("making.date", date());
        fields.row("making.logo", logo());
        fields.below(fields.said(model.logo().refusalProperty().map(text -> text), "danger"));
        Node slides = slides();
        slides.visibleProperty().bind(wishes.map(w -> w.formats().contains(ReportFormat.PPTX)));
        slides.managedProperty().bind(slides.visibleProperty());
        Label name = fields.row("making.slides", slides);
        name.visibleProperty().bind(slides.visibleProperty());
        name.managedProperty().bind(slides.visibleProperty());
        fields.below(fields.said(model.slides().refusalProperty().map(text -> text), "danger"));
        Node time = time();
        Label about = fields.row("making.about", time);
        about.visibleProperty().bind(time.visibleProperty());
        about.managedProperty().bind(time.visibleProperty());
        fields.row("making.alert", alert());
        fields.row("making.folder", folder());
    }

    private Label heading(String key) {
        Label label = new Label();
        label.getStyleClass().add("section-title");
        label.textProperty().bind(words.of(key));
        return label;
    }

    private Node templates() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("report-templates");
        ToggleGroup group = new ToggleGroup();
        for (Template template : Template.values()) {
            RadioButton button = new RadioButton();
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            ObservableValue<String> name = words.of(template.title());
            ObservableValue<String> about = words.of("making.template." + template.id());
            button.textProperty().bind(name);
            button.accessibleTextProperty().bind(name.flatMap(n -> about.map(a -> n + ". " + a)));
            wishes.subscribe(now -> button.setSelected(now.template() == template));
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    model.change(w -> w.withTemplate(template));
                }
            });
            Label description = new Label();
            description.getStyleClass().add("muted");
            description.setWrapText(true);
            description.setMinHeight(Region.USE_PREF_SIZE);
            description.textProperty().bind(about);
            description.setOnMouseClicked(_ -> button.setSelected(true));
            GridPane.setHgrow(description, Priority.ALWAYS);
            grid.addRow(template.ordinal(), button, description);
        }
        return grid;
    }

    private Node formats() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("report-formats");
        for (ReportFormat format : ReportFormat.values()) {
            CheckBox box = new CheckBox();
            box.textProperty().bind(words.of("making.format." + format.id()));
            box.setMinWidth(Region.USE_PREF_SIZE);
            wishes.subscribe(now -> box.setSelected(now.formats().contains(format)));
            box.setOnAction(_ -> model.change(w -> w.withFormat(format, box.isSelected())));
            grid.add(box, format.ordinal() % FORMAT_COLUMNS, format.ordinal() / FORMAT_COLUMNS);
        }
        return grid;
    }

    private Node languages() {
        ObservableValue<Language> chosen =
                wishes.flatMap(_ -> words.languageProperty().map(_ -> model.language()));
        return fields.oneOf(
                "making.language",
                Language.all(),
                language -> Text.of("desktop.language." + language.code()),
                chosen,
                language -> model.change(w -> w.withLanguage(language)));
    }

    private Node audiences() {
        return fields.oneOf(
                "making.audience",
                List.of(Audience.values()),
                Audience::title,
                wishes.map(ReportChoice::audience),
                audience -> model.change(w -> w.withAudience(audience)));
    }

    private Node title() {
        TextField field = fields.text("making.title");
        field.getStyleClass().add("report-title");
        field.promptTextProperty()
                .bind(model.document()
                        .scenarioProperty()
                        .map(Scenario::name)
                        .flatMap(name ->
                                wishes.flatMap(_ -> words.languageProperty().map(_ -> name.in(model.language())))));
        field.textProperty().bindBidirectional(model.titleProperty());
        return field;
    }

    private Node author() {
        TextField field = fields.text("making.author");
        field.setText(model.wishesProperty().get().author());
        field.textProperty().subscribe(text -> model.change(w -> w.withAuthor(text)));
        return field;
    }

    private Node date() {
        TextField field = fields.text("making.date");
        field.setMaxWidth(150);
        field.textProperty().bindBidirectional(model.dateProperty());
        Label printed = new Label();
        printed.getStyleClass().add("muted");
        printed.textProperty()
                .bind(wishes.flatMap(_ -> words.languageProperty()
                        .flatMap(_ -> model.dateProperty()
                                .map(_ -> model.printedDate().isEmpty()
                                        ? words.now("making.date.none")
                                        : words.now("making.date.printed", model.printedDate())))));
        return line(field, printed);
    }

    /** Of a range: whether it is about all of it, or about the moment that the document shows. */
    private Node time() {
        Document document = model.document();
        Node choice = fields.oneOf(
                "making.about",
                List.of(false, true),
                moment -> Text.of(moment ? "timeline.about.moment" : "timeline.about.range"),
                document.momentProperty(),
                document.momentProperty()::set);
        boolean range = document.content().timeline() != null;
        choice.setVisible(range);
        choice.setManaged(range);
        return choice;
    }

    private Node alert() {
        AlertSpinner spinner = new AlertSpinner(model.alert(), words);
        Label about = new Label();
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.textProperty().bind(words.of("making.alert.about"));
        return line(spinner, about);
    }

    private Node logo() {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setFitHeight(LOGO_HEIGHT);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("report-logo");
        frame.setMinSize(LOGO_WIDTH, LOGO_HEIGHT + 8);
        Button choose =
                fields.button("making.logo.choose", () -> actions.askPicture().ifPresent(model.logo()::choose));
        Button remove = fields.button("making.logo.remove", model.logo()::remove);
        Label name = new Label();
        name.getStyleClass().add("muted");
        model.logo().chosenProperty().subscribe(chosen -> {
            view.setImage(chosen == null ? null : picture(chosen.content()));
            double wide =
                    chosen == null ? 0 : Math.min(LOGO_WIDTH, chosen.content().widthAt(LOGO_HEIGHT));
            view.setFitWidth(wide);
            frame.setVisible(chosen != null);
            frame.setManaged(chosen != null);
            remove.setVisible(chosen != null);
            name.setText(named(chosen));
        });
        return line(frame, choose, remove, name);
    }

    private static String named(FileChoice.@Nullable Chosen<Logo> chosen) {
        return chosen == null
                ? ""
                : chosen.file().getFileName() + "  " + chosen.content().width() + " × "
                        + chosen.content().height();
    }

    private static Image picture(Logo logo) {
        return new Image(new ByteArrayInputStream(logo.bytes()), 0, LOGO_HEIGHT * 2, true, true);
    }

    private Node slides() {
        Button choose =
                fields.button("making.slides.choose", () -> actions.askSlides().ifPresent(model.slides()::choose));
        Button remove = fields.button("making.slides.remove", model.slides()::remove);
        Label name = new Label();
        name.getStyleClass().add("muted");
        model.slides().chosenProperty().subscribe(chosen -> {
            remove.setVisible(chosen != null);
            name.setText(chosen == null ? "" : String.valueOf(chosen.file().getFileName()));
        });
        return line(choose, remove, name);
    }

    private Node folder() {
        TextField field = fields.text("making.folder");
        field.getStyleClass().add("report-folder");
        field.textProperty().bindBidirectional(model.folderProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = fields.button(
                "making.folder.choose",
                () -> actions.askFolder()
                        .ifPresent(folder -> model.folderProperty().set(folder.toString())));
        choose.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.now("making.folder") + ": " + choose.getText(), choose.textProperty()));
        return line(field, choose);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("report-line");
        return line;
    }
}
