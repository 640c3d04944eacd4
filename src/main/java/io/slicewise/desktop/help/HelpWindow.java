package io.slicewise.desktop.help;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.HousesChart;
import io.slicewise.chart.LinesChart;
import io.slicewise.chart.ScatterChart;
import io.slicewise.chart.StripsChart;
import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window in which the help is read, beside the work. It is made when it is first asked for. */
public final class HelpWindow {
    private static final double WIDTH = 780;
    private static final double HEIGHT = 690;

    private final Stage owner;
    private final Words words;
    private final Look look;
    private @Nullable Stage stage;
    private @Nullable HelpView view;
    private @Nullable HoverHelp hover;

    /** @param owner the window that this one stands beside and closes with */
    public HelpWindow(Stage owner, Words words, Look look) {
        this.owner = owner;
        this.words = words;
        this.look = look;
    }

    /** Shows what there is to read about something. */
    public void show(HelpTopic topic) {
        HelpView shown = view;
        Stage window = stage;
        if (shown == null || window == null) {
            shown = new HelpView(words);
            window = stage(shown);
            view = shown;
            stage = window;
        }
        shown.topicProperty().set(topic);
        window.show();
        window.toFront();
    }

    /** Lets every term in the owner's scene explain itself; to be called when the scene is there. */
    public void explainTerms(Scene scene) {
        hover = HoverHelp.on(scene, words);
    }

    /**
     * Explains the term that the pointer rests on, or the part of the owner that has the focus; where nothing is known
     * of that, how to start.
     */
    public void explainFocus() {
        Optional<Term> pointed = Optional.ofNullable(hover).flatMap(HoverHelp::term);
        if (pointed.isPresent()) {
            show(pointed.get());
            return;
        }
        Scene scene = owner.getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        show(ContextHelp.topic(outwards(focus)).orElse(Chapter.START));
    }

    private Stage stage(HelpView content) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.titleProperty().bind(words.of("help.title").map(title -> title + " — Slicewise"));
        window.getIcons().setAll(owner.getIcons());
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        look.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        window.setScene(scene);
        window.setMinWidth(560);
        window.setMinHeight(360);
        return window;
    }

    /** The style classes of a node and of all that it is in. A chart has one more, for its kind. */
    static List<List<String>> outwards(@Nullable Node node) {
        List<List<String>> classes = new ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ChartView chart) {
                classes.add(List.of(kind(chart.specProperty().get())));
            }
            classes.add(List.copyOf(at.getStyleClass()));
        }
        return classes;
    }

    private static String kind(@Nullable ChartSpec spec) {
        return switch (spec) {
            case BridgeChart _ -> "bridge-chart";
            case BarsChart _ -> "bars-chart";
            case LinesChart _ -> "lines-chart";
            case HousesChart _ -> "houses-chart";
            case ScatterChart _ -> "scatter-chart";
            case StripsChart _ -> "strips-chart";
            case TimelineChart _ -> "timeline-chart";
            case null -> "";
        };
    }
}
