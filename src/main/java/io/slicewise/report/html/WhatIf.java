package io.slicewise.report.html;

import io.slicewise.chart.ColorRole;
import io.slicewise.page.Block;
import io.slicewise.page.Subject;
import io.slicewise.report.Report;
import io.slicewise.story.Figure;
import io.slicewise.story.HardwareUse;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.Naming;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Sliders for the instances, with the figures, the parts of the hardware and the bridge that follow from them. The script
 * computes and rounds as the product does; without script there is no such section.
 *
 * @param report the report
 * @param subject what it is about
 * @param moved the instances that have a slider
 * @param rest the other ones that have a reading
 */
record WhatIf(Report report, Subject subject, List<Share> moved, List<Share> rest) {
    /** More sliders than this no one moves: of more instances those that weigh most have one. */
    private static final int MANY = 60;

    private static final int MOST = 20;

    /** Of more sliders than this, readers who want to read on would have to go past too many. */
    private static final int FEW = 12;

    private static final double PERCENT = 100;

    /** For a report about one document; none where the hardware or what is in use of it is not known. */
    static Optional<WhatIf> of(Report report) {
        if (report.subjects().size() != 1) {
            return Optional.empty();
        }
        Subject subject = report.subjects().getFirst();
        Figures figures = subject.figures();
        List<Share> reported = figures.shares().stream()
                .filter(share -> !Double.isNaN(share.instance().utilization()))
                .toList();
        if (HardwareUse.of(figures.total()).isEmpty() || reported.isEmpty()) {
            return Optional.empty();
        }
        List<Share> moved = reported.size() <= MANY
                ? reported
                : reported.stream()
                        .sorted(Comparator.comparingDouble(Share::weight).reversed())
                        .limit(MOST)
                        .toList();
        List<Share> rest =
                reported.stream().filter(share -> !moved.contains(share)).toList();
        return Optional.of(new WhatIf(report, subject, moved, rest));
    }

    String title() {
        return words().say("report.whatif.title");
    }

    private Messages words() {
        return Messages.in(report.language());
    }

    private static double sum(List<Share> shares, ToDoubleFunction<Share> value) {
        return shares.stream().mapToDouble(value).sum();
    }

    String html() {
        Averages total = subject.figures().total();
        StringBuilder out = new StringBuilder();
        out.append("<section id=\"whatif\" class=\"whatif\" hidden")
                .append(data("allocated", total.allocatedWeight()))
                .append(data("total", total.totalWeight()))
                .append(data("rest-count", rest.size()))
                .append(data("rest-load", sum(rest, share -> share.instance().utilization())))
                .append(data("rest-weight", sum(rest, Share::weight)))
                .append(data(
                        "rest-weighted",
                        sum(rest, share -> share.weight() * share.instance().utilization())))
                .append(">\n<h2>")
                .append(HtmlWriter.escaped(title()))
                .append("</h2>\n<p class=\"note\">")
                .append(HtmlWriter.escaped(words().say("report.whatif.lead")))
                .append("</p>\n");
        figures(out);
        parts(out);
        bridge(out);
        sliders(out);
        return out.append("</section>\n").toString();
    }

    private static String data(String name, double value) {
        return " data-" + name + "=\"" + Numbers.clean(value) + "\"";
    }

    private void figures(StringBuilder out) {
        out.append("<div class=\"tiles\" aria-live=\"polite\">\n");
        List.of(Figure.WHOLE_GPU, Figure.WEIGHTED, Figure.INSTANCE_AVERAGE)
                .forEach(figure -> out.append("<div class=\"tile second ")
                        .append(color(figure))
                        .append("\"><p class=\"name\">")
                        .append(HtmlWriter.escaped(words().say(figure.title())))
                        .append("</p><p class=\"value\" id=\"wi-")
                        .append(letter(figure))
                        .append("\"></p></div>\n"));
        out.append("</div>\n");
    }

    private static String letter(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> "s";
            case WEIGHTED -> "w";
            case WHOLE_GPU -> "g";
        };
    }

    private static String color(Figure figure) {
        return "c-" + HtmlStyle.name(Block.role(figure));
    }

    private void parts(StringBuilder out) {
        List<String> names = List.of("exhibit.use.inUse", "exhibit.use.idle", "exhibit.use.unallocated");
        out.append("<div class=\"parts\" aria-hidden=\"true\"><i id=\"wi-p0\"></i><i id=\"wi-p1\"></i>")
                .append("<i id=\"wi-p2\"></i></div>\n<ul class=\"partnames\">");
        for (int i = 0; i < names.size(); i++) {
            out.append("<li>")
                    .append(HtmlWriter.escaped(words().say(names.get(i))))
                    .append(" <b id=\"wi-t")
                    .append(i)
                    .append("\"></b></li>");
        }
        out.append("</ul>\n");
    }

    private void bridge(StringBuilder out) {
        out.append("<ul class=\"bridge\">\n");
        step(out, "wi-bs", words().say("report.short.average"), ColorRole.INSTANCE_AVERAGE);
        step(out, "wi-gap", words().say("report.column.gap"), ColorRole.NEUTRAL);
        step(out, "wi-bw", words().say("report.short.weighted"), ColorRole.WEIGHTED);
        step(out, "wi-cost", words().say("exhibit.use.unallocated"), ColorRole.NEUTRAL);
        step(out, "wi-bg", words().say("report.short.whole"), ColorRole.WHOLE_GPU);
        out.append("</ul>\n");
    }

    private static void step(StringBuilder out, String id, String name, ColorRole role) {
        out.append("<li id=\"")
                .append(id)
                .append("\"><span>")
                .append(HtmlWriter.escaped(name))
                .append("</span><span class=\"track c-")
                .append(HtmlStyle.name(role))
                .append("\"><i></i></span><b></b></li>\n");
    }

    private void sliders(StringBuilder out) {
        Naming naming = Naming.of(subject.figures());
        boolean several = subject.figures().gpus().size() > 1;
        if (!rest.isEmpty()) {
            out.append("<p class=\"note\">")
                    .append(HtmlWriter.escaped(
                            words().say("report.whatif.most", moved.size(), moved.size() + rest.size())))
                    .append("</p>\n");
        }
        boolean many = moved.size() > FEW;
        if (many) {
            out.append("<details><summary>")
                    .append(HtmlWriter.escaped(words().say("report.section.instances")))
                    .append("</summary>\n");
        }
        out.append("<div class=\"sliders\">\n");
        for (Share share : moved) {
            String instance = Naming.onGpu(share.gpu(), share.instance());
            double load = share.instance().utilization();
            out.append("<label><span>")
                    .append(HtmlWriter.escaped(several ? naming.gpu(share.gpu()) + " · " + instance : instance))
                    .append("</span><input type=\"range\" min=\"0\" max=\"100\" step=\"0.1\" value=\"")
                    .append(Numbers.clean(load * PERCENT))
                    .append('"')
                    .append(data("load", load))
                    .append(data("weight", share.weight()))
                    .append("><output></output></label>\n");
        }
        out.append("</div>\n")
                .append(many ? "</details>\n" : "")
                .append("<button type=\"button\">")
                .append(HtmlWriter.escaped(words().say("report.whatif.reset")))
                .append("</button>\n");
    }
}
