package io.slicewise.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds message keys against the code that uses them.
 *
 * <p>A key is used where its whole name stands in a string literal, {@code "usage.gap"}, or where a literal that ends
 * in a dot is the beginning of it: {@code "usage.basis." + name} uses every key that begins with {@code usage.basis.}.
 * The other way round, a literal that looks like a key of a room that exists must be one. File names
 * ({@code "mig.json"}) are none.
 */
final class MessageUses {
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(css|csv|html|json|pdf|png|pptx|properties|svg|ttf|txt|yaml|yml)");

    private MessageUses() {}

    /** What is wrong, one sentence each: keys that nothing uses, literals that name no key. */
    static List<String> problems(Path sources, Set<String> rooms, Set<String> keys) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> unused = new TreeSet<>(keys);
        Pattern key = Pattern.compile("(?:" + String.join("|", rooms) + ")\\.(?:[A-Za-z0-9-]+\\.)*(?:[A-Za-z0-9-]+)?");
        for (Path file : javaFiles(sources)) {
            for (String literal : StringLiterals.in(Files.readString(file))) {
                if (!key.matcher(literal).matches()) {
                    continue;
                }
                Set<String> used = new TreeSet<>(keys);
                used.removeIf(it -> literal.endsWith(".") ? !it.startsWith(literal) : !it.equals(literal));
                unused.removeAll(used);
                if (used.isEmpty() && !FILE_NAME.matcher(literal).matches()) {
                    problems.add(sources.relativize(file).toString().replace('\\', '/') + ": no words for " + literal);
                }
            }
        }
        unused.forEach(it -> problems.add(it + " is not used"));
        return problems;
    }

    private static List<Path> javaFiles(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
