package io.slicewise.desktop.workspace;

import io.slicewise.text.Text;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;

/** What the product says of itself: version, licences of what it is made of. */
final class About {
    private About() {}

    static List<Text> sentences() {
        return List.of(
                Text.of("desktop.about.version", version(), System.getProperty("java.version", "")),
                Text.of("desktop.about.what"),
                Text.of("desktop.about.licences"));
    }

    /** The version of the module, or of the jar where that is on the class path; empty where classes have neither. */
    private static String version() {
        return Optional.ofNullable(About.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(About.class.getPackage().getImplementationVersion()))
                .orElse("");
    }
}
