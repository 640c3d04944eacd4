package io.slicewise.snapshot.exposition;

import io.slicewise.text.Problem.Severity;

/** What can be wrong with a line: what was expected there, and what is done with the line. */
enum Fault {
    NOT_A_SAMPLE(Outcome.LEFT_OUT, "snapshot.exposition.notASample"),
    METRIC_NAME(Outcome.LEFT_OUT, "snapshot.exposition.metricName"),
    NAME_MISSING(Outcome.LEFT_OUT, "snapshot.exposition.nameMissing"),
    NAME_TWICE(Outcome.LEFT_OUT, "snapshot.exposition.nameTwice"),
    LABEL_NAME(Outcome.LEFT_OUT, "snapshot.exposition.labelName"),
    LABEL_EQUALS(Outcome.LEFT_OUT, "snapshot.exposition.labelEquals"),
    LABEL_QUOTE(Outcome.LEFT_OUT, "snapshot.exposition.labelQuote"),
    LABEL_UNCLOSED(Outcome.LEFT_OUT, "snapshot.exposition.labelUnclosed"),
    LABEL_SEPARATOR(Outcome.LEFT_OUT, "snapshot.exposition.labelSeparator"),
    LABEL_TWICE(Outcome.LEFT_OUT, "snapshot.exposition.labelTwice"),
    VALUE(Outcome.LEFT_OUT, "snapshot.exposition.value"),
    TIMESTAMP(Outcome.LEFT_OUT, "snapshot.exposition.timestamp"),
    AFTER_SAMPLE(Outcome.LEFT_OUT, "snapshot.exposition.afterSample"),
    TOO_LONG(Outcome.LEFT_OUT, "snapshot.exposition.tooLong"),

    NOT_UTF8(Outcome.KEPT, "snapshot.exposition.notUtf8"),
    UNKNOWN_ESCAPE(Outcome.KEPT, "snapshot.exposition.unknownEscape"),
    EXEMPLAR(Outcome.KEPT, "snapshot.exposition.exemplar"),
    NUMERIC_LABEL(Outcome.KEPT, "snapshot.exposition.numericLabel"),

    HEADER_NAME(Outcome.COMMENT, "snapshot.exposition.headerName"),
    HEADER_DIFFERS(Outcome.COMMENT, "snapshot.exposition.headerDiffers"),
    TYPE_UNKNOWN(Outcome.COMMENT, "snapshot.exposition.typeUnknown"),
    TYPE_LATE(Outcome.COMMENT, "snapshot.exposition.typeLate");

    private final Outcome outcome;
    private final String expected;

    Fault(Outcome outcome, String expected) {
        this.outcome = outcome;
        this.expected = expected;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The message key that says what was expected. */
    String expected() {
        return expected;
    }

    /** What was done about a fault. */
    enum Outcome {
        /** The line gave no sample. */
        LEFT_OUT(Severity.WARNING, "snapshot.exposition.leftOut"),
        /** The sample was taken all the same. */
        KEPT(Severity.WARNING, "snapshot.exposition.kept"),
        /** A comment, on which no sample depends. */
        COMMENT(Severity.INFO, "snapshot.exposition.comment");

        private final Severity severity;
        private final String message;

        Outcome(Severity severity, String message) {
            this.severity = severity;
            this.message = message;
        }

        Severity severity() {
            return severity;
        }

        /** The message key around what was expected. */
        String message() {
            return message;
        }
    }
}
