package io.slicewise.desktop.workspace;

import io.slicewise.text.Text;
import java.util.List;
import java.util.Objects;

/** What the product says of itself: version, licences of what it is made of. */
final class About {
    private About() {}

    static List<Text> sentences() {
        return List.of(
                Text.of("desktop.about.version", version(), System.getProperty("java.version", "")),
                Text.of("desktop.about.what"),
                Text.of("desktop.about.licences"));
    }

    /** The version that the jar's manifest names; empty where classes run without a jar. */
    private static String version() {
        return Objects.requireNonNullElse(About.class.getPackage().getImplementationVersion(), "");
    }
}
