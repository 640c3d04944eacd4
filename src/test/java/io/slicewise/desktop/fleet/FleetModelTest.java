package io.slicewise.desktop.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.ChartTable;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.survey.Attribute.Field;
import io.slicewise.usage.survey.Comparison;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.Query;
import io.slicewise.usage.survey.Query.Condition;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Row;
import io.slicewise.work.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetModelTest {
    private final Around around = new Around();
    private final Document document =
            Document.unchanged(DocumentContent.measured(Scenario.empty("Cluster"), Snapshots.of(fleet())));
    private final Words words = new Words(Language.ENGLISH);
    private final FleetModel model = new FleetModel(document, words, around);

    /** The window around the screen. */
    private static final class Around implements FleetActions {
        @Override
        public void export(String suggestedName, byte[] content) {}

        final List<Scenario> explored = new ArrayList<>();

        /** What is worked out in the background, where it is to wait. */
        @Nullable
        Deque<Runnable> held;

        @Override
        public Background afterFrame() {
            return this;
        }

        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            Runnable all = () -> then.accept(Ended.of(cancel, work));
            if (held == null) {
                all.run();
            } else {
                held.add(all);
            }
        }

        @Override
        public void explore(Editable part) {
            assertTrue(part.isMeasured());
            explored.add(part.scenario());
        }

        @Override
        public ObservableList<Document> documents() {
            return FXCollections.observableArrayList();
        }

        @Override
        public void openBeside(Consumer<Document> then) {
            throw new AssertionError("nobody asked for a file");
        }

        @Override
        public void planFor(Set<InstanceRef> instances) {
            throw new AssertionError("nobody plans");
        }

        @Override
        public void comparePlans(Document other) {}

        @Override
        public void change(Document other, boolean back) {
            throw new AssertionError("nobody asked for steps");
        }

        @Override
        public void copy(String text) {
            throw new AssertionError("nobody copied");
        }
    }

    private static Fleet fleet() {
        return Fleets.of(
                on("node-1", Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb 60")),
                on("node-1", Fleets.gpu("GPU 1", "a100-80gb", "3g.40gb 30", "3g.40gb -")),
                on("node-2", Fleets.gpu("GPU 2", "a100-80gb", "7g.80gb 100")));
    }

    private static Gpu on(String host, Gpu gpu) {
        return new Gpu(gpu.id(), gpu.name(), host, gpu.model(), "", gpu.instances());
    }

    private List<Row> rows() {
        return model.answerProperty().get().rows();
    }

    @Test
    void nothingIsWorkedOutUntilSomebodyLooks() {
        assertEquals(List.of(), rows());
        assertNull(model.chartsProperty().get());
        model.setActive(true);
        assertEquals(3, rows().size());
        assertEquals(3, assertNotNullCharts().gpus());
    }

    private FleetCharts assertNotNullCharts() {
        FleetCharts charts = model.chartsProperty().get();
        assertNotNull(charts);
        return charts;
    }

    @Test
    void editsAreFollowedWhileSomebodyLooks() {
        model.setActive(true);
        InstanceRef big = new InstanceRef("GPU 2", "1");
        document.edit(new InstanceEdit.SetUtilization(Set.of(big), 0.5));
        assertEquals(0.5, rows().getLast().averages().wholeGpu(), 1e-12);
        model.setActive(false);
        document.edit(new InstanceEdit.SetUtilization(Set.of(big), 0.25));
        assertEquals(0.5, rows().getLast().averages().wholeGpu(), 1e-12);
        model.setActive(true);
        assertEquals(0.25, rows().getLast().averages().wholeGpu(), 1e-12);
    }

    @Test
    void wordsConditionsAndGroupsWorkTogether() {
        model.setActive(true);
        model.find("node-1");
        model.add(new Condition(Field.PROFILE, "3g.40gb"));
        model.add(new Condition(Field.PROFILE, "3g.40gb"));
        model.groupBy(Field.HOST);
        assertEquals(2, rows().size());
        model.toggle((GroupRow) rows().getFirst());
        assertEquals(1, rows().size());
        model.setAllOpen(true);
        assertEquals(2, rows().size());
        model.show(Kind.INSTANCES);
        assertEquals(3, rows().size());
        model.remove(new Condition(Field.PROFILE, "3g.40gb"));
        assertEquals(7, rows().size());
    }

    @Test
    void chartsAreOfTheSelectionOrOfAllThatWasFound() {
        model.setActive(true);
        model.chosenProperty().set(List.of(rows().getFirst()));
        assertEquals(1, assertNotNullCharts().gpus());
        model.chosenProperty().set(List.of());
        model.find("node-1");
        assertEquals(2, assertNotNullCharts().gpus());
        words.languageProperty().set(Language.KOREAN);
        assertTrue(assertNotNullCharts().gaps().heading().title().contains("GPU 1개"));
    }

    @Test
    void whatIsSelectedHereIsSelectedInTheDocument() {
        model.setActive(true);
        GpuRow first = (GpuRow) rows().getFirst();
        model.chosenProperty().set(List.of(first));
        assertEquals(
                first.gpu().instances().stream()
                        .map(one -> new InstanceRef(first.gpu().id(), one.id()))
                        .collect(Collectors.toSet()),
                model.document().selection());
        model.chosenProperty().set(List.of());
        assertFalse(model.document().selection().isEmpty(), "another question is no other selection");
    }

    @Test
    void whatIsSelectedBecomesAScenarioOfItsOwn() {
        model.setActive(true);
        model.groupBy(Field.HOST);
        model.chosenProperty().set(List.of(rows().getFirst()));
        model.explore();
        Scenario part = around.explored.getFirst();
        assertEquals("node-1", part.name().in(Language.ENGLISH));
        assertEquals(2, part.fleet().gpus().size());
        assertEquals(
                "2 GPUs of “Cluster”; changes here leave the whole as it is.",
                part.notes().in(Language.ENGLISH));
        model.chosenProperty().set(List.of());
        model.explore();
        assertEquals("3 GPUs", around.explored.getLast().name().in(Language.ENGLISH));
        assertEquals("GPU 3개", around.explored.getLast().name().in(Language.KOREAN));
    }

    @Test
    void anInstanceIsExploredWithItsWholeGpu() {
        model.setActive(true);
        model.show(Kind.INSTANCES);
        model.chosenProperty().set(List.of(rows().getFirst()));
        model.explore();
        assertEquals("node-1 · GPU 0", around.explored.getFirst().name().in(Language.ENGLISH));
        assertEquals(4, around.explored.getFirst().fleet().instanceCount());
    }

    @Test
    void rowsAreCopiedAsATable() {
        model.setActive(true);
        List<FleetColumn> columns =
                FleetColumn.of(
                                Kind.GPUS,
                                model.surveyProperty().get().attributes(),
                                true,
                                model.surveyProperty().get())
                        .stream()
                        .filter(column -> Set.of("name", "host", "map", "weighted", "coverage", "slices")
                                .contains(column.id()))
                        .toList();
        String tsv = FleetTsv.of(
                rows().subList(0, 2), columns, Kind.GPUS, model.surveyProperty().get(), Messages.in(Language.ENGLISH));
        assertEquals("""
            GPU\tHost\tLayout\tWeighted W (%)\tReadings (%)\tSlices
            node-1 · GPU 0\tnode-1\t2g.20gb, 3 × 1g.10gb\t72\t100\t5
            node-1 · GPU 1\tnode-1\t2 × 3g.40gb\t30\t50\t6
            """, tsv);
    }

    @Test
    void aComparisonFollowsBothAndCanBeTurnedRound() {
        Document other = Document.unchanged(
                DocumentContent.planned(Scenario.empty("Before").withFleet(fleet())));
        ComparisonModel comparison = new ComparisonModel(document, other, around);
        Comparison made = comparison.comparisonProperty().get();
        assertNotNull(made);
        assertEquals(List.of(), ComparisonModel.rows(made, ComparisonModel.Shown.DIFFERENT));
        assertEquals(3, ComparisonModel.rows(made, ComparisonModel.Shown.ALL).size());
        document.edit(new InstanceEdit.SetUtilization(Set.of(new InstanceRef("GPU 2", "1")), 0.5));
        made = comparison.comparisonProperty().get();
        assertNotNull(made);
        assertEquals(
                1, ComparisonModel.rows(made, ComparisonModel.Shown.DIFFERENT).size());
        assertEquals(0, ComparisonModel.rows(made, ComparisonModel.Shown.LAYOUT).size());
        assertEquals(0.5, made.gpus().getLast().averagesAfter().wholeGpu(), 1e-12);
        assertEquals(
                List.of("1 with another reading"),
                ComparisonModel.details(made.gpus().getLast()).stream()
                        .map(Messages.in(Language.ENGLISH)::say)
                        .toList());
        comparison.swappedProperty().set(true);
        made = comparison.comparisonProperty().get();
        assertNotNull(made);
        assertEquals(1.0, made.gpus().getLast().averagesAfter().wholeGpu(), 1e-12);
    }

    @Test
    void whatIsCutInAnotherWayStandsBeforeOtherReadings() {
        List<Gpu> gpus = fleet().gpus();
        Document other = Document.unchanged(DocumentContent.planned(
                Scenario.empty("Before").withFleet(new Fleet(gpus.subList(0, gpus.size() - 1)))));
        ComparisonModel comparison = new ComparisonModel(document, other, around);
        InstanceRef first = new InstanceRef(
                gpus.getFirst().id(), gpus.getFirst().instances().getFirst().id());
        document.edit(new InstanceEdit.SetUtilization(Set.of(first), 0.123));
        Comparison made = comparison.comparisonProperty().get();
        assertNotNull(made);
        assertEquals(
                List.of(Comparison.Kind.CAME, Comparison.Kind.READING),
                ComparisonModel.rows(made, ComparisonModel.Shown.DIFFERENT).stream()
                        .map(Comparison.Change::kind)
                        .toList());
        assertEquals(
                gpus.getFirst().id(),
                ComparisonModel.rows(made, ComparisonModel.Shown.ALL)
                        .getFirst()
                        .gpu()
                        .id());
    }

    @Test
    void columnsHaveTheirFigures() {
        model.setActive(true);
        Row first = rows().getFirst();
        for (FleetColumn column : FleetColumn.of(Kind.GPUS, List.of(), false, FleetTable.EMPTY)) {
            ChartTable.Cell cell = column.cell(first, model.surveyProperty().get(), Language.ENGLISH);
            assertNotNull(cell.words(), column.id());
        }
    }

    @Test
    void theFiguresOfAllAreSaidTheSameBeforeThereAreRows() {
        FleetTable table = FleetTable.of(
                document.content().counted(),
                document.figures(),
                document.content().labels());
        assertEquals(FleetSummary.of(table.ask(Query.ALL), table, List.of()), FleetSummary.of(document.figures()));
    }

    /** Between the moment at which a large fleet is known and that at which its rows are found, it is not said that none are. */
    @Test
    void thatNothingWasFoundIsSaidOnlyWhenItIsSo() {
        Deque<Runnable> held = new ArrayDeque<>();
        around.held = held;
        String[] seven = {"1g.10gb 1", "1g.10gb 2", "1g.10gb 3", "1g.10gb 4", "1g.10gb 5", "1g.10gb 6", "1g.10gb 7"};
        Gpu[] gpus = IntStream.range(0, 220)
                .mapToObj(i -> Fleets.gpu("GPU " + i, "a100-80gb", seven))
                .toArray(Gpu[]::new);
        FleetModel large = new FleetModel(
                Document.unchanged(DocumentContent.measured(Scenario.empty("Large"), Snapshots.of(Fleets.of(gpus)))),
                words,
                around);
        large.setActive(true);
        assertTrue(large.workingProperty().get());
        held.remove().run();
        assertEquals(220, large.surveyProperty().get().gpus().size());
        assertEquals(0, large.answerProperty().get().rows().size());
        assertTrue(large.workingProperty().get());
        while (!held.isEmpty()) {
            held.remove().run();
        }
        assertEquals(220, large.answerProperty().get().rows().size());
        assertFalse(large.workingProperty().get());
    }
}
