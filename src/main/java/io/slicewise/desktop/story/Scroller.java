package io.slicewise.desktop.story;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Where sections stand in a page that scrolls. */
final class Scroller {
    /** A section is read from when its heading is this near the upper edge, in shares of the height in sight. */
    private static final double READ = 0.25;

    private static final double AIR = 8;

    private final ScrollPane pane;
    private List<SectionView> sections = List.of();

    Scroller(ScrollPane pane) {
        this.pane = pane;
    }

    /** @param shown the sections of the page from above, at least one */
    void setSections(List<SectionView> shown) {
        sections = List.copyOf(shown);
    }

    /** Brings a section to the upper edge. */
    void to(SectionView section) {
        pane.applyCss();
        pane.layout();
        double room = room();
        pane.setVvalue(room <= 0 ? 0 : Math.clamp((top(section) - AIR) / room, 0, 1));
    }

    /** The section that is read now. */
    SectionView read() {
        if (pane.getVvalue() >= 0.999 && room() > 0) {
            return sections.getLast();
        }
        double edge = pane.getVvalue() * Math.max(0, room())
                + pane.getViewportBounds().getHeight() * READ;
        SectionView read = sections.getFirst();
        for (SectionView section : sections) {
            if (top(section) <= edge) {
                read = section;
            }
        }
        return read;
    }

    /** Brings what has the focus into sight. */
    void reveal(Node node) {
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double height = pane.getViewportBounds().getHeight();
        double room = room();
        double upper = pane.getVvalue() * room;
        if (room <= 0 || at.getHeight() > height) {
            return;
        }
        if (at.getMinY() < upper + AIR) {
            pane.setVvalue(Math.clamp((at.getMinY() - AIR) / room, 0, 1));
        } else if (at.getMaxY() > upper + height - AIR) {
            pane.setVvalue(Math.clamp((at.getMaxY() + AIR - height) / room, 0, 1));
        }
    }

    private double top(SectionView section) {
        return pane.getContent()
                .sceneToLocal(section.localToScene(section.getBoundsInLocal()))
                .getMinY();
    }

    private double room() {
        return pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
    }
}
