package io.slicewise.desktop.monitoring;

import io.slicewise.promql.output.Delivery;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Names.Metric;
import io.slicewise.promql.query.QueryFigure;
import java.util.Locale;

/**
 * What a person wants a query of.
 *
 * @param subject for which hardware
 * @param figure what is computed
 * @param grouping one figure for each of what
 * @param label the label, where the grouping is by any
 * @param metric which of the metric's names
 * @param lowerCase whether metric and labels are written in lower case there
 * @param percent whether the metric goes to 100 instead of to 1
 * @param exported whether the owners' labels are {@code exported_namespace} and {@code exported_pod} there
 * @param matchers conditions, one a line
 * @param limits when the alerts of the files fire
 */
record Ask(
        Subject subject,
        QueryFigure figure,
        Grouping grouping,
        String label,
        Metric metric,
        boolean lowerCase,
        boolean percent,
        boolean exported,
        String matchers,
        AlertThresholds limits,
        Delivery delivery) {

    /** The slice-weighted average of the document's hardware, as most clusters call things. */
    static final Ask FIRST = new Ask(
            Subject.DOCUMENT,
            QueryFigure.WEIGHTED_AVERAGE,
            Grouping.FLEET,
            "",
            Metric.OLD,
            false,
            false,
            false,
            "",
            AlertThresholds.USUAL,
            Delivery.USUAL);

    /** For which hardware. */
    enum Subject {
        DOCUMENT,
        SELECTION,
        ANY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One figure for each of what. */
    enum Grouping {
        FLEET,
        GPU,
        HOST,
        MODEL,
        NAMESPACE,
        LABEL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Ask with(Subject newSubject) {
        return new Ask(
                newSubject, figure, grouping, label, metric, lowerCase, percent, exported, matchers, limits, delivery);
    }

    Ask with(QueryFigure newFigure) {
        return new Ask(
                subject, newFigure, grouping, label, metric, lowerCase, percent, exported, matchers, limits, delivery);
    }

    Ask with(Grouping newGrouping) {
        return new Ask(
                subject, figure, newGrouping, label, metric, lowerCase, percent, exported, matchers, limits, delivery);
    }

    Ask withLabel(String newLabel) {
        return new Ask(
                subject, figure, grouping, newLabel, metric, lowerCase, percent, exported, matchers, limits, delivery);
    }

    Ask with(Metric newMetric) {
        return new Ask(
                subject, figure, grouping, label, newMetric, lowerCase, percent, exported, matchers, limits, delivery);
    }

    Ask withLowerCase(boolean isLower) {
        return new Ask(
                subject, figure, grouping, label, metric, isLower, percent, exported, matchers, limits, delivery);
    }

    Ask withPercent(boolean isPercent) {
        return new Ask(
                subject, figure, grouping, label, metric, lowerCase, isPercent, exported, matchers, limits, delivery);
    }

    Ask withExported(boolean isExported) {
        return new Ask(
                subject, figure, grouping, label, metric, lowerCase, percent, isExported, matchers, limits, delivery);
    }

    Ask withMatchers(String newMatchers) {
        return new Ask(
                subject, figure, grouping, label, metric, lowerCase, percent, exported, newMatchers, limits, delivery);
    }

    Ask with(AlertThresholds newLimits) {
        return new Ask(
                subject, figure, grouping, label, metric, lowerCase, percent, exported, matchers, newLimits, delivery);
    }

    Ask with(Delivery newDelivery) {
        return new Ask(
                subject, figure, grouping, label, metric, lowerCase, percent, exported, matchers, limits, newDelivery);
    }
}
