/** Slicewise: plan and explain GPU capacity under NVIDIA MIG. */
module io.slicewise {
    requires java.desktop;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires tools.jackson.databind;
    requires info.picocli;
    requires static org.jspecify;

    // the toolkit makes the application object
    exports io.slicewise.desktop to
            javafx.graphics;
}
