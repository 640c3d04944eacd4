package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.monitoring.MonitoringActions;
import io.slicewise.document.Opener;
import io.slicewise.json.AtomicFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the window does for the Monitoring screen.
 *
 * @param known where models are looked up, at any time
 * @param alert from where on alerts fire
 * @param toast says that something was done
 */
record MonitoringBesides(
        Dialogs dialogs,
        ClipboardAccess clipboard,
        Background background,
        Supplier<Catalogue> known,
        AlertLevel alert,
        Consumer<Text> toast)
        implements MonitoringActions {
    /** Far larger than any dashboard; a log file that is opened by mistake is not read. */
    private static final long MOST_BYTES = 64L << 20;

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        background.run(cancel, work, then);
    }

    @Override
    public Catalogue catalogue() {
        return known.get();
    }

    @Override
    public void copy(String text) {
        clipboard.setText(text);
    }

    @Override
    public void export(String suggestedName, String content) {
        dialogs.askExport(suggestedName)
                .ifPresent(file -> write(
                        Map.of(file, content), Text.of("monitoring.saved.one", String.valueOf(file.getFileName()))));
    }

    @Override
    public void exportAll(Map<String, String> files) {
        dialogs.askFolder().ifPresent(folder -> {
            Map<Path, String> all = new LinkedHashMap<>();
            files.forEach((name, text) -> all.put(folder.resolve(name), text));
            write(all, Text.of("monitoring.saved.all", files.size(), folder.toString()));
        });
    }

    private void write(Map<Path, String> files, Text done) {
        background.start(cancel -> written(files, cancel), failed -> {
            if (failed.isEmpty()) {
                toast.accept(done);
            } else {
                dialogs.tell(Text.of("desktop.save.failed"), failed);
            }
        });
    }

    private static List<Text> written(Map<Path, String> files, Cancel cancel) {
        List<Text> failed = new ArrayList<>();
        files.forEach((file, text) -> {
            cancel.check();
            try {
                AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                failed.add(Text.of("desktop.problem", file.toString(), Opener.why(e)));
            }
        });
        return failed;
    }

    @Override
    public boolean allowsPlain(String host) {
        return dialogs.askPlain(host);
    }

    @Override
    public Optional<Path> askFile() {
        return dialogs.askOpen().stream().findFirst();
    }

    @Override
    public void read(Path file, Consumer<NamedText> then) {
        background.start(_ -> MonitoringBesides.content(file), result -> {
            switch (result) {
                case Content.Read(NamedText text) -> then.accept(text);
                case Content.Unread(Text why) ->
                    dialogs.tell(
                            Text.of("desktop.open.failed"), List.of(Text.of("desktop.problem", file.toString(), why)));
            }
        });
    }

    private sealed interface Content {
        record Read(NamedText text) implements Content {}

        record Unread(Text why) implements Content {}
    }

    private static Content content(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Content.Unread(Text.of("monitoring.tooLarge"));
            }
            // what is no text in UTF-8 is shown with marks in its place, and has no query in it then
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new Content.Read(new NamedText(String.valueOf(file.getFileName()), text));
        } catch (IOException e) {
            return new Content.Unread(Opener.why(e));
        }
    }
}
