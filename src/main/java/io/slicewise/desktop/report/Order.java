package io.slicewise.desktop.report;

import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.file.ReportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report to be made, with everything that it needs.
 *
 * @param about what it is about, as many as the template takes
 * @param formats the kinds of files, at least one
 * @param folder where they go; made where it is missing
 */
record Order(Template template, List<Subject> about, Options options, List<ReportFormat> formats, Path folder) {
    /** Of a name in a file's name; longer ones are cut. */
    private static final int MOST_LETTERS = 60;

    Order {
        about = List.copyOf(about);
        formats = List.copyOf(formats);
    }

    /** What the names of all files begin with: the documents, the template, the language. */
    String base() {
        String names = about.stream().map(Subject::name).map(Order::plain).collect(Collectors.joining("-"));
        return names + "-" + template.id() + "-" + options.language().code();
    }

    /** A name that every file system takes. */
    private static String plain(String name) {
        String plain =
                name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").strip().replaceAll("\\s+", "-");
        int letters = Math.min(MOST_LETTERS, plain.codePointCount(0, plain.length()));
        String cut = plain.substring(0, plain.offsetByCodePoints(0, letters));
        return cut.isEmpty() ? "report" : cut;
    }
}
