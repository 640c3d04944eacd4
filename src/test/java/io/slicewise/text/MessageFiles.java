package io.slicewise.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the files that the product's words are in, as files: what {@link java.util.Properties} swallows (a key that
 * is there twice) is seen, and the two languages are held against each other.
 */
final class MessageFiles {
    private static final Pattern NAME = Pattern.compile("([a-z][A-Za-z0-9]*)_(en|ko)\\.properties");
    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]+)+)=(.*)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+)");
    /** An apostrophe that is written twice, or two around braces that are meant as such. */
    private static final Pattern GOOD_APOSTROPHE = Pattern.compile("''|'[{}]+'");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Map<String, String>> english = new TreeMap<>();
    private final Map<String, Map<String, String>> korean = new TreeMap<>();

    MessageFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file);
            }
        }
        compare();
    }

    /** What is wrong, one sentence each; empty where all is well. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Every key of every room, in English or Korean. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        english.values().forEach(room -> keys.addAll(room.keySet()));
        korean.values().forEach(room -> keys.addAll(room.keySet()));
        return keys;
    }

    /** The rooms that have a file. */
    Set<String> rooms() {
        Set<String> rooms = new TreeSet<>(english.keySet());
        rooms.addAll(korean.keySet());
        return rooms;
    }

    private void read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            problems.add(name + ": the name is not <room>_en.properties or <room>_ko.properties");
            return;
        }
        Map<String, String> words = new TreeMap<>();
        for (String line : logicalLines(Files.readString(file))) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches()) {
                problems.add(name + ": not <room>.<key>=<words>: " + line);
            } else {
                add(name, parts.group(1), entry.group(1), entry.group(2), words);
            }
        }
        (parts.group(2).equals("en") ? english : korean).put(parts.group(1), words);
    }

    private void add(String file, String room, String key, String pattern, Map<String, String> words) {
        if (!key.startsWith(room + ".")) {
            problems.add(file + ": " + key + " belongs to another room");
        }
        if (words.putIfAbsent(key, pattern) != null) {
            problems.add(file + ": " + key + " is there twice");
        }
        if (pattern.isBlank()) {
            problems.add(file + ": " + key + " has no words");
        }
        if (GOOD_APOSTROPHE.matcher(pattern).replaceAll("").contains("'")) {
            problems.add(file + ": " + key + " has an apostrophe that is not written twice");
        }
        try {
            new MessageFormat(pattern);
        } catch (IllegalArgumentException e) {
            problems.add(file + ": " + key + " is no pattern: " + e.getMessage());
        }
    }

    private void compare() {
        for (String room : rooms()) {
            Map<String, String> en = english.getOrDefault(room, Map.of());
            Map<String, String> ko = korean.getOrDefault(room, Map.of());
            Set<String> keys = new TreeSet<>(en.keySet());
            keys.addAll(ko.keySet());
            for (String key : keys) {
                if (!en.containsKey(key)) {
                    problems.add(key + " has no English words");
                } else if (!ko.containsKey(key)) {
                    problems.add(key + " has no Korean words");
                } else if (!arguments(en.get(key)).equals(arguments(ko.get(key)))) {
                    problems.add(key + " has arguments " + arguments(en.get(key)) + " in English, "
                            + arguments(ko.get(key)) + " in Korean");
                }
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(GOOD_APOSTROPHE.matcher(pattern).replaceAll(""));
        while (argument.find()) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }

    /** The lines without comments and blank ones, each with those that a backslash joins to it. */
    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            String part = line.stripLeading();
            if (open.isEmpty() && (part.isEmpty() || part.startsWith("#") || part.startsWith("!"))) {
                continue;
            }
            boolean goesOn = part.endsWith("\\") && !part.endsWith("\\\\");
            open.append(goesOn ? part.substring(0, part.length() - 1) : part);
            if (!goesOn) {
                lines.add(open.toString());
                open.setLength(0);
            }
        }
        return lines;
    }
}
