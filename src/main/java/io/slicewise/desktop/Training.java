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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;

/**
 * A run that quits by itself, for the build: what it loads and links becomes the start cache. It does what nearly every
 * run does: show the first document, edit it, change language and colours, and open an export, whose GPUs are so many that
 * they stand in a table. Each only once, and little of it: what runs often here stays as lightly compiled at later starts
 * as it is here, which is right for a start, and wrong for a drag or a large fleet.
 */
final class Training extends AnimationTimer {
    private static final int EDIT = 5;
    private static final int TRANSLATED = 8;
    private static final int DARK = 11;
    private static final int LIGHT = 14;
    private static final int EXPORT = 17;

    /** So many frames later the table stands, with the charts and findings that come behind it. */
    private static final int LOOKED_AT = 30;

    /** After the export was looked at; without it where it does not open, since the rest is worth keeping. */
    private static final int END = 3_000;

    /** More than are shown as cards. */
    private static final int GPUS = 20;

    private final Session session;
    private final Words words;
    private final Look look;
    private final List<Document> seen = new ArrayList<>();
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
        if (!seen.contains(document)) {
            frame = seen.isEmpty() ? 0 : END - LOOKED_AT;
            seen.add(document);
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
            case EXPORT -> session.workspace().open(List.of(export()));
            case END -> {
                stop();
                seen.getFirst().undo();
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

    private static Path export() {
        String lines = IntStream.range(0, GPUS).mapToObj("""
                DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-%1$08x-0000-4000-8000-000000000000",\
                modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7",Hostname="node-%1$d",pod="a"} 0.5
                DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-%1$08x-0000-4000-8000-000000000000",\
                modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="2g.20gb",GPU_I_ID="3",Hostname="node-%1$d",pod="b"} 0.7
                """::formatted).collect(Collectors.joining());
        try {
            Path file = Files.writeString(Files.createTempFile("training", ".prom"), lines);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
