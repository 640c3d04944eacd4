package io.slicewise.desktop.help;

import io.slicewise.document.BuildInfo;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that the product is made of.
 *
 * @param name what it is called
 * @param version the version that runs; empty where it does not tell
 * @param licence under which it is used; empty for the product itself
 */
public record Component(String name, String version, String licence) {
    private static final String APACHE = "Apache-2.0";
    private static final String GPL_WITH_EXCEPTION = "GPL-2.0, Classpath Exception";

    /** The product itself, then what it is made with. */
    public static List<Component> all() {
        List<Component> all = new ArrayList<>();
        all.add(new Component("Slicewise", BuildInfo.present().version(), ""));
        all.add(new Component("OpenJDK", System.getProperty("java.version", ""), GPL_WITH_EXCEPTION));
        all.add(new Component("JavaFX", System.getProperty("javafx.runtime.version", ""), GPL_WITH_EXCEPTION));
        all.add(new Component("ControlsFX", version(org.controlsfx.control.PopOver.class), "BSD-3-Clause"));
        all.add(new Component("Jackson", version(tools.jackson.databind.ObjectMapper.class), APACHE));
        all.add(new Component("SnakeYAML Engine", version(org.snakeyaml.engine.v2.api.Load.class), APACHE));
        all.add(new Component("Apache PDFBox", version(org.apache.pdfbox.pdmodel.PDDocument.class), APACHE));
        all.add(new Component("Apache POI", version(org.apache.poi.xslf.usermodel.XMLSlideShow.class), APACHE));
        all.add(new Component("zstd-jni", version(com.github.luben.zstd.ZstdInputStream.class), "BSD-2-Clause"));
        all.add(new Component("RE2/J", version(com.google.re2j.Pattern.class), "BSD-3-Clause"));
        all.add(new Component("picocli", version(picocli.CommandLine.class), APACHE));
        all.add(new Component("Pretendard (Slicewise Sans)", "", "OFL-1.1"));
        return List.copyOf(all);
    }

    /** The version of its module, or of its jar where that is on the class path; empty where it has neither. */
    private static String version(Class<?> of) {
        Package jar = of.getPackage();
        return Optional.ofNullable(of.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(jar.getImplementationVersion()))
                .or(() -> Optional.ofNullable(jar.getSpecificationVersion()))
                .orElse("");
    }
}
