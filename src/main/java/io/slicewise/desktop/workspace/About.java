package io.slicewise.desktop.workspace;

import io.slicewise.text.Text;
import java.util.List;

/** What the product says of itself: version, licences of what it is made of. */
final class About {
    private About() {}

    static List<Text> sentences() {
        return List.of(
                Text.of("desktop.about.version", version(), System.getProperty("java.version", "")),
                Text.of("desktop.about.what"),
                Text.of("desktop.about.licences"));
    }

    /** The version of the module, or of the jar where the product runs from the class path. */
    private static String version() {
        return About.class
                .getModule()
                .getDescriptor() instanceof java.lang.module.ModuleDescriptor descriptor
                && descriptor.rawVersion().isPresent()
                ? descriptor.rawVersion().get()
                : String.valueOf(About.class.getPackage().getImplementationVersion());
    }
}
