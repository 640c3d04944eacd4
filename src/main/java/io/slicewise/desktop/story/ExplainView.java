package io.slicewise.desktop.story;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.control.AlertField;
import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.SectionKind;
import io.slicewise.story.Audience;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The Explain screen: a page to read, with its table of contents beside it where there is room.
 *
 * <p>Alt Page Down and Alt Page Up go from section to section, Ctrl Shift C copies the one that is read.
 */
public final class ExplainView extends BorderPane {
    private static final String SHEET =
            Objects.requireNonNull(ExplainView.class.getResource("explain.css")).toExternalForm();

    /** From this width on, in times the text size, there is room for the contents. */
    private static final double CONTENTS_FROM = 66;

    /** From this width of the page on, in times the text size, findings and their proof stand beside each other. */
    private static final double WIDE_FROM = 54;

    /** What the contents take of the width, in times the text size. */
    private static final double CONTENTS = 16;

    private final ExplainModel model;
    private final Words words;
    private final Look look;
    private final AlertLevel alert;
    private final ExplainActions actions;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox();
    private final Contents contents;
    private final Map<SectionKind, SectionView> made = new EnumMap<>(SectionKind.class);
    private final Function<SectionKind, SectionView> maker;
    private List<SectionView> sections = List.of();
    private final Scroller scroller;

    /**
     * The page.
     *
     * @param alert from where on an alert is due
     * @param charts what the menus of the charts do
     */
    public ExplainView(
            Document document, Words words, Look look, AlertLevel alert, ChartActions charts, ExplainActions actions) {
        this.words = words;
        this.look = look;
        this.alert = alert;
        this.actions = actions;
        model = new ExplainModel(document, alert, words, actions);
        BlockNodes nodes = new BlockNodes(
                figure -> words.now(figure.meaning()),
                actions::openSample,
                () -> words.now("explain.case.open"),
                chart -> new ChartCard(chart, words, look, charts));
        maker = kind -> new SectionView(kind, body(kind, document, nodes, charts), words, actions);
        scroller = new Scroller(scroll);
        contents = new Contents(words, this::go);
        getStyleClass().add("explain-view");
        getStylesheets().add(SHEET);
        page.getStyleClass().add("explain-page");
        page.getChildren().add(head(document));
        StackPane middle = new StackPane(page);
        middle.getStyleClass().add("explain-middle");
        scroll.setContent(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("explain-scroll");
        scroll.vvalueProperty().addListener(_ -> contents.mark(scroller.read().kind()));
        listen();
        // not within the layout that changed the width: what is added there goes without its styles until the next one
        widthProperty().subscribe(() -> Platform.runLater(this::arrange));
        look.textSizeProperty().subscribe(this::arrange);
        model.shownProperty().subscribe(this::show);
        model.watchedProperty()
                .bind(sceneProperty()
                        .flatMap(scene -> scene.windowProperty().flatMap(window -> window.showingProperty()))
                        .orElse(false));
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(owner -> follow(owner));
    }

    /** Its keys work wherever the focus is while the page is on show, and the page can be scrolled by key at once. */
    private void listen() {
        EventHandler<KeyEvent> keys = this::press;
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
                Platform.runLater(scroll::requestFocus);
            }
        });
    }

    private Body body(SectionKind kind, Document document, BlockNodes nodes, ChartActions charts) {
        return switch (kind) {
            case FINDINGS -> new FindingsBody(model, document, words, look, nodes, charts, actions);
            case PURPOSES -> new PurposeBody(model, words, nodes);
            default -> new SectionBody(nodes);
        };
    }

    /** Brings a section into sight, and opens it. */
    private void go(SectionKind kind) {
        sections.stream().filter(section -> section.kind() == kind).forEach(section -> {
            section.open();
            scroller.to(section);
        });
    }

    /** For whom, and everything to the clipboard. */
    private Node head(Document document) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(words.of("explain.audience"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox choice = new Segmented<>(
                List.of(Audience.values()),
                model.audienceProperty(),
                model.audienceProperty()::set,
                audience -> words.of(audience.title()));
        choice.getStyleClass().add("explain-audience");
        choice.accessibleTextProperty().bind(label.textProperty());
        Button copy = new Button();
        copy.getStyleClass().addAll("quiet", "explain-copy-all");
        copy.textProperty().bind(words.of("explain.copy.all"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copyAll());
        FlowPane row = new FlowPane(label, choice, time(document), new AlertField(alert, words), copy);
        row.getStyleClass().add("explain-top");
        return row;
    }

    /** Of a range: whether the page is about all of it, or about the moment that the document shows. */
    private Node time(Document document) {
        HBox choice = new Segmented<>(
                List.of(false, true),
                document.momentProperty(),
                document.momentProperty()::set,
                moment -> words.of(moment ? "timeline.about.moment" : "timeline.about.range"));
        choice.visibleProperty().bind(document.contentProperty().map(content -> content.timeline() != null));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private void copyAll() {
        ExplainModel.Shown shown = model.shownProperty().get();
        if (shown != null) {
            actions.copy(shown.page().text());
        }
    }

    private void show(ExplainModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        if (shown.page().isEmpty()) {
            setLeft(null);
            setCenter(nothing());
            return;
        }
        List<SectionView> before = sections;
        sections = shown.page().sections().stream()
                .map(section -> made.computeIfAbsent(section.kind(), maker))
                .toList();
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).show(shown, shown.page().sections().get(i));
        }
        contents.show(shown.page().sections());
        if (!sections.equals(before)) {
            scroller.setSections(sections);
            page.getChildren().remove(1, page.getChildren().size());
            page.getChildren().addAll(sections);
            arrange();
        }
        if (!scroll.equals(getCenter())) {
            setCenter(scroll);
            contents.mark(SectionKind.SUMMARY);
            arrange();
        }
    }

    private Node nothing() {
        Label title = BlockNodes.label(words.now("explain.empty.title"), "page-title");
        Label text = BlockNodes.label(words.now("explain.empty.text"), "explain-body");
        Button go = new Button(words.now("explain.empty.go"));
        go.getStyleClass().add("primary");
        go.setOnAction(_ -> actions.goToEditor());
        VBox box = new VBox(title, text, go);
        box.getStyleClass().addAll("empty-state", "explain-empty");
        return box;
    }

    private void arrange() {
        double ems = getWidth() / look.textPixels();
        boolean beside = ems >= CONTENTS_FROM && scroll.equals(getCenter());
        setLeft(beside ? contents : null);
        double forPage = beside ? ems - CONTENTS : ems;
        sections.forEach(section -> section.setWide(forPage >= WIDE_FROM));
    }

    private void press(KeyEvent event) {
        if (!scroll.equals(getCenter())) {
            return;
        }
        int at = sections.indexOf(scroller.read());
        KeyCode code = event.getCode();
        if (event.isAltDown() && (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP)) {
            int next = Math.clamp(at + (code == KeyCode.PAGE_DOWN ? 1 : -1), 0, sections.size() - 1);
            go(sections.get(next).kind());
            event.consume();
        } else if (code == KeyCode.C && event.isShortcutDown() && event.isShiftDown()) {
            sections.get(at).copy();
            event.consume();
        }
    }

    /** Tab can leave what is in sight; the page goes along. */
    private void follow(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (page.equals(node)) {
                scroller.reveal(Objects.requireNonNull(owner));
                return;
            }
        }
    }
}
