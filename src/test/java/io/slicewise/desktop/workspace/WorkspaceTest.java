package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.Opener;
import io.slicewise.fleet.Fleets;
import io.slicewise.samples.Sample;
import io.slicewise.samples.Samples;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path folder;

    private final Answers answers = new Answers();
    private final Words words = new Words(Language.ENGLISH);
    private final Workspace workspace = new Workspace(new Opener(Fleets.CATALOGUE), answers, words, new Background() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> then) {
            then.accept(work.get());
        }
    });

    /** Answers in a person's place. */
    private static final class Answers implements Dialogs {
        private Unsaved unsaved = Unsaved.CANCEL;
        private Optional<Path> save = Optional.empty();
        private final List<Text> told = new ArrayList<>();

        @Override
        public Unsaved askUnsaved(String document) {
            return unsaved;
        }

        @Override
        public List<Path> askOpen() {
            return List.of();
        }

        @Override
        public Optional<Path> askSave(String suggestedName) {
            return save;
        }

        @Override
        public Optional<Path> askExport(String suggestedName) {
            return save;
        }

        @Override
        public void tell(Text title, List<Text> sentences) {
            told.addAll(sentences);
        }

        @Override
        public Recovery askRecovery(List<String> documents) {
            return Recovery.OPEN;
        }
    }

    private Document edited() {
        Document document = workspace.newScenario();
        document.edit(new Edit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        return document;
    }

    @Test
    void savesOpensAndBringsAnOpenFileToTheFront() {
        Document document = edited();
        Path file = folder.resolve("a.slicewise.json");
        answers.save = Optional.of(file);
        assertTrue(workspace.save(document));
        assertFalse(document.isEdited());
        Scenario saved = document.scenario();
        workspace.close(document);
        workspace.open(List.of(file));
        Document again = workspace.activeProperty().get();
        assertEquals(saved, again.scenario());
        workspace.newScenario();
        workspace.open(List.of(file));
        assertSame(again, workspace.activeProperty().get());
        assertEquals(2, workspace.documents().size());
    }

    @Test
    void addsTheEndingWhereThereIsNone() {
        answers.save = Optional.of(folder.resolve("plan"));
        workspace.save(edited());
        assertTrue(Files.exists(folder.resolve("plan.slicewise.json")));
    }

    @Test
    void asksBeforeUnsavedWorkGoes() {
        Document document = edited();
        assertFalse(workspace.close(document));
        assertEquals(List.of(document), workspace.documents());
        answers.unsaved = Dialogs.Unsaved.SAVE;
        assertFalse(workspace.close(document), "no place to save it was chosen");
        answers.unsaved = Dialogs.Unsaved.DISCARD;
        assertTrue(workspace.close(document));
        assertNull(workspace.activeProperty().get());
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOpenDocumentStays() throws IOException {
        Document document = edited();
        Path bad = Files.writeString(folder.resolve("bad.slicewise.json"), "{\"formatVersion\":1,\"gpus\":[{}]}");
        Path good = folder.resolve("good.slicewise.json");
        answers.save = Optional.of(good);
        workspace.saveAs(edited());
        workspace.open(List.of(bad, folder.resolve("none.json")));
        assertEquals(2, workspace.documents().size());
        assertTrue(document.isEdited());
        String said = answers.told.stream().map(words::now).reduce("", (a, b) -> a + b);
        assertTrue(said.contains("bad.slicewise.json: gpus[0].id"), said);
        assertTrue(said.contains("none.json"), said);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheWorkStaysUnsaved() throws IOException {
        Document document = edited();
        answers.save = Optional.of(Files.createDirectory(folder.resolve("a.slicewise.json")));
        assertFalse(workspace.saveAs(document));
        assertTrue(document.isEdited());
        assertEquals(1, answers.told.size());
    }

    @Test
    void everySampleOpensAsADocumentOfItsOwn() {
        for (Sample sample : Samples.builtIn().all()) {
            workspace.open(sample);
            assertFalse(workspace.activeProperty().get().isEdited(), sample.file());
            assertFalse(workspace.activeProperty().get().file().isPresent(), sample.file());
        }
        assertEquals(Samples.builtIn().all().size(), workspace.documents().size());
    }

    @Test
    void newScenariosHaveFreeNames() {
        assertEquals("Scenario 1", workspace.newScenario().scenario().name().in(Language.ENGLISH));
        assertEquals("Scenario 2", workspace.newScenario().scenario().name().in(Language.ENGLISH));
    }
}
