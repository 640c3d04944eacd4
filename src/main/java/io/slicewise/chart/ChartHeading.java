package io.slicewise.chart;

/**
 * The words around a chart, finished and in the reader's language. An empty string means that there is nothing to say.
 *
 * @param title what the chart shows
 * @param subtitle what to see in it, one sentence
 * @param note what to know about it (source, what was left out), below the chart
 * @param whenEmpty the sentence that stands there when there are no data: what is missing and how to get it
 * @param summary the chart in one or two sentences for a person who cannot see it
 */
public record ChartHeading(String title, String subtitle, String note, String whenEmpty, String summary) {
    /** A title, and the sentence for a chart without data. */
    public static ChartHeading of(String title, String whenEmpty) {
        return new ChartHeading(title, "", "", whenEmpty, "");
    }

    public ChartHeading withSubtitle(String sentence) {
        return new ChartHeading(title, sentence, note, whenEmpty, summary);
    }

    public ChartHeading withNote(String sentence) {
        return new ChartHeading(title, subtitle, sentence, whenEmpty, summary);
    }

    public ChartHeading withSummary(String sentences) {
        return new ChartHeading(title, subtitle, note, whenEmpty, sentences);
    }
}
