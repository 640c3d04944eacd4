package io.slicewise.desktop.present;

import io.slicewise.desktop.words.Words;
import io.slicewise.story.Audience;
import io.slicewise.story.deck.Deck;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Language;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a document is presented: to whom, in which language, which slides in which order. Takes effect at once. */
final class SetupPane extends VBox {
    private final ObjectProperty<PresentationSettings> manner;
    private final ObservableValue<PresentationSettings> seen;
    private final ObservableValue<Figures> figures;
    private final Set<SlideTopic> planning;
    private final Words words;
    private final VBox list = new VBox();
    private final Map<SlideTopic, HBox> rows = new EnumMap<>(SlideTopic.class);

    /** @param planning what the document has for planners */
    SetupPane(
            ObjectProperty<PresentationSettings> manner,
            ObservableValue<Figures> figures,
            Set<SlideTopic> planning,
            Words words) {
        this.manner = manner;
        // only while it is on show: the manner outlives it
        seen = manner.when(sceneProperty().map(_ -> true).orElse(false));
        this.figures = figures;
        this.planning = planning;
        this.words = words;
        getStyleClass().add("setup");
        list.getStyleClass().add("setup-slides");
        getChildren()
                .addAll(
                        heading("present.setup.audience"),
                        audiences(),
                        heading("present.setup.language"),
                        languages(),
                        heading("present.setup.slides"),
                        list,
                        check("present.setup.moving", PresentationSettings::moving, PresentationSettings::withMoving),
                        check(
                                "present.setup.windowed",
                                PresentationSettings::windowed,
                                PresentationSettings::withWindowed));
        for (SlideTopic topic : SlideTopic.values()) {
            rows.put(topic, row(topic));
        }
        seen.subscribe(now -> order(now.plan().order()));
    }

    private Label heading(String key) {
        Label label = new Label();
        label.getStyleClass().add("section-title");
        label.textProperty().bind(words.of(key));
        return label;
    }

    private Node audiences() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(words.languageProperty().map(_ -> words.now(audience.title())));
            choice(button, () -> manner.get().audience() == audience, () -> change(m -> m.withAudience(audience)));
            buttons.add(button);
        }
        return segmented(buttons);
    }

    private Node languages() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (Language language : Language.all()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(words.of("desktop.language." + language.code()));
            choice(button, () -> manner.get().language() == language, () -> change(m -> m.withLanguage(language)));
            buttons.add(button);
        }
        return segmented(buttons);
    }

    private void choice(ToggleButton button, BooleanSupplier chosen, Runnable choose) {
        seen.subscribe(_ -> button.setSelected(chosen.getAsBoolean()));
        button.setOnAction(_ -> {
            choose.run();
            button.setSelected(chosen.getAsBoolean());
        });
    }

    private void change(UnaryOperator<PresentationSettings> change) {
        manner.set(change.apply(manner.get()));
    }

    private static Node segmented(List<ToggleButton> buttons) {
        HBox box = new HBox();
        box.getChildren().setAll(buttons);
        box.getStyleClass().add("segmented");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }

    private CheckBox check(
            String key,
            Predicate<PresentationSettings> is,
            BiFunction<PresentationSettings, Boolean, PresentationSettings> with) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(words.of(key));
        box.setWrapText(true);
        seen.subscribe(now -> box.setSelected(is.test(now)));
        box.setOnAction(_ -> change(m -> with.apply(m, box.isSelected())));
        return box;
    }

    private HBox row(SlideTopic topic) {
        CheckBox shown = new CheckBox();
        ObservableValue<Boolean> possible = figures.map(now -> Deck.isPossible(topic, now, planning));
        shown.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> possible.map(can ->
                                can ? words.now(topic.title()) : words.now("present.setup.nothing", topic.title()))));
        shown.setMaxWidth(Double.MAX_VALUE);
        seen.subscribe(now -> shown.setSelected(!now.plan().left().contains(topic)));
        shown.setOnAction(_ -> {
            change(m -> m.withPlan(m.plan().with(topic, shown.isSelected())));
            shown.setSelected(!manner.get().plan().left().contains(topic));
        });
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox row = new HBox(shown, mover("↑", topic, -1), mover("↓", topic, 1));
        row.getStyleClass().add("setup-slide");
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
                moveKeepingFocus(topic, event.getCode() == KeyCode.UP ? -1 : 1);
                event.consume();
            }
        });
        return row;
    }

    private Button mover(String sign, SlideTopic topic, int by) {
        Button button = new Button(sign);
        button.getStyleClass().add("quiet");
        button.accessibleTextProperty()
                .bind(words.languageProperty()
                        .map(_ -> words.now(by < 0 ? "present.setup.up" : "present.setup.down", topic.title())));
        button.setOnAction(_ -> moveKeepingFocus(topic, by));
        return button;
    }

    private void moveKeepingFocus(SlideTopic topic, int by) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        change(m -> m.withPlan(m.plan().moved(topic, by)));
        if (focused != null) {
            focused.requestFocus();
        }
    }

    private void order(List<SlideTopic> order) {
        List<HBox> wanted = order.stream().map(rows::get).toList();
        if (!list.getChildren().equals(wanted)) {
            list.getChildren().setAll(wanted);
        }
    }
}
