package io.slicewise.journeys;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.SliceMapModel;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.exhibit.Formula;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * What the nodes of the window show, against the value of the document in front. Read are the drawn texts and places, as
 * the last layout left them, not what was only set: a label that was never laid out again still shows its old words.
 */
final class OnShow {
    private static final double A_PIXEL = 1.01;

    private final Parent root;
    private final Words words;
    private final Fleet fleet;
    private final Figures figures;
    private final List<String> differences = new ArrayList<>();

    private OnShow(Parent root, Document document, Words words) {
        this.root = root;
        this.words = words;
        fleet = document.scenario().fleet();
        figures = document.figures();
    }

    /** Where the Explore screen of a window shows something else than its document holds; on the FX thread. */
    static List<String> differences(Parent root, Document document, Words words) {
        OnShow eyes = new OnShow(root, document, words);
        eyes.editor();
        eyes.figures();
        eyes.charts();
        eyes.findings(Findings.of(
                document.figures(),
                io.slicewise.story.Thresholds.DEFAULT,
                document.content().isMeasured()));
        return eyes.differences;
    }

    private void editor() {
        boolean empty = fleet.gpus().isEmpty();
        expect("the invitation", empty, !all(root, ".empty-scenario").isEmpty());
        if (empty) {
            return;
        }
        List<Node> cards = all(root, ".gpu-card");
        expect("a card on show", true, !cards.isEmpty());
        cards.forEach(card -> card((Parent) card));
        table();
        expectText(
                "the count",
                words.now("editor.count", fleet.gpus().size(), fleet.instanceCount()),
                one(root, ".editor-top > .muted"));
    }

    private void card(Parent card) {
        int index = ((ListCell<?>) above(card, ListCell.class)).getIndex();
        if (index < 0 || index >= fleet.gpus().size()) {
            differences.add("a card of GPU " + index + ", which is not there");
            return;
        }
        Gpu gpu = fleet.gpus().get(index);
        String what = "card " + index + ": ";
        expect(what + "name", gpu.name(), ((TextInputControl) one(card, ".card-name")).getText());
        Averages averages = figures.gpus().get(index).averages();
        expectText(what + "S", percent(averages.instanceAverage()), one(card, ".instance-average .card-figure"));
        expectText(what + "W", percent(averages.weightedAverage()), one(card, ".weighted .card-figure"));
        expectText(what + "G", percent(averages.wholeGpu()), one(card, ".whole-gpu .card-figure"));
        if (gpu.model() != null) {
            expectText(
                    what + "slices",
                    words.now(
                            "editor.card.slices",
                            gpu.allocatedSlices(),
                            Objects.requireNonNull(gpu.model()).computeSlices()),
                    one(card, ".card-slices"));
        }
        if (inSight(card)) {
            map(what, (Region) one(card, ".slice-map"), SliceMapModel.of(gpu));
        }
    }

    private void map(String what, Region map, SliceMapModel model) {
        List<Node> blocks = leftToRight(map, ".instance-block");
        expect(what + "blocks", model.blocks().size(), blocks.size());
        expect(
                what + "free slices",
                model.freeSlices().size(),
                all(map, ".free-slice").size());
        expect(
                what + "free units",
                model.freeUnits().size(),
                all(map, ".free-unit").size());
        expect(
                what + "memory",
                model.placed() ? blocks.size() : 0,
                all(map, ".memory-segment").size());
        for (int i = 0; i < Math.min(blocks.size(), model.blocks().size()); i++) {
            block(
                    what + "block " + i + ": ",
                    (Region) blocks.get(i),
                    model.blocks().get(i),
                    map,
                    model);
        }
    }

    private void block(String what, Region block, SliceMapModel.Block expected, Region map, SliceMapModel model) {
        Instance instance = expected.instance();
        String percent = instance.isReported() ? percent(instance.utilization()) : words.now("editor.noReading");
        String spoken = block.getAccessibleText();
        expect(what + "spoken " + spoken, true, spoken.endsWith(percent));
        expect(
                what + "spoken profile " + spoken,
                true,
                spoken.contains(instance.profile().name()));
        String name = drawn(one(block, ".block-name"));
        expect(
                what + "name " + name,
                true,
                fits(instance.label(), name.replaceFirst(" #\\d+$", ""))
                        || name.equals(instance.profile().computeSlices() + "g"));
        String figure = drawn(one(block, ".block-figure"));
        // whole, or shorter on purpose: a figure that ends in dots says nothing
        expect(
                what + "figure " + figure + " of " + percent,
                true,
                List.of(percent, Numbers.percentNumber(instance.utilization()), whole(instance))
                        .contains(figure));
        double column =
                (map.getWidth() - map.getInsets().getLeft() - map.getInsets().getRight()) / model.columns();
        expect(
                what + "width " + block.getWidth(),
                true,
                block.getWidth() > column * expected.columns() / 2
                        && block.getWidth() < column * (expected.columns() + 0.1));
        Region fill = (Region) one(block, ".block-gauge-fill");
        double full = ((Region) one(block, ".block-gauge")).getWidth();
        double share = instance.isReported() ? instance.utilization() : 0;
        expect(
                what + "gauge " + fill.getWidth() + " of " + full,
                true,
                Math.abs(fill.getWidth() - full * share) < A_PIXEL);
    }

    private static String whole(Instance instance) {
        return instance.isReported() ? String.valueOf(Math.round(instance.utilization() * 100)) : Numbers.NONE;
    }

