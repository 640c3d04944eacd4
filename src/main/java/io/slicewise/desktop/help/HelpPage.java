package io.slicewise.desktop.help;

import io.slicewise.desktop.control.WeightTable;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.BuildInfo;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.story.Erratum;
import io.slicewise.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A chapter in the language of now. */
final class HelpPage extends VBox {
    /** The entry that was asked for. */
    static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Messages words;
    private final Consumer<HelpTopic> go;
    private final Map<Term, Node> entries = new EnumMap<>(Term.class);

    /** @param go follows a link */
    HelpPage(Chapter chapter, Words words, Consumer<HelpTopic> go) {
        this.words = Messages.in(words.language());
        this.go = go;
        getStyleClass().add("help-page");
        getChildren().add(label(this.words.say(chapter.title()), "page-title"));
        chapter.paragraphs().forEach(text -> getChildren().add(label(this.words.say(text), "help-paragraph")));
        switch (chapter) {
            case KEYBOARD ->
                List.of(KeyGroup.values()).forEach(group -> getChildren().add(keys(group)));
            case GLOSSARY -> getChildren().addAll(glossary());
            case WEIGHTS -> getChildren().add(weights(words));
            case ERRATA -> getChildren().add(errata());
            case NEWS ->
                Changelog.ofProduct()
                        .releases()
                        .forEach(release -> getChildren().add(news(release)));
            case ABOUT -> getChildren().add(components());
            default -> {
                // the paragraphs are all there is
            }
        }
    }

    /** The entry of a term, where this is the glossary. */
    Optional<Node> entry(Term term) {
        return Optional.ofNullable(entries.get(term));
    }

    private Node keys(KeyGroup group) {
        GridPane grid = grid(38, 62);
        int row = 0;
        for (KeyGroup.Key key : group.keys()) {
            grid.addRow(row++, label(words.say(key.keys()), "help-keys"), label(words.say(key.does()), null));
        }
        VBox box = new VBox(label(words.say(group.title()), "section-title"), grid);
        box.getStyleClass().add("help-section");
        return box;
    }

    private Node news(Changelog.Release release) {
        BuildInfo build = BuildInfo.present();
        String date = build.version().equals(release.version()) ? date(build) : "";
        VBox box = new VBox(label(release.version() + (date.isEmpty() ? "" : " · " + date), "section-title"));
        release.in(words.language()).forEach(point -> box.getChildren().add(label("• " + point, "help-paragraph")));
        box.getStyleClass().add("help-section");
        return box;
    }

    /** The day that the build is of; empty where it was not said. */
    private String date(BuildInfo build) {
        LocalDate date = build.date();
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern(
                                words.language().dates().full(),
                                words.language().locale())
                        .format(date);
    }

    private Node components() {
        GridPane grid = grid(34, 22, 44);
        int row = 0;
        grid.addRow(
                row++,
                label(words.say("help.about.component"), "caption"),
                label(words.say("help.about.version"), "caption"),
                label(words.say("help.about.licence"), "caption"));
        for (Component component : Component.all()) {
            grid.addRow(
                    row++,
                    label(component.name(), null),
                    label(component.licence().isEmpty() ? built(component.version()) : component.version(), null),
                    label(component.licence(), "muted"));
        }
        return grid;
    }

    /** The product's own version, with its date. */
    private String built(String version) {
        String date = date(BuildInfo.present());
        return date.isEmpty() ? version : version + " · " + date;
    }

    /** The table of each model of the catalogue, one at a time. */
    private static Node weights(Words words) {
        ComboBox<GpuModel> models = new ComboBox<>();
        models.getItems().setAll(Catalogue.builtIn().models());
        models.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable GpuModel model) {
                return model == null ? "" : model.name();
            }

            @Override
            public @Nullable GpuModel fromString(String name) {
                return null; // nothing is typed
            }
        });
        models.setAccessibleText(words.now("editor.weights.title"));
        VBox box = new VBox(models);
        box.getStyleClass().add("help-models");
        models.valueProperty().subscribe(model -> {
            if (model != null) {
                box.getChildren().setAll(models, new WeightTable(model, words));
            }
        });
        models.getSelectionModel().selectFirst();
        return box;
    }

    private Node errata() {
        GridPane grid = grid(42, 58);
        int row = 0;
        grid.addRow(
                row++,
                label(words.say("report.column.printed"), "caption"),
                label(words.say("report.column.right"), "caption"));
        for (Erratum erratum : Erratum.values()) {
            grid.addRow(row++, label(words.say(erratum.printed()), "muted"), label(words.say(erratum.right()), null));
        }
        return grid;
    }

    /** @param shares of the columns in the width, in percent */
    private static GridPane grid(double... shares) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        for (double share : shares) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private List<Node> glossary() {
        TextField filter = new TextField();
        filter.setPromptText(words.say("help.filter"));
        filter.setAccessibleText(words.say("help.filter"));
        filter.getStyleClass().add("help-filter");
        VBox list = new VBox();
        list.getStyleClass().add("help-terms");
        filter.textProperty().subscribe(wanted -> {
            List<Term> found = Glossary.find(wanted, words);
            list.getChildren().setAll(found.stream().map(this::term).toList());
            if (found.isEmpty()) {
                list.getChildren().add(label(words.say("help.filter.none", wanted.strip()), "muted"));
            }
        });
        return List.of(filter, list);
    }

    private Node term(Term term) {
        HBox head = new HBox(label(words.say(term.title()), "section-title"));
        head.getStyleClass().add("help-term-head");
        if (!term.formula().isEmpty()) {
            head.getChildren().add(label(term.formula(), "formula"));
        }
        FlowPane related = new FlowPane(label(words.say("help.related"), "caption"));
        related.getStyleClass().add("help-related");
        term.related().forEach(other -> {
            Hyperlink link = new Hyperlink(words.say(other.title()));
            link.setOnAction(_ -> go.accept(other));
            related.getChildren().add(link);
        });
        VBox entry = new VBox(head, label(words.say(term.meaning()), "help-paragraph"), related);
        entry.getStyleClass().add("help-term");
        entries.put(term, entry);
        return entry;
    }

    private static Label label(String text, @Nullable String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
