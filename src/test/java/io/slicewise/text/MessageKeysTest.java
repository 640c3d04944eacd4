package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text has words in both languages, once, and every word has a text that says it. */
class MessageKeysTest {
    private static final Path WORDS = Path.of("src", "main", "resources", "io", "slicewise", "text");
    private static final Path SOURCES = Path.of("src", "main", "java");

    @TempDir
    private Path folder;

    private Path words;
    private Path sources;

    @BeforeEach
    void makeFolders() throws IOException {
        words = Files.createDirectories(folder.resolve("words"));
        sources = Files.createDirectories(folder.resolve("sources"));
    }

    @Test
    void theProductsWordsAreCompleteInBothLanguages() throws IOException {
        assertEquals(List.of(), new MessageFiles(WORDS).problems());
    }

    @Test
    void theProductUsesAllItsWordsAndNoOther() throws IOException {
        MessageFiles files = new MessageFiles(WORDS);
        assertFalse(files.keys().isEmpty());
        assertEquals(List.of(), MessageUses.problems(SOURCES, files.rooms(), files.keys()));
    }

    @Test
    void whatOneLanguageLacksIsSeen() throws IOException {
        words("room_en.properties", "room.both=a", "room.english=b");
        words("room_ko.properties", "room.both=가", "room.korean=나");
        words("half_en.properties", "half.a=c");
        assertEquals(
                List.of(
                        "half.a has no Korean words",
                        "room.english has no Korean words",
                        "room.korean has no English words"),
                new MessageFiles(words).problems());
    }

    @Test
    void whatIsWrongInOneFileIsSeen() throws IOException {
        words(
                "room_en.properties",
                "# a comment with an apostrophe isn't words",
                "room.good=isn''t '{'json'}' {0} \\",
                "    and on",
                "room.good=again",
                "room.bad=isn't",
                "room.empty= ",
                "room.open={0",
                "other.key=a",
                "no words at all");
        words("room_ko.properties", "room.good={0}", "room.bad=가", "room.empty=나", "room.open={0}", "other.key=라");
        words("Stray.properties", "");
        assertEquals(
                List.of(
                        "Stray.properties: the name is not <room>_en.properties or <room>_ko.properties",
                        "room_en.properties: room.good is there twice",
                        "room_en.properties: room.bad has an apostrophe that is not written twice",
                        "room_en.properties: room.empty has no words",
                        "room_en.properties: room.open is no pattern: Unmatched braces in the pattern.",
                        "room_en.properties: other.key belongs to another room",
                        "room_en.properties: not <room>.<key>=<words>: no words at all",
                        "room_ko.properties: other.key belongs to another room"),
                new MessageFiles(words).problems());
    }

    @Test
    void argumentsThatDifferAreSeenInsideOfPluralsToo() throws IOException {
        words("room_en.properties", "room.a={0} of {1}", "room.b={0,choice,1#one|1<{0} of {2}}", "room.c='{'0'}'");
        words("room_ko.properties", "room.a={1} / {0}", "room.b={0}개", "room.c={0}");
        assertEquals(
                List.of(
                        "room.b has arguments [0, 2] in English, [0] in Korean",
                        "room.c has arguments [] in English, [0] in Korean"),
                new MessageFiles(words).problems());
    }

    @Test
    void wordsThatNothingUsesAndKeysWithoutWordsAreSeen() throws IOException {
        words(
                "room_en.properties",
                "room.used=a",
                "room.unused=b",
                "room.basis.slices=c",
                "room.comment=d",
                "room.svg=e");
        words(
                "room_ko.properties",
                "room.used=a",
                "room.unused=b",
                "room.basis.slices=c",
                "room.comment=d",
                "room.svg=e");
        source(
                "a/Code.java",
                "// \"room.comment\"",
                "/* \"room.comment\" \" */ char quote = '\"';",
                "Text.of(\"room.used\"); Text.of(\"room.basis.\" + basis);",
                "Text.of(\"room.missing\"); Text.of(\"room.none.\" + x); read(\"room.json\"); say(\"elsewhere.key\"); say(\"room.svg\");",
                "String block = \"\"\"",
                "    \"room.comment\"\"\"\";");
        MessageFiles files = new MessageFiles(words);
        assertEquals(List.of(), files.problems());
        assertEquals(
                List.of(
                        "a/Code.java: no words for room.missing",
                        "a/Code.java: no words for room.none.",
                        "room.comment is not used",
                        "room.unused is not used"),
                MessageUses.problems(sources, files.rooms(), files.keys()));
    }

    private void words(String file, String... lines) throws IOException {
        Files.write(words.resolve(file), List.of(lines));
    }

    private void source(String file, String... lines) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }
}
