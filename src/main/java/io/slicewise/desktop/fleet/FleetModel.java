package io.slicewise.desktop.fleet;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Figures;
import io.slicewise.usage.HostNames;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.InstanceRow;
import io.slicewise.usage.survey.Query;
import io.slicewise.usage.survey.Query.Condition;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Query.Sort;
import io.slicewise.usage.survey.QueryResult;
import io.slicewise.usage.survey.Row;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Fleet screen shows and what is asked of it. Needs no toolkit; for one thread. */
final class FleetModel {
    /** Up to so many instances everything is done within a frame. */
    static final int AT_ONCE = 1500;

    private final Document document;
    private final Words words;
    private final FleetActions actions;
    private final Latest surveys;
    private final Latest answers;
    private final Latest charting;
    private final ReadOnlyObjectWrapper<FleetTable> survey = new ReadOnlyObjectWrapper<>(FleetTable.EMPTY);
    private final ObjectProperty<Query> query = new SimpleObjectProperty<>(Query.ALL);
    private final ReadOnlyObjectWrapper<QueryResult> answer =
            new ReadOnlyObjectWrapper<>(FleetTable.EMPTY.ask(Query.ALL));
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(true);
    private final ObjectProperty<List<Row>> chosen = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable FleetCharts> charts = new ReadOnlyObjectWrapper<>();
    private @Nullable Scenario surveyed;
    private HostNames hosts = HostNames.NONE;
    private boolean active;

    FleetModel(Document document, Words words, FleetActions actions) {
        this.document = document;
        this.words = words;
        this.actions = actions;
        surveys = new Latest(actions.afterFrame());
        answers = new Latest(actions);
        charting = new Latest(actions);
        document.scenarioProperty().subscribe(_ -> survey());
        query.subscribe(_ -> ask());
        answer.subscribe(_ -> chart());
        chosen.subscribe(_ -> chart());
        chosen.subscribe(this::select);
        words.languageProperty().subscribe(_ -> chart());
    }

    Document document() {
        return document;
    }

    /** The rows of the document as it is. */
    ReadOnlyObjectProperty<FleetTable> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    /**
     * The words of a column as short as they tell rows apart; what is copied has them in full.
     *
     * @param hosted whether the rows say their host in another column
     */
    String brief(FleetColumn column, Row row, String text, boolean hosted) {
        if (column.look() != FleetColumn.Look.NAME) {
            return column.isHost() ? hosts.brief(text) : text;
        }
        return switch (row) {
            case GroupRow _ -> query.get().groupBy() == Attribute.Field.HOST ? hosts.brief(text) : text;
            case GpuRow gpu -> hosted ? hosts.besideHost(text, gpu.gpu().host()) : text;
            case InstanceRow one -> hosted ? hosts.besideHost(text, one.gpu().host()) : text;
        };
    }

    /** What is asked. */
    ObjectProperty<Query> queryProperty() {
        return query;
    }

    /** What came of it; of an older question as long as a newer one is at work. */
    ReadOnlyObjectProperty<QueryResult> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether rows are still looked for: that there are none says nothing as long. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** The rows that are selected. */
    ObjectProperty<List<Row>> chosenProperty() {
        return chosen;
    }

    /** The charts of what is selected, or of all that was found; {@code null} before they are made. */
    ReadOnlyObjectProperty<@Nullable FleetCharts> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    /** Whether anyone looks: as long as no one does, nothing is worked out. */
    void setActive(boolean isActive) {
        active = isActive;
        survey();
        // the language can be another one since
        chart();
    }

    @SuppressWarnings("ReferenceEquality") // a scenario that was surveyed is recognised by identity
    private void survey() {
        Scenario scenario = document.scenario();
        if (!active || scenario == surveyed) {
            return;
        }
        surveyed = scenario;
        Figures figures = document.figures();
        Fleet counted = document.content().counted();
        Labels labels = document.content().labels();
        ask(surveys, counted.instanceCount() <= AT_ONCE, () -> FleetTable.of(counted, figures, labels), made -> {
            hosts = HostNames.of(made.gpus().stream().map(GpuRow::gpu).toList());
            survey.set(made);
            ask();
        });
    }

    /** What takes less than a frame is done at once. */
    static <T> void ask(Latest latest, boolean small, Supplier<T> work, Consumer<T> then) {
        if (small) {
            latest.now(work, then);
        } else {
            latest.ask(work, then);
        }
    }

    private boolean isSmall() {
        return survey.get().instances().size() <= AT_ONCE;
    }

    private void ask() {
        FleetTable of = survey.get();
        Query wanted = query.get();
        working.set(true);
        ask(answers, isSmall(), () -> of.ask(wanted), found -> {
            answer.set(found);
            working.set(of.gpus().isEmpty());
        });
    }

    private void chart() {
        FleetTable of = survey.get();
        // before the first survey there is nothing to say, not even that there is nothing
        if (!active || of.gpus().isEmpty()) {
            return;
        }
        List<Row> rows = chosen.get().isEmpty() ? answer.get().found() : chosen.get();
        Messages messages = Messages.in(words.language());
        ask(charting, isSmall(), () -> FleetCharts.of(QueryResult.gpus(rows, of), messages), charts::set);
    }

    private void change(UnaryOperator<Query> change) {
        query.set(change.apply(query.get()));
    }

