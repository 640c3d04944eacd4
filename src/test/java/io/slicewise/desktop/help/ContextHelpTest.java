package io.slicewise.desktop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** F1 finds what explains the place that it was pressed at. */
class ContextHelpTest {
    /** Kinds of charts have no style class of their own: the window adds these names. */
    private static final Set<String> KINDS =
            Set.of("bridge-chart", "bars-chart", "lines-chart", "houses-chart", "scatter-chart", "timeline-chart");

    @Test
    void theNearestExplanationWins() {
        assertEquals(
                Optional.of(Term.WEIGHTED),
                ContextHelp.topic(List.of(List.of("figure-card", "weighted"), List.of("figures-view"))));
        assertEquals(
                Optional.of(Chapter.FIGURES),
                ContextHelp.topic(
                        List.of(List.of("label"), List.of("sentence"), List.of("scroll-pane", "figures-view"))));
        assertEquals(
                Optional.of(Term.BRIDGE),
                ContextHelp.topic(List.of(List.of("bridge-chart"), List.of("chart-view"), List.of("figures-view"))));
    }

    @Test
    void whereNothingIsKnownThereIsNoTopic() {
        assertEquals(Optional.empty(), ContextHelp.topic(List.of()));
        assertEquals(Optional.empty(), ContextHelp.topic(List.of(List.of("button"), List.of("root"))));
    }

    /** A style class that is renamed takes its explanation with it. */
    @Test
    void everyPlaceThatIsKnownExistsInTheWindow() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "slicewise", "desktop"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.endsWith("ContextHelp.java"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        Set<String> missing = new TreeSet<>(ContextHelp.known());
        missing.removeAll(KINDS);
        missing.removeIf(name -> sources.indexOf("\"" + name + "\"") >= 0);
        assertEquals(Set.of(), missing);
    }

    /** Every style class that names a term names one that there is, and the terms of the figures stand somewhere. */
    @Test
    void everyTermThatIsNamedInTheWindowExists() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "slicewise", "desktop"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.endsWith("Term.java"))
                    .toList()) {
                Matcher matcher = Pattern.compile("\"(term-[a-z-]+)\"").matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        Set<String> unknown = new TreeSet<>(named);
        unknown.removeIf(style -> Term.of(style).isPresent());
        assertEquals(Set.of(), unknown);
        for (Term term : List.of(
                Term.COMPUTE_SLICE,
                Term.MEMORY_SLICE,
                Term.PLACEMENT,
                Term.PROFILE,
                Term.GPU_INSTANCE,
                Term.STRANDED,
                Term.COVERAGE,
                Term.ALLOCATED,
                Term.CEILING,
                Term.GAP,
                Term.INSTANCE_AVERAGE,
                Term.WEIGHTED,
                Term.WHOLE_GPU,
                Term.WEIGHT_BASIS,
                Term.UTILIZATION,
                Term.RECONFIGURATION,
                Term.ALERT_THRESHOLD)) {
            assertTrue(named.contains(term.style()), term.style());
        }
    }

    @Test
    void theHueOfAFigureIsItsTerm() {
        assertEquals(Optional.of(Term.WEIGHTED), Term.of("weighted"));
        assertEquals(Optional.empty(), Term.of("term-nothing"));
    }
}
