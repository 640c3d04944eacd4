package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Latest;
import io.slicewise.report.Logo;
import io.slicewise.report.SlideTemplate;
import io.slicewise.report.pptx.PptxTemplate;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a report: its logo, or the presentation that slides look like. Read off the FX thread; a file
 * that is not such a one is refused, and the choice stays as it was.
 *
 * @param <T> what is in the file
 */
final class FileChoice<T> {
    private final Kind<T> kind;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<@Nullable Chosen<T>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<@Nullable Text> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");

    /**
     * What is chosen.
     *
     * @param mostMegabytes the most that is read
     * @param reader makes it of a file's bytes; nothing of those of another kind of file
     * @param none the message for another kind of file
     * @param large the message for a larger one
     * @param unread the message for one that cannot be read
     */
    record Kind<T>(int mostMegabytes, Function<byte[], Optional<T>> reader, String none, String large, String unread) {
        /** A photograph as it comes out of a camera would make every page heavy. */
        static final Kind<Logo> LOGO =
                new Kind<>(4, Logo::of, "making.logo.none", "making.logo.large", "making.logo.unread");

        /** A company's template with its pictures. */
        static final Kind<SlideTemplate> SLIDES =
                new Kind<>(64, PptxTemplate::of, "making.slides.none", "making.slides.large", "making.slides.unread");
    }

    /**
     * A file that is good.
     *
     * @param file where it stands
     */
    record Chosen<T>(Path file, T content) {}

    private record Read<T>(@Nullable T content, @Nullable Text refusal) {}

    FileChoice(Kind<T> kind, ReportActions actions) {
        this.kind = kind;
        latest = new Latest(actions);
    }

    /** What is chosen; {@code null} for none. */
    ReadOnlyObjectProperty<@Nullable Chosen<T>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the file that was chosen last is not it; {@code null} where it is, or none was chosen. */
    ReadOnlyObjectProperty<@Nullable Text> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Takes what is in a file. */
    void choose(Path file) {
        latest.ask(() -> read(file), read -> {
            T content = read.content();
            refusal.set(read.refusal());
            if (content != null) {
                chosen.set(new Chosen<>(file, content));
            }
        });
    }

    void remove() {
        latest.now(() -> true, _ -> {
            refusal.set(null);
            chosen.set(null);
        });
    }

    private Read<T> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > (long) kind.mostMegabytes() << 20) {
                return new Read<>(null, Text.of(kind.large(), name, kind.mostMegabytes()));
            }
            return kind.reader()
                    .apply(Files.readAllBytes(file))
                    .map(content -> new Read<>(content, null))
                    .orElseGet(() -> new Read<>(null, Text.of(kind.none(), name)));
        } catch (IOException _) {
            return new Read<>(null, Text.of(kind.unread(), file.toString()));
        } catch (RuntimeException _) {
            // decoders of the platform and of libraries throw all kinds of things at a broken file
            return new Read<>(null, Text.of(kind.none(), name));
        }
    }
}
