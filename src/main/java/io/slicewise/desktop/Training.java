package io.slicewise.desktop;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Language;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * A run that quits by itself, for the build: what it loads and links becomes the start cache. It does what nearly every
 * run does: show the first document, edit it, change language and colours. Each only once: what runs often here stays
 * as lightly compiled at later starts as it is here, which is right for a start, and wrong for a drag or a large fleet.
 */
final class Training extends AnimationTimer {
    private static final int EDIT = 5;
    private static final int TRANSLATED = 8;
    private static final int DARK = 11;
    private static final int LIGHT = 14;
    private static final int END = 17;

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
        return System.getProperty("slicewise.training") != null;
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
        switch (frame) {
            case EDIT -> edit(document);
            case TRANSLATED -> words.languageProperty().set(Language.standard().next());
            case DARK -> look.themeProperty().set(Theme.DARK);
            case LIGHT -> {
                look.themeProperty().set(Theme.LIGHT);
                words.languageProperty().set(Language.standard());
            }
            case END -> {
                stop();
                document.undo();
                session.quit();
            }
            default -> {}
        }
    }

    private static void edit(Document document) {
        Gpu gpu = document.scenario().fleet().gpus().getFirst();
        InstanceRef first = new InstanceRef(gpu.id(), gpu.instances().getFirst().id());
        document.edit(new InstanceEdit.SetUtilization(Set.of(first), 0.5));
        document.settle();
    }
}
