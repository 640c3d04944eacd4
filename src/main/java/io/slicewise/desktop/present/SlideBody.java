package io.slicewise.desktop.present;

import io.slicewise.page.Block;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Section;
import io.slicewise.page.Slides;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Audience;
import io.slicewise.story.deck.Slide;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a slide shows below its sentence. It stays while the same slide is on, and takes whatever changes in it. */
abstract class SlideBody extends VBox {
    /**
     * All that a slide shows.
     *
     * @param slide what it says
     * @param section what stands on it, as in a file
     * @param step the step of it
     * @param scenario the document, with what is tried out
     * @param shown its figures, and what time they are of
     * @param audience who looks
     * @param words the language
     * @param dark whether colours are dark
     */
    record View(
            Slide slide,
            Section section,
            int step,
            Scenario scenario,
            Slides.Shown shown,
            Audience audience,
            Messages words,
            boolean dark) {
        /** The figures, each instance as it is or on average. */
        Figures figures() {
            return shown.figures();
        }

        String say(Text text) {
            return words.say(text);
        }

        /** What it lists. */
        List<Point> points() {
            return blocks(Points.class)
                    .flatMap(points -> points.points().stream())
                    .toList();
        }

        /** What has to be known beside the figures. */
        String notes() {
            return blocks(Paragraph.class)
                    .filter(paragraph -> paragraph.style() == Style.NOTE)
                    .map(Paragraph::text)
                    .collect(Collectors.joining("\n"));
        }

        /** Its blocks of a kind. */
        <B extends Block> Stream<B> blocks(Class<B> kind) {
            return section.blocks().stream().filter(kind::isInstance).map(kind::cast);
        }
    }

    SlideBody(String styleClass) {
        getStyleClass().addAll("slide-body", styleClass);
        setMinSize(0, 0);
    }

    abstract void show(View view);

    /** Whether it shows what has to be known beside the figures among its blocks; else that stands below it. */
    boolean hasNotes() {
        return false;
    }

    /** Tells the height of a line of text, in pixels, for what is drawn rather than styled. */
    void setEm(double pixels) {
        // most bodies are styled alone
    }

    static Label label(String... styleClasses) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
