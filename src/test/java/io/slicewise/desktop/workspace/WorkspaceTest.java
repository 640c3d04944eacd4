package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.Fingerprint;
import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.Labels;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedRanges;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.OpenQuestion.ChooseConfiguration;
import io.slicewise.snapshot.OpenQuestion.ChooseUtilization;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.archive.Packed;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path folder;

    private final Answers answers = new Answers();
    private final Words words = new Words(Language.ENGLISH);
    private final Workspace workspace = new Workspace(new Opener(Fleets.CATALOGUE), answers, words, new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            then.accept(Ended.of(cancel, work));
        }
    });

    /** Answers in a person's place. */
    private static final class Answers implements Dialogs {
        private final List<List<String>> unsavedAsked = new ArrayList<>();
        private Unsaved unsaved = Unsaved.CANCEL;
        private Optional<Path> save = Optional.empty();
        private Optional<String> configuration = Optional.empty();
        private Optional<String> gpuName = Optional.empty();
        private Optional<String> utilizationColumn = Optional.empty();
        private final List<String> utilizationOffered = new ArrayList<>();
        private Optional<List<Column>> columns = Optional.empty();
        private final List<List<Column>> columnsAsked = new ArrayList<>();
        private String suggested = "";
        private final List<Text> told = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();
        private final List<String> changedAsked = new ArrayList<>();
        private final List<String> lossAsked = new ArrayList<>();
        private boolean mayLose;

        @Override
        public Unsaved askUnsaved(List<String> documents) {
            unsavedAsked.add(documents);
            return unsaved;
        }

        @Override
        public List<Path> askOpen() {
            return List.of();
        }

        @Override
        public Optional<Path> askSave(String suggestedName) {
            suggested = suggestedName;
            return save;
        }

        @Override
        public Optional<String> chooseConfiguration(ChooseConfiguration choice) {
            return configuration;
        }

        @Override
        public Optional<List<Column>> mapColumns(String file, List<Column> asked, Catalogue catalogue) {
            columnsAsked.add(asked);
            return columns;
        }

        @Override
        public Optional<Column> chooseUtilization(ChooseUtilization choice, Column offered) {
            utilizationOffered.add(offered.title());
            return utilizationColumn.flatMap(title -> choice.choices().stream()
                    .filter(column -> column.title().equals(title))
                    .findFirst());
        }

        @Override
        public Optional<String> nameGpu(ProfileListing listing) {
            return gpuName;
        }

        @Override
        public Optional<Path> askExport(String suggestedName) {
            return save;
        }

        @Override
        public Optional<Path> askFolder() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askPicture() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askSlides() {
            return Optional.empty();
        }

        @Override
        public void tell(Text title, List<Text> sentences) {
            told.addAll(sentences);
        }

        @Override
        public Changed askChanged(String file, boolean isOwn) {
            changedAsked.add(file + (isOwn ? " own" : ""));
            return changed.isEmpty() ? Changed.CANCEL : changed.removeFirst();
        }

        @Override
        public boolean askLoss(String file, List<String> fields) {
            lossAsked.addAll(fields);
            return mayLose;
        }

        @Override
        public boolean askPlain(String host) {
            return mayLose;
        }

        @Override
        public Recovery askRecovery(List<String> documents) {
            return Recovery.OPEN;
        }
    }

    private Document edited() {
        Document document = workspace.newScenario();
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
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

    /** A document of a file that somebody else changed after it was opened. */
    private Document behind(Path file, String others) throws IOException {
        answers.save = Optional.of(file);
        Document document = edited();
        assertTrue(workspace.save(document));
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getLast()));
        Files.writeString(file, others);
        return document;
    }

    private String others() {
        return new String(ScenarioFile.write(Scenario.empty("Theirs")), StandardCharsets.UTF_8);
    }

    @Test
    void savingNeverOverwritesWhatSomebodyElseWrote() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Document document = behind(file, others());
        answers.changed.addAll(List.of(Dialogs.Changed.DIFFERENCES, Dialogs.Changed.CANCEL));
        assertFalse(workspace.save(document));
        assertEquals(others(), Files.readString(file));
        assertTrue(document.isEdited());
        assertEquals(List.of(file + " own", file + " own"), answers.changedAsked);
        String said = answers.told.stream().map(words::now).reduce("", (a, b) -> a + "\n" + b);
        assertTrue(said.contains("Name: “Theirs” in the file, “New scenario” here."), said);
        assertTrue(said.contains("GPU 1 is only here: no instances."), said);
        answers.changed.add(Dialogs.Changed.OVERWRITE);
        assertTrue(workspace.save(document));
        assertFalse(document.isEdited());
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        assertTrue(workspace.save(document), "nobody else wrote since");
        assertEquals(3, answers.changedAsked.size());
    }

    @Test
    void whatSomebodyElseWroteCanBeReloadedOrLeft() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Document document = behind(file, others());
        answers.changed.add(Dialogs.Changed.RELOAD);
        assertFalse(workspace.save(document));
        assertEquals("Theirs", document.scenario().name().in(Language.ENGLISH));
        assertFalse(document.isEdited());
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        assertTrue(workspace.save(document), "what was reloaded is known");
        Files.writeString(file, others());
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        Path elsewhere = folder.resolve("b.slicewise.json");
        answers.save = Optional.of(elsewhere);
        answers.changed.add(Dialogs.Changed.SAVE_AS);
        assertTrue(workspace.save(document));
        assertEquals(others(), Files.readString(file));
        assertEquals(elsewhere, document.file().orElseThrow());
    }

    @Test
    void aFileThatIsGoneIsWrittenAgain() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Document document = behind(file, others());
        Files.delete(file);
        assertTrue(workspace.save(document));
        assertEquals(List.of(), answers.changedAsked);
    }

    @Test
    void aNameThatWasCompletedOverwritesNothingUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("a.slicewise.json"), others());
        answers.save = Optional.of(folder.resolve("a"));
        assertFalse(workspace.save(edited()));
        assertEquals(List.of(file.toString()), answers.changedAsked);
        assertEquals(others(), Files.readString(file));
    }

    @Test
    void fieldsThatSavingWouldLoseAreSaidBeforeTheFirstSaving() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Files.writeString(file, others().replaceFirst("\\{", "{\"colour\":\"red\","));
        workspace.open(List.of(file));
        Document document = workspace.activeProperty().get();
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        assertFalse(workspace.save(document));
        assertEquals(List.of("colour"), answers.lossAsked);
        assertTrue(Files.readString(file).contains("colour"));
        answers.mayLose = true;
        assertTrue(workspace.save(document));
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        assertTrue(workspace.save(document));
        assertEquals(2, answers.lossAsked.size());
    }

    @Test
    void recoveredWorkKnowsWhatItsFileHeld() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Document crashed = behind(file, others());
        Editable content = (Editable) crashed.content();
        workspace.close(crashed);
        workspace.recover(new Autosave.Left("k", content, file, crashed.stored(), List.of(), 0));
        assertFalse(workspace.save(workspace.activeProperty().get()));
        assertEquals(others(), Files.readString(file));
        Fingerprint there = Fingerprint.of(file);
        workspace.recover(new Autosave.Left("l", content, file, there, List.of("colour"), 0));
        assertFalse(workspace.save(workspace.activeProperty().get()));
        assertEquals(List.of("colour"), answers.lossAsked);
        answers.mayLose = true;
        assertTrue(workspace.save(workspace.activeProperty().get()));
    }

    @Test
    void savingUnderItsOwnNameAgainAsksWhatSavingAsks() throws IOException {
        Path file = folder.resolve("a.slicewise.json");
        Files.writeString(file, others().replaceFirst("\\{", "{\"colour\":\"red\","));
        workspace.open(List.of(file));
        answers.save = Optional.of(file);
        assertFalse(workspace.saveAs(workspace.activeProperty().get()));
        assertEquals(List.of("colour"), answers.lossAsked);
        answers.save = Optional.of(folder.resolve("b.slicewise.json"));
        assertTrue(workspace.saveAs(workspace.activeProperty().get()));
        assertTrue(Files.readString(file).contains("colour"));
    }

    @Test
    void asksOnceForAllUnsavedWork() {
        edited();
        workspace.newScenario();
        edited();
        assertFalse(workspace.closeAll());
        assertEquals(List.of(List.of("New scenario", "New scenario 3")), answers.unsavedAsked);
        assertEquals(3, workspace.documents().size(), "nothing is closed by half");
        answers.unsaved = Dialogs.Unsaved.DISCARD;
        assertTrue(workspace.closeAll());
        assertEquals(List.of(), workspace.documents());
    }

    @Test
    void twoPastesCanBeToldApart() throws IOException {
        String text = Files.readString(Path.of("samples/layout-nvidia-smi.txt"));
        workspace.openText(text);
        workspace.openText(text);
        assertEquals(
                List.of("Pasted text", "Pasted text 2"),
                workspace.documents().stream()
                        .map(document -> document.scenario().name().in(Language.ENGLISH))
                        .toList());
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

    private static String row(String host, String uuid) {
        return "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"" + uuid + "\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"3g.40gb\",GPU_I_ID=\"1\",Hostname=\"" + host + "\"} 0.5\n";
    }

    @Test
    void exportsThatAreOpenedAtOnceAreOneDocumentAndScenariosTheirOwn() throws IOException {
        Path a = Files.writeString(folder.resolve("a.prom"), row("a", "GPU-a"));
        Path b = Files.writeString(folder.resolve("b.prom"), row("b", "GPU-b"));
        List<Path> stored = new ArrayList<>();
        workspace.setOnStored(stored::add);
        workspace.open(List.of(a, Path.of("samples/main-example.slicewise.json"), b));
        assertEquals(2, workspace.documents().size());
        Document both = workspace.documents().getFirst();
        assertEquals("a.prom and 1 more", both.scenario().name().in(Language.ENGLISH));
        assertEquals(2, both.scenario().fleet().gpus().size());
        assertFalse(both.file().isPresent());
        assertTrue(both.content().isMeasured());
        assertTrue(workspace.documents().get(1).file().isPresent());
        assertEquals(3, stored.size());
    }

    @Test
    void ofSeveralConfigurationsOneIsChosen() {
        Path config = Path.of("src/test/resources/io/slicewise/snapshot/migparted/config.yaml");
        workspace.open(List.of(config));
        assertEquals(List.of(), answers.told, "a person who changes their mind needs no word");
        assertEquals(0, workspace.documents().size());
        answers.configuration = Optional.of("balanced");
        workspace.open(List.of(config));
        Document document = workspace.activeProperty().get();
        assertEquals(4, document.scenario().fleet().instanceCount());
    }

    @Test
    void columnsThatDoNotTellAreAskedForOnceForTheirHeader() {
        Map<String, List<Column>> kept = new HashMap<>();
        workspace.setMemory(new ColumnMemory() {
            @Override
            public Map<String, List<Column>> all() {
                return kept;
            }

            @Override
            public void keep(String header, List<Column> columns) {
                kept.put(header, columns);
            }
        });
        Path table = Path.of("src/test/resources/io/slicewise/bad/csv/all-called-value.csv");
        workspace.open(List.of(table));
        assertEquals(
                List.of(List.of(new Column(2, "Value", "0", "1", ""), new Column(3, "Value", "0", "2", ""))),
                answers.columnsAsked);
        assertEquals(0, workspace.documents().size());
        assertEquals(List.of(), answers.told, "a person who changes their mind needs no word");

        answers.columns = Optional.of(List.of(new Column(3, "Value", "0", "2", "3g.20gb")));
        workspace.open(List.of(table));
        workspace.open(List.of(table));
        assertEquals(2, answers.columnsAsked.size());
        assertEquals(2, workspace.documents().size());
        for (Document document : workspace.documents()) {
            assertEquals(
                    List.of(0.25),
                    document.scenario().fleet().gpus().getFirst().instances().stream()
                            .map(instance -> instance.utilization())
                            .toList());
        }
    }

    @Test
    void columnsCanBeSaidAnewLater() {
        Map<String, List<Column>> kept = new HashMap<>();
        workspace.setMemory(new ColumnMemory() {
            @Override
            public Map<String, List<Column>> all() {
                return kept;
            }

            @Override
            public void keep(String header, List<Column> columns) {
                kept.put(header, columns);
            }
        });
        Path table = Path.of("src/test/resources/io/slicewise/bad/csv/all-called-value.csv");
        Column wrong = new Column(3, "Value", "0", "2", "1g.10gb");
        answers.columns = Optional.of(List.of(wrong));
        workspace.open(List.of(table));
        Document document = workspace.documents().getFirst();
        assertTrue(workspace.hasColumns(document));
        assertFalse(workspace.hasColumns(Document.unchanged(document.content())));

        answers.columns = Optional.of(List.of(new Column(3, "Value", "0", "2", "3g.40gb", "NVIDIA A100-SXM4-80GB")));
        workspace.correctColumns(document);
        assertEquals(wrong, answers.columnsAsked.getLast().get(1), "what was said before stands there");
        assertEquals(1, workspace.documents().size());
        assertEquals("3g.40gb", only(document).profile().name());
        assertEquals("a100-80gb", model(document));

        workspace.correctColumns(document);
        assertEquals(1, answers.told.size(), "the same answer changes nothing");
    }

    private static Instance only(Document document) {
        return document.scenario().fleet().gpus().getFirst().instances().getFirst();
    }

    private static String model(Document document) {
        GpuModel model = document.scenario().fleet().gpus().getFirst().model();
        return model == null ? "" : model.id();
    }

    @Test
    void whichColumnHasTheUtilizationIsAsked() {
        String table = "UUID,GPU_I_ID,GPU_I_PROFILE,first,second\nGPU-1,1,3g.40gb,0.2,0.8\nGPU-1,2,1g.10gb,0.4,0.6\n";
        workspace.openText(table);
        assertEquals(0, workspace.documents().size());
        assertEquals(List.of(), answers.told, "a person who changes their mind needs no word");
        answers.utilizationColumn = Optional.of("second");
        workspace.openText(table);
        assertEquals(0.8, only(workspace.documents().getFirst()).utilization());
    }

    @Test
    void whichColumnHasTheUtilizationIsAskedOnceForItsHeader() throws IOException {
        Map<String, List<Column>> kept = new HashMap<>();
        workspace.setMemory(new ColumnMemory() {
            @Override
            public Map<String, List<Column>> all() {
                return kept;
            }

            @Override
            public void keep(String header, List<Column> columns) {
                kept.put(header, columns);
            }
        });
        String header = "UUID,GPU_I_ID,GPU_I_PROFILE,first,second\n";
        Path monday = Files.writeString(folder.resolve("monday.csv"), header + "GPU-1,1,3g.40gb,0.2,0.8\n");
        Path tuesday = Files.writeString(folder.resolve("tuesday.csv"), header + "GPU-1,1,3g.40gb,0.3,0.7\n");
        answers.utilizationColumn = Optional.of("second");
        workspace.open(List.of(monday));
        answers.utilizationColumn = Optional.empty();
        workspace.open(List.of(tuesday));
        assertEquals(List.of("first"), answers.utilizationOffered, "of the second file nothing is asked");
        Document second = workspace.documents().getLast();
        assertEquals(0.7, only(second).utilization());

        answers.utilizationColumn = Optional.of("first");
        workspace.correctColumns(second);
        assertEquals("second", answers.utilizationOffered.getLast(), "what was said before is offered");
        assertEquals(0.3, only(second).utilization());
        workspace.open(List.of(monday));
        assertEquals(0.2, only(workspace.documents().getLast()).utilization(), "the latest answer holds");
    }

    @Test
    void aGpuThatTheCatalogueDoesNotHaveGetsAName() {
        List<String> named = new ArrayList<>();
        workspace.setOnNamed(
                (listing, name) -> named.add(name + " " + listing.profiles().size()));
        Path listing = Path.of("src/test/resources/io/slicewise/snapshot/smi/profiles-new.txt");
        workspace.open(List.of(listing));
        assertEquals(List.of(), named);
        answers.gpuName = Optional.of("Lab GPU");
        workspace.open(List.of(listing));
        assertEquals(List.of("Lab GPU 4"), named);
        assertEquals(List.of(), answers.told);
        assertEquals(0, workspace.documents().size());
    }

    @Test
    void aTextIsOpenedLikeAFileAndOtherTextIsSaidToBeNone() {
        assertTrue(workspace.recognises(row("a", "GPU-a")));
        assertFalse(workspace.recognises("1g.10gb\t90\n3g.40gb\t20\n"));
        assertFalse(workspace.recognises("Dear all,\nplease find attached"));
        assertFalse(workspace.recognises(""));
        String table = "host,gpu,GPU_I_ID,GPU_I_PROFILE,utilization\nnode-a,0,1,1g.10gb,0.4\n";
        assertTrue(workspace.recognisesTable(table));
        assertFalse(workspace.recognises(table));
        assertFalse(workspace.recognisesTable(row("a", "GPU-a")));
        assertFalse(workspace.recognisesTable("Dear all,\nplease find attached"));
        workspace.openText(row("a", "GPU-a"));
        assertEquals(
                "Pasted text",
                workspace.activeProperty().get().scenario().name().in(Language.ENGLISH));
        workspace.openText("Dear all,");
        assertEquals(1, workspace.documents().size());
        assertEquals(1, answers.told.size());
        workspace.open("stdin", new ByteArrayInputStream(row("b", "GPU-b").getBytes(StandardCharsets.UTF_8)));
        assertEquals("stdin", workspace.activeProperty().get().scenario().name().in(Language.ENGLISH));
    }

    @Test
    void whatTheMonitoringSaidAboutInstancesIsSavedWithAScenario() {
        workspace.open(SampleLibrary.builtIn().named("snapshot-a100-mig.prom"));
        Document export = workspace.activeProperty().get();
        Labels labels = export.content().labels();
        assertFalse(labels.names().isEmpty());
        Path file = folder.resolve("labelled.slicewise.json");
        answers.save = Optional.of(file);
        assertTrue(workspace.save(export));
        workspace.close(export);
        workspace.open(List.of(file));
        assertEquals(labels, workspace.activeProperty().get().content().labels());
    }

    @Test
    void whatAnExportToldIsNoNoteOfThePlannerAndIsSaved() {
        workspace.open(SampleLibrary.builtIn().named("snapshot-mig-off.prom"));
        Document export = workspace.activeProperty().get();
        assertTrue(export.scenario().notes().isEmpty());
        Snapshot told = Objects.requireNonNull(export.content().snapshot());
        assertFalse(told.wholeGpus().isEmpty());
        Path file = folder.resolve("kept.slicewise.json");
        answers.save = Optional.of(file);
        assertTrue(workspace.save(export));
        workspace.close(export);
        workspace.open(List.of(file));
        Document kept = workspace.activeProperty().get();
        assertEquals(
                told.wholeGpus(),
                Objects.requireNonNull(kept.content().snapshot()).wholeGpus());
        assertEquals(told.problems().size(), kept.content().problems().size());
        assertEquals(export.figures().total(), kept.figures().total());
        assertFalse(kept.isEdited());
    }

    @Test
    void sumsAreNotSavedAndTheReasonIsSaid() {
        SummedRange range = SummedRanges.two();
        Document sums = Document.unchanged(Summed.over("server", range, Text.of("live.way.sumsRange")));
        workspace.show(sums);
        answers.save = Optional.of(folder.resolve("sums.slicewise.json"));
        assertFalse(workspace.save(sums));
        assertEquals(1, answers.told.size());
        assertEquals(List.of(), workspace.comparable());
        assertTrue(workspace.close(sums));
    }

    @Test
    void aScenarioOutOfACompressedFileIsNotSavedUnderItsName() throws IOException {
        Path packed = folder.resolve("plan.slicewise.json.gz");
        byte[] bytes = Packed.gzip(Files.readAllBytes(Path.of("samples/main-example.slicewise.json")));
        Files.write(packed, bytes);
        workspace.open(List.of(packed));
        Document document = workspace.activeProperty().get();
        document.edit(new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        assertFalse(workspace.save(document), "no place to save it was chosen");
        assertEquals("plan.slicewise.json", answers.suggested);
        assertArrayEquals(bytes, Files.readAllBytes(packed));
        answers.save = Optional.of(folder.resolve("plan.slicewise.json"));
        assertTrue(workspace.save(document));
        assertEquals(folder.resolve("plan.slicewise.json"), document.file().orElseThrow());
        assertTrue(workspace.save(document));
    }

    @Test
    void everySampleOpensAsADocumentOfItsOwn() {
        for (Sample sample : SampleLibrary.builtIn().all()) {
            workspace.open(sample);
            assertFalse(workspace.activeProperty().get().isEdited(), sample.file());
            assertFalse(workspace.activeProperty().get().file().isPresent(), sample.file());
        }
        assertEquals(SampleLibrary.builtIn().all().size(), workspace.documents().size());
    }

    @Test
    void newScenariosHaveFreeNames() {
        assertEquals("New scenario", workspace.newScenario().scenario().name().in(Language.ENGLISH));
        assertEquals("New scenario 2", workspace.newScenario().scenario().name().in(Language.ENGLISH));
    }
}