    private void table() {
        List<Expected> rows = new ArrayList<>();
        fleet.gpus().forEach(gpu -> gpu.instances().forEach(instance -> rows.add(new Expected(gpu, instance))));
        int filled = 0;
        boolean room = false;
        for (Node node : all(root, ".instance-table .table-row-cell")) {
            TableRow<?> row = (TableRow<?>) node;
            if (row.isEmpty()) {
                room = true;
            } else if (row.getIndex() >= rows.size()) {
                differences.add("row " + row.getIndex() + " of an instance that is not there");
            } else {
                filled++;
                row(row, rows.get(row.getIndex()));
            }
        }
        if (room) {
            expect("rows", rows.size(), filled);
        }
    }

    private record Expected(Gpu gpu, Instance instance) {}

    private void row(TableRow<?> row, Expected expected) {
        String what = "row " + row.getIndex() + ": ";
        Instance instance = expected.instance();
        Labeled profile = (Labeled) one(row, ".profile-button");
        expectText(what + "profile", instance.profile().name(), profile);
        String typed = ((TextInputControl) one(row, ".utilization-field")).getText();
        expect(what + "utilization", Numbers.percentNumber(instance.utilization()), typed);
        double percent = instance.isReported() ? instance.utilization() * 100 : 0;
        double slider = ((Slider) one(row, ".slider")).getValue();
        expect(what + "slider " + slider, true, Math.abs(slider - percent) < 0.051);
        for (Node node : all(row, ".table-cell")) {
            TableCell<?, ?> cell = (TableCell<?, ?>) node;
            Node header = header(cell.getTableColumn());
            double aside = left(cell) - left(header);
            expect(what + cell.getTableColumn().getText() + " below its heading", true, Math.abs(aside) < A_PIXEL);
        }
    }

    private Node header(TableColumnBase<?, ?> column) {
        return all(root, ".instance-table .column-header").stream()
                .filter(node -> node instanceof TableColumnHeader header && header.getTableColumn() == column)
                .findFirst()
                .orElseThrow();
    }

    private static double left(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }

    private void figures() {
        Averages total = figures.total();
        figure("instance-average", total.instanceAverage(), Formula.instanceAverage(figures));
        figure("weighted", total.weightedAverage(), Formula.weightedAverage(figures));
        figure("whole-gpu", total.wholeGpu(), Formula.wholeGpu(figures));
    }

    private void figure(String hue, double value, String formula) {
        Parent card = (Parent) one(root, ".figure-card." + hue);
        expectText(hue, percent(value), one(card, ".figure-value"));
        Labeled shown = (Labeled) one(card, ".formula");
        expect("formula of " + hue, formula, shown.getText());
        expect("spoken " + hue, true, card.getAccessibleText().contains(percent(value)));
    }

    private void charts() {
        Exhibits exhibits = new Exhibits(Messages.in(words.language()));
        Set<String> spoken = Set.copyOf(
                all(root, ".chart-view").stream().map(Node::getAccessibleText).toList());
        for (var heading : List.of(
                exhibits.bridge(figures).heading(),
                exhibits.weights(figures, Exhibits.isMany(figures)).heading())) {
            String expected = String.join(". ", heading.title(), heading.summary());
            expect("chart " + expected + " in " + spoken, true, spoken.contains(expected));
        }
    }

    private void findings(List<Finding> findings) {
        expectText(
                "findings",
                words.now("desktop.findings", findings.size()),
                all(root, ".findings-toggle").getFirst());
        String first = findings.isEmpty() ? "" : words.now(findings.getFirst().message());
        all(root, ".findings-first").forEach(shown -> expectText("the first finding", first, shown));
    }

    // ---- reading ----

    private String percent(double ratio) {
        return Numbers.percent(ratio, words.language());
    }

    private void expect(String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            differences.add(what + ": " + seen + " instead of " + expected);
        }
    }

    private void expectText(String what, String expected, Node label) {
        String seen = drawn(label);
        if (!fits(expected, seen)) {
            differences.add(what + ": “" + seen + "” instead of “" + expected + "”");
        }
    }

    /** Whether these words, or as many of them as there was room for, were drawn. */
    private static boolean fits(String expected, String drawn) {
        return drawn.equals(expected)
                || (drawn.endsWith("...") && expected.startsWith(drawn.substring(0, drawn.length() - 3)));
    }

    /** The words that a label's last layout put on the screen. */
    private static String drawn(Node label) {
        return label.lookup(".text") instanceof Text text && text.isVisible()
                ? text.getText().replace("\n", "")
                : "";
    }

    private Node one(Parent in, String selector) {
        List<Node> found = all(in, selector);
        if (found.size() != 1) {
            throw new AssertionError(selector + " is on show " + found.size() + " times; so far: " + differences);
        }
        return found.getFirst();
    }

    private static List<Node> all(Parent in, String selector) {
        return in.lookupAll(selector).stream().filter(OnShow::isShown).toList();
    }

    /** Whether a node and all that it is in are visible, in a window that is showing. */
    static boolean isShown(Node node) {
        if (node.getScene() == null
                || node.getScene().getWindow() == null
                || !node.getScene().getWindow().isShowing()) {
            return false;
        }
        Node at = node;
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null;
    }

    private static List<Node> leftToRight(Parent in, String selector) {
        return all(in, selector).stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .toList();
    }

    private static Node above(Node node, Class<? extends Node> type) {
        Node at = node;
        while (!type.isInstance(at)) {
            at = at.getParent();
        }
        return at;
    }

    /** Whether any of a card lies in the part of its list that can be seen. */
    private static boolean inSight(Node card) {
        Bounds list = above(card, ListView.class)
                .localToScene(above(card, ListView.class).getBoundsInLocal());
        return card.localToScene(card.getBoundsInLocal()).intersects(list);
    }
}
