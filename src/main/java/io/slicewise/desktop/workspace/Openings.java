package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.document.Input;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.snapshot.OpenQuestion.MapColumns;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.work.Cancel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Opens things: reads them on another thread, asks what they leave open, and reads them again with the answers. */
final class Openings {
    private final Supplier<Opener> opener;
    private final Dialogs dialogs;
    private BiConsumer<ProfileListing, String> onNamed = (_, _) -> {};
    private ColumnMemory memory = new ColumnMemory() {};
    private final Background background;
    private final Turns turns;
    private final ObservableList<Loading> loadings = FXCollections.observableArrayList();

    /** A result, the answers that it was read with, and what was asked already. */
    private record Pending(Opening result, SnapshotOptions options, Set<OpenQuestion> asked, boolean anew) {
        boolean isRepeatable() {
            return result.inputs().stream().allMatch(Input::isRepeatable);
        }
    }

    /** Results that are not looked at yet, those that are, and what to do with them in the end. */
    private record Work(Deque<Pending> pending, List<Opening> done, Consumer<List<Opening>> then) {}

    Openings(Supplier<Opener> opener, Dialogs dialogs, Background background, Turns turns) {
        this.opener = opener;
        this.dialogs = dialogs;
        this.background = background;
        this.turns = turns;
    }

    /** Is told of a GPU that the catalogue does not have, with the name that a person gave it. */
    void setOnNamed(BiConsumer<ProfileListing, String> listener) {
        onNamed = listener;
    }

    /** Where answers about columns are kept. */
    void setMemory(ColumnMemory newMemory) {
        memory = newMemory;
    }

    /** What is being read. */
    ObservableList<Loading> loadings() {
        return loadings;
    }

    /**
     * Opens things together.
     *
     * @param then gets the results, on the FX thread; a person who gives no answer wants nothing of it, and no word
     */
    void open(List<Input> inputs, Consumer<List<Opening>> then) {
        if (!inputs.isEmpty()) {
            read(inputs, remembered(), Set.of(), false, new Work(new ArrayDeque<>(), new ArrayList<>(), then));
        }
    }

    /**
     * Opens things anew and asks all that they leave open, also what was answered before.
     *
     * @param then as {@link #open}
     */
    void again(List<Input> inputs, Consumer<List<Opening>> then) {
        read(inputs, opener.get().options(), Set.of(), true, new Work(new ArrayDeque<>(), new ArrayList<>(), then));
    }

    private SnapshotOptions remembered() {
        SnapshotOptions options = opener.get().options();
        for (Map.Entry<String, List<Column>> header : memory.all().entrySet()) {
            options = OpenQuestion.said(options, header.getKey(), header.getValue());
        }
        return options;
    }

    private void read(List<Input> inputs, SnapshotOptions options, Set<OpenQuestion> asked, boolean anew, Work work) {
        List<Path> files =
                inputs.stream().map(Input::path).filter(Objects::nonNull).toList();
        Loading loading = new Loading(files, System::nanoTime);
        loadings.add(loading);
        Opener with = new Opener(opener.get().catalogue(), options);
        background.run(loading.cancel(), _ -> with.open(inputs, input -> begun(input, loading)), ended -> {
            loadings.remove(loading);
            // what was read before a person stopped it says so itself
            ended.hand(Cancel.NEVER, results -> {
                for (Opening result : results.reversed()) {
                    work.pending().push(new Pending(result, options, asked, anew));
                }
            });
            turns.take(() -> goOn(work));
        });
    }

    private static Loading begun(Input input, Loading loading) {
        Path file = input.path();
        if (file != null) {
            loading.begin(file);
        }
        return loading;
    }

    private void goOn(Work work) {
        while (!work.pending().isEmpty()) {
            Pending next = work.pending().pop();
            Opening result = next.result();
            Optional<OpenQuestion> question = result.opened().questions().stream()
                    .filter(it -> !next.asked().contains(it))
                    .filter(it -> !(it instanceof MapColumns map && isSaid(map.header(), next)))
                    .findFirst();
            if (question.isEmpty()) {
                work.done().add(result);
                continue;
            }
            Set<OpenQuestion> asked = new HashSet<>(next.asked());
            asked.add(question.get());
            Optional<SnapshotOptions> answer = answer(question.get(), next);
            if (answer.isPresent()) {
                read(result.inputs(), answer.get(), asked, next.anew(), work);
                return;
            }
            work.pending().push(new Pending(withoutWord(result), next.options(), asked, next.anew()));
        }
        work.then().accept(work.done());
    }

    /** What to read the same things with again; empty where there is nothing more to read. */
    private Optional<SnapshotOptions> answer(OpenQuestion question, Pending of) {
        return switch (question) {
            case OpenQuestion.ChooseConfiguration choice
            when of.isRepeatable() -> dialogs.chooseConfiguration(choice).map(of.options()::withConfig);
            case OpenQuestion.ChooseUtilization choice
            when of.isRepeatable() -> {
                Optional<Column> said = dialogs.chooseUtilization(choice, offered(choice));
                said.ifPresent(column -> memory.keep(choice.header(), List.of(column)));
                yield said.map(column -> OpenQuestion.ChooseUtilization.answer(of.options(), choice.header(), column));
            }
            case MapColumns map
            when of.isRepeatable() -> {
                Optional<List<Column>> said =
                        dialogs.mapColumns(map.file(), known(map), opener.get().catalogue());
                said.ifPresent(columns -> memory.keep(map.header(), columns));
                yield said.map(columns -> MapColumns.answer(of.options(), map.header(), columns));
            }
            case OpenQuestion.ChooseConfiguration _, OpenQuestion.ChooseUtilization _, MapColumns _ -> Optional.empty();
            case OpenQuestion.NameGpu gpu -> {
                dialogs.nameGpu(gpu.listing()).ifPresent(name -> onNamed.accept(gpu.listing(), name));
                yield Optional.empty();
            }
        };
    }

    /** Whether a person said already, or is not asked anew, whose the columns of a header are. */
    private boolean isSaid(String header, Pending of) {
        return of.asked().stream()
                        .anyMatch(it ->
                                it instanceof MapColumns map && map.header().equals(header))
                || !of.anew() && memory.all().containsKey(header);
    }

    /** The column that somebody said before, else the first. */
    private Column offered(OpenQuestion.ChooseUtilization choice) {
        List<Column> said = memory.all().getOrDefault(choice.header(), List.of());
        return choice.choices().stream()
                .filter(said::contains)
                .findFirst()
                .orElse(choice.choices().getFirst());
    }

    /** The columns as somebody said before, the others as they are guessed. */
    private List<Column> known(MapColumns map) {
        List<Column> said = memory.all().getOrDefault(map.header(), List.of());
        return map.columns().stream()
                .map(column -> said.stream()
                        .filter(one -> one.number() == column.number())
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    /** A person who was asked needs no word about what the question was about. */
    private static Opening withoutWord(Opening result) {
        Opened opened = result.opened();
        return opened instanceof NotOpened
                ? new Opening(result.inputs(), new NotOpened(List.of(), opened.questions()))
                : result;
    }
}
