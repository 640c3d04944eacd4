package io.slicewise.report;

import io.slicewise.chart.ChartTable;
import io.slicewise.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, ready to be written in any format.
 *
 * @param language its language
 * @param title what it is called
 * @param subtitle what it is about: the document, and which kind of report
 * @param byline author and date; may be empty
 * @param author who made it; may be empty
 * @param date when, as the reader writes it; may be empty
 * @param logo whose it is; {@code null} for none
 * @param onePage whether it is to fit on one page where pages are of paper
 * @param sections its sections
 * @param figures all figures with all their digits, for a spreadsheet
 */
public record Report(
        Language language,
        String title,
        String subtitle,
        String byline,
        String author,
        String date,
        @Nullable Logo logo,
        boolean onePage,
        List<Section> sections,
        ChartTable figures) {
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * A section: under one heading, on one slide or several.
     *
     * @param title its heading
     * @param blocks what stands in it
     * @param notes what a speaker says to it
     */
    public record Section(String title, List<Block> blocks, String notes) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
