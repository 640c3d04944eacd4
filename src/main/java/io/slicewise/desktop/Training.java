package io.slicewise.desktop;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.Edit;
import io.slicewise.text.Language;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * A run that quits by itself, for the build: what it loads and links becomes the start cache. It does what nearly every
 * run does: show the first document, drag a slider, change language and colours. Not more, since what is run often here
 * is also compiled early at every later start.
 */
final class Training extends AnimationTimer {
    private static final int DRAG = 10;
    private static final int DRAGGED = 30;
    private static final int KOREAN = 34;
    private static final int DARK = 38;
    private static final int LIGHT = 42;
    private static final int END = 46;

    private final Session session;
    private final Words words;
    private final Look look;
    private int frame;

    private Training(Session session, Words words, Look look) {
        this.session = session;
        this.words = words;
        this.look = look;
    }

    /** Whether this is such a run. */
    static boolean isOn() {
        return Boolean.getBoolean("slicewise.training");
    }

    static void start(Session session, Words words, Look look) {
        new Training(session, words, look).start();
    }

    @Override
    public void handle(long now) {
        Document document = session.workspace().activeProperty().get();
        if (document == null) {
            return;
        }
        frame++;
        if (frame > DRAG && frame < DRAGGED) {
            drag(document, (frame - DRAG) / 20.0);
        }
        switch (frame) {
            case DRAGGED -> document.settle();
            case KOREAN -> words.languageProperty().set(Language.KOREAN);
            case DARK -> look.themeProperty().set(Theme.DARK);
            case LIGHT -> {
                look.themeProperty().set(Theme.LIGHT);
                words.languageProperty().set(Language.ENGLISH);
            }
            case END -> {
                stop();
                document.undo();
                session.quit();
            }
            default -> {}
        }
    }

    private static void drag(Document document, double utilization) {
        for (Gpu gpu : document.scenario().fleet().gpus()) {
            gpu.instances().stream()
                    .findFirst()
                    .ifPresent(instance -> document.edit(
                            new Edit.SetUtilization(Set.of(new InstanceRef(gpu.id(), instance.id())), utilization)));
        }
    }
}
