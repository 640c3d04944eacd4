package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keys that are put together from the {@code id()} of an enum's constant: where half of the constants have words below a
 * prefix that some source puts together, all have, since a key without words is shown as it is.
 */
class EnumWordsTest {
    private static final Path WORDS = Path.of("src", "main", "resources", "io", "slicewise", "text");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ENUM = Pattern.compile("\\benum (\\w+)");
    private static final Pattern ID = Pattern.compile("\\bString id\\(\\)");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][\\w.-]*\\.)\"\\s*\\+[\\w.()\\s]*\\bid\\(\\)");
    private static final int LEAST = 2;

    private static final String COLUMNS = "another list: columns of the Fleet screen, some of which are called alike";

    private static final String OTHERS = "another list: whose money it can be, some of which are called alike";

    private static final String SENTENCES = "its sentence is put together from others";

    /** Constants that a place never has to say, and why. */
    private static final Map<String, String> NEVER_SAID = Map.ofEntries(
            Map.entry("ReadingKind usage.reading.occupancy", "no figure can be of it"),
            Map.entry("ReadingKind usage.reading.about.occupancy", "no figure can be of it"),
            Map.entry(
                    "Limit monitoring.alerts.weighted-high",
                    "its field is that of the whole window, which says itself what it is"),
            Map.entry("SlideTopic deck.analogy", SENTENCES),
            Map.entry("SlideTopic deck.figures", SENTENCES),
            Map.entry("SlideTopic deck.plan", SENTENCES),
            Map.entry("SlideTopic deck.purposes", SENTENCES),
            Map.entry("SlideTopic deck.recommendation", SENTENCES),
            Map.entry("SlideTopic deck.summary", SENTENCES),
            Map.entry("SlideTopic deck.why", SENTENCES),
            Map.entry("Subject monitoring.remark.nothing.any", "what is asked of any GPU is never without one"),
            Map.entry("CostRule fleet.column.dominant", COLUMNS),
            Map.entry("GoalFigure fleet.column.instance", COLUMNS),
            Map.entry("Grouping fleet.column.fleet", COLUMNS),
            Map.entry("Grouping fleet.column.namespace", COLUMNS),
            Map.entry("ReadingKind fleet.column.engine", "the column of engine time is that of utilization"),
            Map.entry("Field money.whose.layout", OTHERS),
            Map.entry("Field money.whose.memory", OTHERS),
            Map.entry("Grouping money.whose.fleet", OTHERS),
            Map.entry("Grouping money.whose.namespace", OTHERS));

    @Test
    void everyConstantHasItsWordsWhereOthersOfItsKindHave() throws IOException, ReflectiveOperationException {
        Map<String, Set<String>> places = places();
        Set<String> missing = new TreeSet<>();
        int checked = 0;
        for (Class<?> type : enumsWithIds()) {
            Set<String> ids = ids(type);
            for (Map.Entry<String, Set<String>> place : places.entrySet()) {
                Set<String> silent = new TreeSet<>(ids);
                silent.removeAll(place.getValue());
                int said = ids.size() - silent.size();
                if (said >= LEAST && said * 2 >= ids.size()) {
                    checked++;
                    silent.forEach(id -> missing.add(type.getSimpleName() + " " + place.getKey() + id));
                }
            }
        }
        assertTrue(checked > 20, "checked: " + checked);
        assertEquals(new TreeSet<>(NEVER_SAID.keySet()), missing);
    }

    /** The last parts of keys, by prefixes that sources put keys together with. */
    private static Map<String, Set<String>> places() throws IOException {
        Set<String> composed = new HashSet<>();
        for (Path file : sources()) {
            Matcher prefixes = PREFIX.matcher(Files.readString(file));
            while (prefixes.find()) {
                composed.add(prefixes.group(1));
            }
        }
        Map<String, Set<String>> places = new TreeMap<>();
        for (String key : new MessageFiles(WORDS).keys()) {
            int last = key.lastIndexOf('.') + 1;
            if (composed.contains(key.substring(0, last))) {
                places.computeIfAbsent(key.substring(0, last), _ -> new TreeSet<>())
                        .add(key.substring(last));
            }
        }
        return places;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Class<?>> enumsWithIds() throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher names = ENUM.matcher(source);
            while (ID.matcher(source).find() && names.find()) {
                String path = SOURCES.relativize(file).toString().replace(File.separatorChar, '.');
                String outer = path.substring(0, path.length() - ".java".length());
                String name = names.group(1);
                Class<?> type = Class.forName(outer.endsWith("." + name) ? outer : outer + "$" + name);
                if (Stream.of(type.getDeclaredMethods()).anyMatch(EnumWordsTest::isId)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static boolean isId(Method method) {
        return method.getName().equals("id") && method.getParameterCount() == 0;
    }

    private static Set<String> ids(Class<?> type) throws ReflectiveOperationException {
        Method id = type.getDeclaredMethod("id");
        id.setAccessible(true);
        Set<String> ids = new LinkedHashSet<>();
        for (Object constant : type.getEnumConstants()) {
            ids.add((String) id.invoke(constant));
        }
        return ids;
    }
}