    /** Shows GPUs or instances. */
    void show(Kind kind) {
        change(q -> new Query(kind, q.words(), q.conditions(), q.groupBy(), q.sort(), q.closed()));
    }

    /** Finds rows by what was typed. */
    void find(String typed) {
        change(q -> new Query(q.kind(), Query.words(typed), q.conditions(), q.groupBy(), q.sort(), q.closed()));
    }

    void sort(Sort sort) {
        change(q -> new Query(q.kind(), q.words(), q.conditions(), q.groupBy(), sort, q.closed()));
    }

    /** Groups rows, all groups open; {@code null} for none. */
    void groupBy(@Nullable Attribute attribute) {
        change(q -> new Query(q.kind(), q.words(), q.conditions(), attribute, q.sort(), Set.of()));
    }

    void add(Condition condition) {
        LinkedHashSet<Condition> all = new LinkedHashSet<>(query.get().conditions());
        all.add(condition);
        conditions(List.copyOf(all));
    }

    void remove(Condition condition) {
        conditions(query.get().conditions().stream()
                .filter(one -> !one.equals(condition))
                .toList());
    }

    private void conditions(List<Condition> conditions) {
        change(q -> new Query(q.kind(), q.words(), conditions, q.groupBy(), q.sort(), q.closed()));
    }

    /** Everything again, in the groups and the order that are there. */
    void findAll() {
        change(q -> new Query(q.kind(), List.of(), List.of(), q.groupBy(), q.sort(), q.closed()));
    }

    /** Opens or closes a group. */
    void toggle(GroupRow group) {
        setOpen(List.of(group), !group.open());
    }

    /** Opens or closes groups. */
    void setOpen(List<GroupRow> groups, boolean open) {
        Set<String> closed = new HashSet<>(query.get().closed());
        for (GroupRow group : groups) {
            if (open) {
                closed.remove(group.value());
            } else {
                closed.add(group.value());
            }
        }
        change(q -> new Query(q.kind(), q.words(), q.conditions(), q.groupBy(), q.sort(), closed));
    }

    /** Whether an answer has a group that is open. */
    static boolean isAnyOpen(QueryResult answer) {
        return answer.rows().stream().anyMatch(row -> row instanceof GroupRow group && group.open());
    }

    /** Opens or closes all groups. */
    void setAllOpen(boolean open) {
        setOpen(
                answer.get().rows().stream()
                        .filter(GroupRow.class::isInstance)
                        .map(GroupRow.class::cast)
                        .toList(),
                open);
    }

    /** What is selected here is selected in the document: queries can be for it. */
    private void select(List<Row> rows) {
        if (!rows.isEmpty()) {
            // what is counted beside the partitioned GPUs has nothing to edit
            Fleet fleet = document.scenario().fleet();
            document.selectionProperty()
                    .set(QueryResult.gpus(rows, survey.get()).stream()
                            .flatMap(row -> row.counted().stream()
                                    .map(instance -> new InstanceRef(row.gpu().id(), instance.id())))
                            .filter(ref -> fleet.instance(ref).isPresent())
                            .collect(Collectors.toSet()));
        }
    }

    /** Plans for the instances that would be explored. */
    void plan() {
        actions.planFor(toExplore().stream()
                .flatMap(row -> row.counted().stream()
                        .map(instance -> new InstanceRef(row.gpu().id(), instance.id())))
                .collect(Collectors.toSet()));
    }

    /** The GPUs that would be explored: those of the selection, or of all that was found. */
    List<GpuRow> toExplore() {
        return QueryResult.gpus(chosen.get().isEmpty() ? answer.get().found() : chosen.get(), survey.get());
    }

    /** How many these are. */
    int exploreCount() {
        return chosen.get().isEmpty() ? answer.get().gpus() : toExplore().size();
    }

    /** Opens the GPUs of the selection, or of all that was found, as a scenario of its own. */
    void explore() {
        List<Gpu> gpus = toExplore().stream().map(GpuRow::gpu).toList();
        if (gpus.isEmpty()) {
            return;
        }
        Scenario whole = document.scenario();
        Scenario part = new Scenario(
                Wording.each(language -> name(gpus, language)),
                Wording.each(language -> from(gpus.size(), language)),
                new Fleet(gpus),
                whole.weights());
        if (document.content() instanceof Editable content) {
            actions.explore(content.part(part));
        }
    }

    /** What a part is called: by what it is the whole of, else by its size. */
    private String name(List<Gpu> gpus, Language language) {
        Messages messages = Messages.in(language);
        List<Row> rows = chosen.get();
        if (rows.size() == 1
                && rows.getFirst() instanceof GroupRow group
                && !group.value().isEmpty()) {
            return group.value();
        }
        if (gpus.size() == 1) {
            return gpus.getFirst().nameOnHost();
        }
        Set<String> hosts = new HashSet<>();
        gpus.forEach(gpu -> hosts.add(gpu.host()));
        String host = gpus.getFirst().host();
        return hosts.size() == 1 && !host.isEmpty()
                ? messages.say("fleet.explore.onHost", host, gpus.size())
                : messages.say("fleet.explore.gpus", gpus.size());
    }

    private String from(int gpus, Language language) {
        return Messages.in(language)
                .say(Text.of(
                        "fleet.explore.from", gpus, document.scenario().name().in(language)));
    }
}
