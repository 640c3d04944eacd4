package io.slicewise.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a window needs as files, though it comes in jars: fonts, and the native libraries of JavaFX. Where they lie beside
 * the libraries, they are taken from there; else each start unpacks the fonts once more, and checks byte by byte whether
 * the native libraries that an earlier one left in the person's home are still the same.
 */
final class Unpacked {
    /** Native libraries of others than JavaFX lie in folders, one for each system. */
    private static final Pattern NEEDED = Pattern.compile("[^/]+\\.(so|dylib)|io/slicewise/font/[^/]+\\.ttf");

    private final Path jar;

    /** @param jar the product's, whose libraries lie in {@code lib} beside it */
    Unpacked(Path jar) {
        this.jar = jar;
    }

    /** Puts there what is missing, or is another than in the jars. */
    void make() throws IOException {
        Path lib = jar.resolveSibling("lib");
        for (Path each : StartCache.jars(jar)) {
            try (ZipFile zip = new ZipFile(each.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (NEEDED.matcher(entry.getName()).matches()) {
                        unpack(zip, entry, lib);
                    }
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
        if (!isThere(entry, file)) {
            // never half of it under its name: a window may be starting
            Path part = folder.resolve(file.getFileName() + ".part");
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isThere(ZipEntry entry, Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        return checksum.getValue() == entry.getCrc();
    }
}
