package io.slicewise.dist;

import com.sun.javafx.css.ImmutablePseudoClassSetsCache;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet of the window what JavaFX makes of its text, which JavaFX then takes instead. Reading the
 * texts was a tenth of the window's start.
 *
 * <p>Run by the build as a source program of the JDK, with JavaFX on its class path, after the classes were compiled.
 * Argument: the folder of classes. The bytes are the same in every build, so all are read each time and in one order; a
 * file stays as it is where they are the same. What has lost its text goes.
 */
final class StyleSheets {
    private static final String TEXT = ".css";
    private static final String READ = ".bss";

    private StyleSheets() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path window = Path.of(args[0], "io", "slicewise", "desktop");
        for (Path read : ending(window, READ)) {
            if (!Files.exists(beside(read, READ, TEXT))) {
                Files.delete(read);
            }
        }
        Path made = Files.createTempFile("sheet", READ);
        List<Path> texts = ending(window, TEXT);
        for (Path text : texts) {
            Stylesheet.convertToBinary(text.toFile(), made.toFile());
        }
        orderStates();
        for (Path text : texts) {
            Path read = beside(text, TEXT, READ);
            Stylesheet.convertToBinary(text.toFile(), made.toFile());
            if (!Files.exists(read) || Files.mismatch(read, made) >= 0) {
                Files.copy(made, read, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(made);
    }

    /**
     * Of what was read so far, each set of pseudo-classes from now on comes in the order of their names, and so is written
     * in it. JavaFX has one set for all selectors with the same ones, in an order that each process draws anew.
     */
    @SuppressWarnings("unchecked")
    private static void orderStates() throws ReflectiveOperationException {
        Field sets = ImmutablePseudoClassSetsCache.class.getDeclaredField("CACHE");
        sets.setAccessible(true);
        ((Map<Set<PseudoClass>, Set<PseudoClass>>) sets.get(null)).replaceAll((_, states) -> {
            SortedSet<PseudoClass> ordered = new TreeSet<>(Comparator.comparing(PseudoClass::getPseudoClassName));
            ordered.addAll(states);
            return Collections.unmodifiableSet(new LinkedHashSet<>(ordered));
        });
    }

    private static List<Path> ending(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Path beside(Path path, String ending, String other) {
        String name = String.valueOf(path.getFileName());
        return path.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }
}
