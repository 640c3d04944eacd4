/** Slicewise: plan and explain GPU capacity under NVIDIA MIG. */
module io.slicewise {
    requires java.desktop;
    requires java.net.http;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.snakeyaml.engine;
    requires info.picocli;
    requires static org.jspecify;

    // the toolkit makes the application object
    exports io.slicewise.desktop to
            javafx.graphics;
}
