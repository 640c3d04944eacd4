package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Latest;
import io.slicewise.report.Logo;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The logo of a report, read off the FX thread. A file that is no picture is refused, and the logo stays as it was. */
final class LogoChoice {
    /** More than any logo; a photograph as it comes out of a camera would make every page heavy. */
    private static final long MOST_BYTES = 4L << 20;

    private final Latest latest;
    private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<@Nullable Text> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");

    /**
     * A logo that is good.
     *
     * @param file where it stands
     */
    record Chosen(Path file, Logo logo) {}

    private record Read(@Nullable Logo logo, @Nullable Text refusal) {}

    LogoChoice(ReportActions actions) {
        latest = new Latest(actions);
    }

    /** The logo; {@code null} for none. */
    ReadOnlyObjectProperty<@Nullable Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the file that was chosen last is not the logo; {@code null} where it is, or none was chosen. */
    ReadOnlyObjectProperty<@Nullable Text> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Takes the picture in a file. */
    void choose(Path file) {
        latest.ask(() -> read(file), read -> {
            Logo logo = read.logo();
            refusal.set(read.refusal());
            if (logo != null) {
                chosen.set(new Chosen(file, logo));
            }
        });
    }

    void remove() {
        latest.now(() -> true, _ -> {
            refusal.set(null);
            chosen.set(null);
        });
    }

    private static Read read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Read(null, Text.of("making.logo.large", name, MOST_BYTES >> 20));
            }
            return Logo.of(Files.readAllBytes(file))
                    .map(logo -> new Read(logo, null))
                    .orElseGet(() -> new Read(null, Text.of("making.logo.none", name)));
        } catch (IOException _) {
            return new Read(null, Text.of("making.logo.unread", file.toString()));
        } catch (RuntimeException _) {
            // the platform's decoders throw all kinds of things at a broken picture
            return new Read(null, Text.of("making.logo.none", name));
        }
    }
}
