package io.slicewise.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The application's icon, drawn in {@code assets/icon.svg}, for {@code Stage.getIcons()}. */
public final class AppIcon {
    private AppIcon() {}

    /** The icon at 16, 32, 64, 128, 256 and 512 pixels; the system takes the size that it needs. */
    public static List<Image> images() {
        return IntStream.of(16, 32, 64, 128, 256, 512).mapToObj(AppIcon::image).toList();
    }

    private static Image image(int pixels) {
        try (InputStream in = AppIcon.class.getResourceAsStream("icon-" + pixels + ".png")) {
            if (in == null) {
                throw new IllegalStateException("The icon of " + pixels + " pixels is missing in this build");
            }
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
