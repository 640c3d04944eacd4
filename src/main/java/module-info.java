/** Slicewise: plan and explain GPU capacity under NVIDIA MIG. */
module io.slicewise {
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.snakeyaml.engine;
    requires info.picocli;
    requires re2j;
    requires com.github.luben.zstd_jni;
    // PDFBox needs it, and as an automatic module cannot say so
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.commons.compress;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.ooxml.schemas;
    requires org.apache.poi.poi;
    requires org.apache.xmlbeans;
    requires static org.jspecify;

    // the toolkit makes the application object
    exports io.slicewise.desktop to
            javafx.graphics;

    provides System.LoggerFinder with
            io.slicewise.LateLogging;
}
