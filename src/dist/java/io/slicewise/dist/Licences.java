package io.slicewise.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The licence texts of all jars, in a folder of their own. Most jars hold theirs; of the others it comes from the
 * project's own folder. A jar without any is an error: nothing is handed on without its licence.
 */
final class Licences {
    private static final Pattern TEXT = Pattern.compile("(META-INF/)?[\\w-]*(LICENSE|LICENCE|NOTICE)(\\.txt|\\.md)?");
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*\\.jar$");

    /** What is under Apache's licence and does not hold its text. */
    private static final List<String> APACHE = List.of("SparseBitSet", "picocli", "snakeyaml-engine");

    private final Path texts;

    /** @param texts where the texts are that the jars lack, named as the jar without its version */
    Licences(Path texts) {
        this.texts = texts;
    }

    /** Writes the texts of the jars; the product's own are elsewhere. */
    void collect(List<Path> jars, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : jars) {
            String name = name(jar);
            if (name.equals("slicewise")) {
                continue;
            }
            if (!copied(jar, folder, name)) {
                Files.copy(known(name), folder.resolve(name + ".txt"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean copied(Path jar, Path folder, String name) throws IOException {
        boolean licensed = false;
        try (JarFile content = new JarFile(jar.toFile())) {
            for (JarEntry entry : content.stream().toList()) {
                if (TEXT.matcher(entry.getName()).matches()) {
                    String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    try (InputStream text = content.getInputStream(entry)) {
                        Files.copy(text, folder.resolve(name + "-" + file), StandardCopyOption.REPLACE_EXISTING);
                    }
                    licensed |= !file.toUpperCase(Locale.ROOT).startsWith("NOTICE");
                }
            }
        }
        return licensed;
    }

    private Path known(String name) throws IOException {
        if (name.startsWith("javafx-")) {
            // the same text as OpenJDK's own, with the same exception
            return Path.of(System.getProperty("java.home"), "legal", "java.base", "LICENSE");
        }
        if (APACHE.contains(name)) {
            return texts.resolve("../../../../assets/LICENSE").normalize();
        }
        Path text = texts.resolve(name + ".txt");
        if (!Files.exists(text)) {
            throw new IOException("no licence text of " + name + ": put it into " + texts);
        }
        return text;
    }

    private static String name(Path jar) {
        String file = jar.getFileName().toString();
        return VERSION.matcher(file).replaceFirst("").replaceFirst("\\.jar$", "");
    }
}
