package io.slicewise.document;

import io.slicewise.json.JsonDocument;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.dmon.DmonSnapshot;
import io.slicewise.snapshot.kubernetes.NodesSnapshot;
import io.slicewise.snapshot.migparted.MigPartedSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the first bytes of a file look like.
 *
 * @param kind what decides on the reader
 * @param looksLike the end of the message key {@code document.looksLike.…} that says it to a person
 */
record Content(Kind kind, String looksLike) {
    /** How many bytes of a file are looked at. */
    static final int PREFIX = 4096;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<Magic> MAGICS = List.of(
            new Magic("gzip", "\u001f\u008b"),
            new Magic("zip", "PK\u0003\u0004"),
            new Magic("pdf", "%PDF"),
            new Magic("picture", "\u0089PNG"),
            new Magic("picture", "\u00ff\u00d8\u00ff"));

    /** A comment that exporters write, or a metric with a label, at the beginning of some line: people put words above. */
    private static final Pattern EXPOSITION = Pattern.compile(
            "^(?:#[ \\t]+(?:HELP|TYPE|UNIT)[ \\t]+[a-zA-Z_:]|# EOF$|[a-zA-Z_:][\\w:]{0,255}[ \\t]*\\{[ \\t]*[\\w\"])",
            Pattern.MULTILINE);

    /** A heading or a row of what nvidia-smi prints, at the beginning of some line. */
    private static final Pattern SMI_TEXT = Pattern.compile(
            "^[ \\t]*(?:\\|[ \\t]*(?:NVIDIA-SMI|MIG devices:|GPU instances:|GPU instance profiles:|Compute instances:)"
                    + "|\\|[ \\t]*\\d+[ \\t]+MIG \\d+g\\.|GPU \\d+: .*\\(UUID|MIG \\S+[ \\t]+Device[ \\t]+\\d+:)",
            Pattern.MULTILINE);

    /** What decides on the reader. */
    enum Kind {
        /** Not a byte. */
        EMPTY,
        /** A JSON object or list. */
        JSON,
        /** What a Prometheus exporter serves. */
        EXPOSITION,
        /** A table or list of nvidia-smi. */
        SMI_TEXT,
        /** What {@code nvidia-smi -q -x} prints. */
        SMI_XML,
        /** A table: Grafana's, or the product's own. */
        CSV,
        /** What {@code dcgmi dmon} prints. */
        DMON,
        /** A configuration of mig-parted. */
        MIG_PARTED,
        /** Nodes of Kubernetes in YAML. */
        NODES_YAML,
        /** Nodes of Kubernetes in JSON. */
        NODES_JSON,
        /** Anything that no reader is there for. */
        OTHER
    }

    /** How files of a kind begin; one character is one byte. */
    private record Magic(String looksLike, String beginning) {}

    /** Recognises the beginning of a file. */
    static Content of(byte[] prefix) {
        if (prefix.length == 0) {
            return new Content(Kind.EMPTY, "text");
        }
        String bytes = new String(prefix, StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGICS) {
            if (bytes.startsWith(magic.beginning())) {
                return new Content(Kind.OTHER, magic.looksLike());
            }
        }
        if (JsonDocument.looksBinary(prefix)) {
            return new Content(Kind.OTHER, "binary");
        }
        return ofText(new String(prefix, StandardCharsets.UTF_8));
    }

    private static Content ofText(String text) {
        String start = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).stripLeading();
        if (NodesSnapshot.recognisesJson(start)) {
            return new Content(Kind.NODES_JSON, "json");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return new Content(Kind.JSON, "json");
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return new Content(Kind.OTHER, "html");
        }
        if (start.startsWith("<") && start.contains("nvidia_smi_log")) {
            return new Content(Kind.SMI_XML, "xml");
        }
        if (start.startsWith("<")) {
            return new Content(Kind.OTHER, "xml");
        }
        if (SMI_TEXT.matcher(start).find()) {
            return new Content(Kind.SMI_TEXT, "text");
        }
        if (MigPartedSnapshot.recognises(start)) {
            return new Content(Kind.MIG_PARTED, "text");
        }
        if (NodesSnapshot.recognisesYaml(start)) {
            return new Content(Kind.NODES_YAML, "text");
        }
        if (DmonSnapshot.recognises(start)) {
            return new Content(Kind.DMON, "text");
        }
        if (CsvSnapshot.recognises(start)) {
            return new Content(Kind.CSV, "text");
        }
        return new Content(EXPOSITION.matcher(start).find() ? Kind.EXPOSITION : Kind.OTHER, "text");
    }
}
