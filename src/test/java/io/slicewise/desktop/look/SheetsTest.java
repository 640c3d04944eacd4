package io.slicewise.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.CssMetaData;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;

/** The sheets say nothing that JavaFX does not understand, and ask for no colour that nobody defines. */
class SheetsTest {
    private static final List<String> SHEETS =
            List.of("base", "controls", "fields", "views", "popups", "light", "dark", "presentation");

    /** Set by {@code .load-0} to {@code .load-4} and read by the nodes that have such a class. */
    private static final Set<String> SET_BY_CLASS = Set.of("-sw-load", "-sw-on-load");

    @Test
    void everyControlTakesTheSheetsWithoutAWarningInEveryMode() throws Exception {
        List<String> warnings = Fx.call(() -> {
            Fonts.load();
            ObservableList<CssParser.ParseError> errors = CssParser.errorsProperty();
            errors.clear();
            Look look = new Look(new SimpleObjectProperty<>(ColorScheme.LIGHT));
            Scene scene = new Scene(everything(), 900, 900);
            look.dress(scene);
            for (Theme theme : Theme.values()) {
                for (boolean presentation : new boolean[] {false, true}) {
                    look.themeProperty().set(theme);
                    look.presentationProperty().set(presentation);
                    scene.snapshot(null);
                }
            }
            return errors.stream()
                    .map(CssParser.ParseError::getMessage)
                    .distinct()
                    .toList();
        });
        assertEquals(List.of(), warnings);
    }

    @Test
    void sheetsNameOnlyDefinedTokensAndDefineOnlyNamedOnes() {
        Set<String> defined =
                new TreeSet<>(Tokens.of(List.of("base", "light")).values().keySet());
        defined.addAll(SET_BY_CLASS);
        Set<String> named = new TreeSet<>();
        Pattern token = Pattern.compile("-sw-[a-z0-9-]+");
        SHEETS.forEach(sheet -> token.matcher(Tokens.text(sheet)).results().forEach(match -> named.add(match.group())));
        assertFalse(named.isEmpty());
        assertEquals(defined, named);
    }

    @Test
    void onlyTheTwoThemesHoldColours() {
        List<String> literals = new ArrayList<>();
        Pattern colour = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(|\\b(white|black|gray|grey)\\b(?!;\\s*\n\\s*})");
        Stream.of("base", "controls", "fields", "views", "popups", "presentation")
                .forEach(sheet -> Tokens.text(sheet)
                        .lines()
                        .filter(line -> !line.contains("font-smoothing"))
                        .filter(line -> colour.matcher(line).find())
                        .forEach(line -> literals.add(sheet + ": " + line.strip())));
        assertEquals(List.of(), literals);
    }

    /** JavaFX passes over a property that it does not know, without a word. */
    @Test
    void sheetsSetOnlyPropertiesThatSomeControlHas() throws Exception {
        Set<String> known = Fx.call(() -> {
            Fonts.load();
            Scene scene = new Scene(everything(), 900, 900);
            new Look(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            scene.snapshot(null);
            Set<String> properties = new TreeSet<>();
            collect(scene.getRoot(), properties);
            return properties;
        });
        String root = Tokens.text("base").split("}", 2)[0];
        Pattern set = Pattern.compile("(?m)^\\s*(-fx-[a-z-]+):");
        set.matcher(root).results().forEach(match -> known.add(match.group(1)));
        Set<String> unknown = new TreeSet<>();
        SHEETS.forEach(
                sheet -> set.matcher(Tokens.text(sheet)).results().forEach(match -> unknown.add(match.group(1))));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    private static void collect(Node node, Set<String> properties) {
        for (CssMetaData<?, ?> property : node.getCssMetaData()) {
            properties.add(property.getProperty());
            if (property.getSubProperties() != null) {
                property.getSubProperties().forEach(sub -> properties.add(sub.getProperty()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, properties));
        }
    }

    private static VBox everything() {
        VBox box = new VBox(8);
        box.getChildren().addAll(buttons());
        box.getChildren().addAll(fields());
        box.getChildren().addAll(views());
        for (String role : List.of("figure-value", "figure-name", "formula", "muted", "caption", "warning", "danger")) {
            box.getChildren().add(styled(new Label(role), role, "weighted"));
        }
        box.getChildren().add(styled(new VBox(new Label("–")), "card", "empty-state"));
        for (Icon icon : Icon.values()) {
            box.getChildren().add(icon.node());
        }
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "content", ButtonType.OK);
        DialogPane pane = alert.getDialogPane();
        pane.getScene().setRoot(new VBox());
        box.getChildren().add(pane);
        return box;
    }

    private static List<Node> buttons() {
        return List.of(
                styled(new Button("a", Icon.PLUS.node()), "primary"),
                styled(new Button("b"), "quiet"),
                styled(new Button("c"), "danger"),
                styled(new VBox(new ToggleButton("d")), "segmented"),
                new MenuButton("e", null, new MenuItem("f")),
                new SplitMenuButton(new MenuItem("g")),
                new MenuBar(new Menu("h", null, new MenuItem("i"))),
                new Hyperlink("j"),
                new SegmentedButton(new ToggleButton("k"), new ToggleButton("l")),
                new ToggleSwitch("m"),
                new ToolBar(new Button("n"), new Separator()),
                new CheckBox("o"),
                new RadioButton("p"));
    }

    private static List<Node> fields() {
        ComboBox<String> editable = new ComboBox<>(FXCollections.observableArrayList("a"));
        editable.setEditable(true);
        Slider ticks = new Slider(0, 100, 50);
        ticks.setShowTickLabels(true);
        return List.of(
                new TextField("a"),
                styled(new TextField("b"), "invalid"),
                new TextArea("c"),
                new ComboBox<>(FXCollections.observableArrayList("d")),
                editable,
                new ChoiceBox<>(FXCollections.observableArrayList("e")),
                new DatePicker(),
                new Spinner<Integer>(0, 10, 5),
                ticks,
                new FilledSlider(0, 1, 0.5),
                new RangeSlider(0, 100, 20, 80),
                new ProgressBar(0.5),
                new ProgressIndicator(-1),
                new ProgressIndicator(1));
    }

    private static List<Node> views() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("a", "b"));
        table.getColumns().add(new TableColumn<>("c"));
        TreeItem<String> root = new TreeItem<>("d");
        root.getChildren().add(new TreeItem<>("e"));
        root.setExpanded(true);
        LineChart<Number, Number> chart = new LineChart<>(new NumberAxis(), new NumberAxis());
        chart.setAnimated(false);
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.getData().add(new XYChart.Data<>(1, 2));
        chart.getData().add(series);
        return List.of(
                table,
                new TreeView<>(root),
                new TreeTableView<>(root),
                styled(new ListView<>(FXCollections.observableArrayList("f")), "flat"),
                new TabPane(new Tab("g"), new Tab("h")),
                new SplitPane(new VBox(), new ScrollPane(new VBox())),
                new TitledPane("i", new VBox()),
                chart,
                new StatusBar());
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
