package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.Load;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Profile;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * An instance in the compute row: coloured by its utilization, with its name and figure, and a gauge at its foot that can
 * be dragged.
 */
final class InstanceBlock extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final Words words;
    private final Label name = new Label();
    private final Label figure = new Label();
    private final Region gauge = new Region();
    private final Region fill = new Region();
    private final Region unverified = ModelMenu.unverifiedMark(this::details);
    private String load = "";
    private double room = Double.MAX_VALUE;
    private int way;
    private SliceMapModel.Block block;
    private String called;

    /** @param called what the instance is called among those of its GPU */
    InstanceBlock(Words words, SliceMapModel.Block block, String called) {
        this.words = words;
        this.block = block;
        this.called = called;
        getStyleClass().add("instance-block");
        name.getStyleClass().add("block-name");
        figure.getStyleClass().add("block-figure");
        gauge.getStyleClass().add("block-gauge");
        fill.getStyleClass().add("block-gauge-fill");
        fill.setMouseTransparent(true);
        name.setMouseTransparent(true);
        figure.setMouseTransparent(true);
        getChildren().addAll(name, figure, unverified, gauge, fill);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltips.on(this, this::details);
        // the map then looks again what there is room for in all of its blocks
        name.fontProperty().subscribe((_, _) -> requestLayout());
        figure.fontProperty().subscribe((_, _) -> requestLayout());
        insetsProperty().subscribe((_, _) -> requestLayout());
    }

    SliceMapModel.Block block() {
        return block;
    }

    /** The part of the block that is dragged to change its utilization. */
    Region gauge() {
        return gauge;
    }

    void show(SliceMapModel.Block shown, String name, boolean selected, boolean cursor) {
        block = shown;
        called = name;
        Instance instance = shown.instance();
        unverified.setVisible(!instance.profile().verified());
        setLoad(Load.styleClass(instance.utilization()));
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(CURSOR, cursor);
        setAccessibleText(words.now(accessible(called, instance)));
        requestLayout();
    }

    /** What there is room for: the name, without its number, or only the slices; the figure as all of the map have it. */
    private void showTexts() {
        Instance instance = block.instance();
        List<String> names =
                List.of(called, instance.label(), instance.profile().computeSlices() + "g");
        name.setText(names.get(first(names, name.getFont(), inner() - markWidth(inner()))));
        List<String> ways = figures();
        figure.setText(ways.get(instance.isReported() ? way : first(ways, figure.getFont(), inner())));
    }

    /** Ways to write the figure, the shorter the later: with its sign, without it, in whole percents. */
    private List<String> figures() {
        Instance instance = block.instance();
        return instance.isReported()
                ? List.of(
                        Numbers.percent(instance.utilization(), words.language()),
                        Numbers.percentNumber(instance.utilization()),
                        String.valueOf(Math.round(instance.utilization() * 100)))
                : List.of(words.now("editor.noReading"), Numbers.NONE);
    }

    /** The first of these that there is room for, or the last: what ends in an ellipsis says nothing. */
    private static int first(List<String> ways, Font font, double width) {
        javafx.scene.text.Text ruler = new javafx.scene.text.Text();
        ruler.setFont(font);
        for (int i = 0; i < ways.size() - 1; i++) {
            ruler.setText(ways.get(i));
            if (ruler.getLayoutBounds().getWidth() <= width) {
                return i;
            }
        }
        return ways.size() - 1;
    }

    /**
     * Tells the block how wide it will be.
     *
     * @return the first way to write its figure for which that is enough, 0 being the longest; also 0 where it has none
     */
    int setRoom(double width) {
        room = width;
        return block.instance().isReported() ? first(figures(), figure.getFont(), inner()) : 0;
    }

    /** Writes the figure in a way that all blocks of a map have room for: some with a sign and some without look like two things. */
    void setWay(int common) {
        way = common;
        showTexts();
    }

    void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    /** What it is called where that is more than its profile, its profile, its utilization. */
    static Text accessible(String called, Instance instance) {
        Object profile = Text.of("editor.block.profile", instance.profile().name());
        Object utilization = instance.isReported() ? new Percent(instance.utilization()) : Text.of("editor.noReading");
        return called.equals(instance.profile().name())
                ? Text.of("editor.block.unnamed", profile, utilization)
                : Text.of("editor.block.named", called, profile, utilization);
    }

    private void setLoad(String styleClass) {
        if (!load.equals(styleClass)) {
            getStyleClass().remove(load);
            getStyleClass().add(styleClass);
            load = styleClass;
        }
    }

    private String details() {
        Instance instance = block.instance();
        Profile profile = instance.profile();
        List<Text> lines = new ArrayList<>();
        lines.add(accessible(called, instance));
        lines.add(Text.of("editor.block.slices", profile.computeSlices()));
        Double memory = profile.memory();
        if (memory != null) {
            lines.add(Text.of("editor.block.memory", new Decimal(memory, 2)));
        }
        if (block.units() > 0) {
            lines.add(Text.of(
                    "editor.block.units",
                    String.valueOf(block.unit()),
                    String.valueOf(block.unit() + block.units() - 1)));
        }
        if (!instance.owner().isEmpty()) {
            lines.add(Text.of("editor.block.owner", instance.owner()));
        }
        if (!instance.note().isEmpty()) {
            lines.add(Text.of("editor.block.note", instance.note()));
        }
        if (!profile.verified()) {
            lines.add(Text.of("editor.block.unverified", profile.name()));
        }
        return lines.stream().map(words::now).collect(Collectors.joining("\n"));
    }

    /** The width that is left within the padding. */
    private double inner() {
        return room - snappedLeftInset() - snappedRightInset();
    }

    /** What the mark of an unverified profile takes of a width; nothing where that is too narrow for it. */
    private double markWidth(double width) {
        return unverified.isVisible() && width > 3 * name.prefHeight(-1) ? unverified.prefWidth(-1) : 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = Math.max(0, getWidth() - left - snappedRightInset());
        double top = snappedTopInset();
        double nameHeight = name.prefHeight(-1);
        double mark = markWidth(width);
        unverified.resizeRelocate(left + width - mark, top, mark, mark);
        name.resizeRelocate(left, top, Math.max(0, width - mark), nameHeight);
        figure.resizeRelocate(left, top + nameHeight, width, figure.prefHeight(-1));
        double gaugeHeight = snapSizeY(gauge.prefHeight(-1));
        double gaugeTop = getHeight() - gaugeHeight;
        gauge.resizeRelocate(left, gaugeTop, width, gaugeHeight);
        double utilization = block.instance().utilization();
        double share = Double.isNaN(utilization) ? 0 : utilization;
        fill.resizeRelocate(left, gaugeTop, snapSizeX(width * share), gaugeHeight);
    }
}
