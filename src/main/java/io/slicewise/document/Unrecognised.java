package io.slicewise.document;

import io.slicewise.json.JsonDocument;
import io.slicewise.snapshot.Beginning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file looks like that is no export.
 *
 * @param kind what is to be done with it
 * @param looksLike the end of the message key {@code document.looksLike.…} that says it to a person
 */
record Unrecognised(Kind kind, String looksLike) {
    private static final List<Magic> MAGICS = List.of(
            new Magic("pdf", "%PDF"), new Magic("picture", "\u0089PNG"), new Magic("picture", "\u00ff\u00d8\u00ff"));

    private static final Pattern SIGN_IN =
            Pattern.compile("type=.?password|sign[ -]?in|log[ -]?in|oauth", Pattern.CASE_INSENSITIVE);

    enum Kind {
        /** Not a byte. */
        EMPTY,
        /** A JSON object or list: a document, perhaps. */
        JSON,
        /** Anything that no reader is there for. */
        OTHER
    }

    /** How files of a kind begin; one character is one byte. */
    private record Magic(String looksLike, String beginning) {}

    static Unrecognised of(byte[] prefix) {
        if (prefix.length == 0) {
            return new Unrecognised(Kind.EMPTY, "text");
        }
        String bytes = new String(prefix, StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGICS) {
            if (bytes.startsWith(magic.beginning())) {
                return new Unrecognised(Kind.OTHER, magic.looksLike());
            }
        }
        if (JsonDocument.looksBinary(prefix)) {
            return new Unrecognised(Kind.OTHER, "binary");
        }
        Beginning beginning = Beginning.of(prefix);
        if (beginning.isJson() && OtherKind.certain(beginning).isEmpty()) {
            return new Unrecognised(Kind.JSON, "text");
        }
        return new Unrecognised(Kind.OTHER, looksLike(beginning));
    }

    private static String looksLike(Beginning beginning) {
        if (beginning.isMarkup()) {
            String lower = beginning.text().toLowerCase(Locale.ROOT);
            if (!lower.startsWith("<!doctype html") && !lower.startsWith("<html")) {
                return "xml";
            }
            return SIGN_IN.matcher(lower).find() ? "htmlSignIn" : "html";
        }
        return OtherKind.of(beginning).map(OtherKind::looksLike).orElse("text");
    }
}
