/** Slicewise: plan and explain GPU capacity under NVIDIA MIG. */
module io.slicewise {
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires tools.jackson.databind;
    requires info.picocli;
    requires static org.jspecify;
}
