package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks whose the columns of a table are: for each one the GPU, the instance and its profile, or to leave it out. */
final class ColumnsDialog {
    private static final int NUMBER_WIDTH = 6;
    private static final int PROFILE_WIDTH = 13;

    /** {@code 1g.10gb}, {@code 1c.2g.20gb}, {@code 1g.10gb+me}, {@code MIG 1g.10gb}. */
    private static final Pattern PROFILE = Pattern.compile("(?i)(?:MIG )?(?:\\dc\\.)?\\dg\\.\\d+gb(?:[.+-].+)?");

    private static final double WIDTH = 620;
    private static final double HIGHEST = 380;
    private static final double GAP = 8;

    private final Words words;
    private final Dialog<List<Column>> dialog = new Dialog<>();
    private final List<Row> rows = new ArrayList<>();
    private final ComboBox<String> model = new ComboBox<>();

    /** By the name of a model on show what exporters print for it. */
    private final Map<String, String> printed = new HashMap<>();

    /** A column with what a person says about it. */
    private record Row(Column column, CheckBox used, TextField gpu, TextField instance, TextField profile) {
        Column toColumn(String model) {
            return new Column(column.number(), column.title(), text(gpu), text(instance), text(profile), model);
        }

        private static String text(TextField field) {
            return field.getText().strip();
        }

        /** What it lacks; nothing where it is left out, or has a GPU, and a profile where it is an instance. */
        Optional<Text> lack() {
            if (used.isSelected() && text(gpu).isEmpty()) {
                return Optional.of(Text.of("desktop.columns.needs.gpu", column.number(), column.title()));
            }
            if (used.isSelected()
                    && !text(profile).isEmpty()
                    && !PROFILE.matcher(text(profile)).matches()) {
                return Optional.of(Text.of("desktop.columns.needs.profile", column.number(), column.title()));
            }
            return used.isSelected()
                            && text(profile).isEmpty() != text(instance).isEmpty()
                    ? Optional.of(Text.of("desktop.columns.needs.both", column.number(), column.title()))
                    : Optional.empty();
        }

        Stream<Observable> inputs() {
            return Stream.of(
                    used.selectedProperty(), gpu.textProperty(), instance.textProperty(), profile.textProperty());
        }
    }

    ColumnsDialog(Words words, String file, List<Column> columns, Catalogue catalogue) {
        this.words = words;
        model.getItems().add(words.now("desktop.columns.model.unknown"));
        catalogue.models().forEach(one -> model.getItems().add(one.shortName()));
        model.getSelectionModel().select(Math.max(0, model.getItems().indexOf(modelOf(columns, catalogue))));
        for (GpuModel one : catalogue.models()) {
            printed.putIfAbsent(
                    one.shortName(),
                    one.modelNames().isEmpty() ? one.id() : one.modelNames().getFirst());
        }
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now("desktop.columns.title", columns.size()));
        Label what = new Label(words.now("desktop.columns.text", file));
        what.setWrapText(true);
        what.setPrefWidth(WIDTH);
        ScrollPane scroll = new ScrollPane(table(columns));
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        scroll.setFocusTraversable(false);
        StringBinding lack = lack();
        Label why = new Label();
        why.getStyleClass().add("warning");
        why.setWrapText(true);
        why.textProperty().bind(lack);
        why.managedProperty().bind(lack.isNotEmpty());
        dialog.getDialogPane().setContent(new VBox(GAP, what, scroll, models(), why));
        dialog.setResizable(true);
        ButtonType open = new ButtonType(words.now("desktop.columns.open"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(words.now("desktop.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(open, cancel);
        dialog.getDialogPane().lookupButton(open).disableProperty().bind(lack.isNotEmpty());
        dialog.setResultConverter(button -> button == open ? said() : null);
    }

    private HBox models() {
        Label label = new Label(words.now("desktop.columns.model"));
        label.setLabelFor(model);
        HBox box = new HBox(GAP, label, model);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** The model that was said of one of the columns before; empty where none was. */
    private static String modelOf(List<Column> columns, Catalogue catalogue) {
        return columns.stream()
                .flatMap(column -> catalogue.byModelName(column.model()).stream())
                .findFirst()
                .map(GpuModel::shortName)
                .orElse("");
    }

    /** What the first row lacks that lacks something; empty where none does. */
    private StringBinding lack() {
        return Bindings.createStringBinding(
                () -> rows.stream()
                        .flatMap(row -> row.lack().stream())
                        .findFirst()
                        .map(words::now)
                        .orElse(""),
                rows.stream().flatMap(Row::inputs).toArray(Observable[]::new));
    }

    private GridPane table(List<Column> columns) {
        GridPane grid = new GridPane(GAP, GAP);
        String[] titles = {
            "desktop.columns.used",
            "desktop.columns.column",
            "desktop.columns.gpu",
            "desktop.columns.instance",
            "desktop.columns.profile"
        };
        for (int i = 0; i < titles.length; i++) {
            Label title = new Label(words.now(titles[i]));
            title.getStyleClass().add("caption");
            grid.add(title, i, 0);
        }
        for (Column column : columns) {
            Row row = row(column);
            rows.add(row);
            Label name = new Label(words.now("desktop.columns.named", column.number(), column.title()));
            grid.addRow(rows.size(), row.used(), name, row.gpu(), row.instance(), row.profile());
        }
        return grid;
    }

    private Row row(Column column) {
        CheckBox used = new CheckBox();
        used.setSelected(true);
        used.setAccessibleText(words.now("desktop.columns.use", column.number(), column.title()));
        Row row = new Row(
                column,
                used,
                field(column.gpu(), "desktop.columns.gpu", column, NUMBER_WIDTH),
                field(column.instance(), "desktop.columns.instance", column, NUMBER_WIDTH),
                field(column.profile(), "desktop.columns.profile", column, PROFILE_WIDTH));
        row.profile().setPromptText(words.now("desktop.columns.example", "1g.10gb"));
        for (TextField field : List.of(row.gpu(), row.instance(), row.profile())) {
            field.disableProperty().bind(used.selectedProperty().not());
        }
        return row;
    }

    private TextField field(String text, String key, Column column, int width) {
        TextField field = new TextField(text);
        field.setPrefColumnCount(width);
        field.setAccessibleText(words.now("desktop.columns.field", words.now(key), column.number(), column.title()));
        return field;
    }

    private List<Column> said() {
        String chosen = printed.getOrDefault(model.getValue(), "");
        return rows.stream()
                .filter(row -> row.used().isSelected())
                .map(row -> row.toColumn(chosen))
                .toList();
    }

    Optional<List<Column>> ask(@Nullable Window owner, Look look) {
        dialog.initOwner(owner);
        look.dress(dialog);
        return dialog.showAndWait();
    }
}
