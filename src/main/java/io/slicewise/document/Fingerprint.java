package io.slicewise.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, in short: two files with one fingerprint hold the same. Times and sizes do not tell that; clocks are
 * set back, and copies keep them.
 *
 * @param sha256 of the content, in hexadecimal digits
 */
public record Fingerprint(String sha256) {
    /** Of a content. */
    public static Fingerprint of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Of a file; {@code null} where there is none. */
    public static @Nullable Fingerprint of(Path file) throws IOException {
        try {
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return null;
        }
    }
}
