package io.slicewise.desktop.fleet;

import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.editor.MiniMap;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Column;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.InstanceRow;
import io.slicewise.usage.survey.Row;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The cells of the table. They keep their nodes and change only what is in them: a table scrolls by that. */
final class FleetCells {
    private final FleetModel model;
    private final Words words;
    private final Islands islands;
    private final BooleanSupplier hosted;

    /** @param hosted whether a column of hosts is on show */
    FleetCells(FleetModel model, Words words, Islands islands, BooleanSupplier hosted) {
        this.model = model;
        this.words = words;
        this.islands = islands;
        this.hosted = hosted;
    }

    TableCell<Row, Row> cell(FleetColumn column) {
        TableCell<Row, Row> cell = switch (column.look()) {
            case NAME -> new NameCell(column);
            case MAP -> new MapCell(column);
            case BAR -> new BarCell(column);
            case TEXT, NUMBER -> new TextCell(column);
        };
        // a row that needs layout makes the table style and lay out all of its rows again
        return islands.add(cell);
    }

    private class TextCell extends TableCell<Row, Row> {
        final FleetColumn column;

        TextCell(FleetColumn column) {
            this.column = column;
            if (column.isName()) {
                // the number at the end tells it from its neighbours
                setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            }
            if (column.look() == FleetColumn.Look.NUMBER || column.look() == FleetColumn.Look.BAR) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                nothing();
            } else {
                setText(words(row));
                show(row);
            }
        }

        String words(Row row) {
            String text = column.text(row, model.surveyProperty().get(), words.language());
            return model.brief(column, row, text, hosted.getAsBoolean());
        }

        void nothing() {
            setGraphic(null);
        }

        void show(Row row) {
            if (column.order() == Column.Fixed.COVERAGE) {
                boolean part = !row.averages().isComplete();
                if (part != getStyleClass().contains("warning")) {
                    if (part) {
                        getStyleClass().add("warning");
                    } else {
                        getStyleClass().remove("warning");
                    }
                }
            }
        }
    }

    /** The name, and before that of a group what opens it. */
    private final class NameCell extends TextCell {
        private final Region arrow = new Region();
        private final HBox handle = new HBox(arrow);

        NameCell(FleetColumn column) {
            super(column);
            arrow.getStyleClass().add("group-arrow");
            handle.getStyleClass().add("group-handle");
            handle.setOnMousePressed(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof GroupRow group) {
                    model.toggle(group);
                    event.consume();
                }
            });
        }

        @Override
        String words(Row row) {
            return row instanceof GroupRow group && group.value().isEmpty()
                    ? words.now("fleet.none")
                    : super.words(row);
        }

        @Override
        void show(Row row) {
            if (row instanceof GroupRow group) {
                arrow.setRotate(group.open() ? 90 : 0);
                setGraphic(handle);
            } else {
                setGraphic(null);
            }
            Attribute groups = model.answerProperty().get().query().groupBy();
            // a layout begins with its largest instance, which tells it from others as well as its end does
            setTextOverrun(
                    row instanceof GroupRow && groups == Attribute.Field.LAYOUT
                            ? OverrunStyle.CENTER_ELLIPSIS
                            : OverrunStyle.LEADING_ELLIPSIS);
            boolean inner = !(row instanceof GroupRow) && groups != null;
            if (inner != getStyleClass().contains("group-member")) {
                if (inner) {
                    getStyleClass().add("group-member");
                } else {
                    getStyleClass().remove("group-member");
                }
            }
        }
    }

    /** The layout as a picture; of a group how much it has. */
    private final class MapCell extends TextCell {
        private final MiniMap map = new MiniMap();
        private @Nullable Row shown;

        MapCell(FleetColumn column) {
            super(column);
            getStyleClass().add("group-size");
        }

        @Override
        String words(Row row) {
            return row instanceof GroupRow group
                    ? words.now(
                            "fleet.group.size", group.gpus(), group.averages().instances())
                    : "";
        }

        @Override
        void nothing() {
            shown = null;
            super.nothing();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // rows are values that never change
        void show(Row row) {
            if (row == shown) {
                return;
            }
            shown = row;
            Gpu gpu = gpu(row);
            if (gpu == null) {
                setGraphic(null);
                return;
            }
            map.show(gpu, counted(row));
            setAccessibleText(super.words(row));
            setGraphic(map);
        }

        private static @Nullable Gpu gpu(Row row) {
            return switch (row) {
                case GpuRow gpu -> gpu.gpu();
                case InstanceRow one -> one.gpu();
                case GroupRow _ -> null;
            };
        }

        private static @Nullable Set<String> counted(Row row) {
            return switch (row) {
                case GpuRow gpu
                when gpu.isPart() -> gpu.counted().stream().map(Instance::id).collect(Collectors.toSet());
                case InstanceRow one -> Set.of(one.instance().id());
                default -> null;
            };
        }
    }

    /** A share as a bar before its figure. */
    private final class BarCell extends TextCell {
        private final Bar bar = new Bar();
        private final Label figure = new Label();
        private final HBox both = new HBox(bar, figure);

        BarCell(FleetColumn column) {
            super(column);
            both.getStyleClass().add("share");
            figure.getStyleClass().addAll("number", "share-figure");
            HBox.setHgrow(bar, Priority.ALWAYS);
            getStyleClass()
                    .add(
                            switch (column.order()) {
                                case Column.Fixed.AVERAGE -> "instance-average";
                                case Column.Fixed.WEIGHTED -> "weighted";
                                default -> "whole-gpu";
                            });
        }

        @Override
        String words(Row row) {
            return "";
        }

        @Override
        void show(Row row) {
            double value = column.number(row);
            figure.setText(super.words(row));
            setAccessibleText(figure.getText());
            bar.setShare(value);
            setGraphic(figure.getText().isEmpty() ? null : both);
        }
    }

    /** A share of a length; nothing where there is no share. */
    private static final class Bar extends Region {
        private final Node fill = new Region();
        private double share;

        Bar() {
            getStyleClass().add("share-bar");
            fill.getStyleClass().add("share-fill");
            fill.setManaged(false);
            getChildren().add(fill);
        }

        void setShare(double value) {
            share = Double.isNaN(value) ? 0 : Math.min(1, value);
            place();
        }

        @Override
        protected void layoutChildren() {
            place();
        }

        private void place() {
            double wide = snapSizeX(getWidth() * share);
            fill.resizeRelocate(0, 0, share > 0 ? Math.max(1, wide) : 0, getHeight());
        }
    }
}
