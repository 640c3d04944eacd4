package io.slicewise.desktop.chart;

import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.SvgWriter;
import io.slicewise.document.Opener;
import io.slicewise.json.AtomicFile;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.report.picture.PngWriter;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Takes charts to the clipboard and into files. For the FX thread. */
public final class ChartExport implements ChartActions {
    /** Pixels of a picture for one of the screen: sharp in documents and on slides. */
    private static final double SCALE = 2;

    /** Asks the user where to save. */
    @FunctionalInterface
    public interface SaveDialog {
        /**
         * Asks, and waits for the answer.
         *
         * @param name the suggested name of the file, with its extension
         * @param extension {@code png} or {@code svg}
         * @return the file; empty when the user thought better of it
         */
        Optional<Path> ask(String name, String extension);
    }

    private final SaveDialog dialog;
    private final Consumer<Text> report;
    private @Nullable PictureFont font;

    /**
     * Exports with a dialog and a person to tell how it went.
     *
     * @param dialog asks for files
     * @param report is told what was done, and what could not be done
     */
    public ChartExport(SaveDialog dialog, Consumer<Text> report) {
        this.dialog = dialog;
        this.report = report;
    }

    @Override
    public void copyPicture(Shown chart) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(png(chart))));
        Clipboard.getSystemClipboard().setContent(content);
        report.accept(Text.of("chart.picture.copied"));
    }

    @Override
    public void copyTable(Shown chart) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ChartTable.of(chart.spec()).toTsv());
        Clipboard.getSystemClipboard().setContent(content);
        report.accept(Text.of("chart.table.copied"));
    }

    @Override
    public void savePng(Shown chart) {
        dialog.ask(fileName(chart, "png"), "png").ifPresent(file -> save(file, png(chart)));
    }

    @Override
    public void saveSvg(Shown chart) {
        dialog.ask(fileName(chart, "svg"), "svg").ifPresent(file -> save(file, svg(chart)));
    }

    private byte[] png(Shown chart) {
        return PngWriter.write(drawing(chart), chart.palette(), font(), SCALE);
    }

    private byte[] svg(Shown chart) {
        return SvgWriter.write(drawing(chart), chart.palette()).getBytes(StandardCharsets.UTF_8);
    }

    private Drawing drawing(Shown chart) {
        return ChartLayout.layout(chart.spec(), chart.width(), chart.height(), font().measure());
    }

    private PictureFont font() {
        PictureFont known = font;
        if (known == null) {
            known = PictureFont.shipped();
            font = known;
        }
        return known;
    }

    /** All or nothing: a file that was there stays as it is until the new one is complete. */
    private void save(Path file, byte[] bytes) {
        try {
            AtomicFile.write(file, bytes);
            report.accept(Text.of("chart.saved", file.toString()));
        } catch (IOException e) {
            report.accept(Text.of("chart.save.failed", file.toString(), Opener.why(e)));
        }
    }

    /** The title as a name that every file system takes. */
    static String fileName(Shown chart, String extension) {
        String title = chart.spec().heading().title();
        String plain =
                title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").strip().replaceAll("\\s+", "-");
        String cut =
                plain.substring(0, plain.offsetByCodePoints(0, Math.min(60, plain.codePointCount(0, plain.length()))));
        return (cut.isEmpty() ? "chart" : cut) + "." + extension;
    }
}
