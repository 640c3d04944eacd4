package io.slicewise.desktop.workspace;

import io.slicewise.document.Input;
import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.snapshot.Question;
import io.slicewise.snapshot.SnapshotOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Opens things: reads them on another thread, asks what they leave open, and reads them again with the answers. */
final class Openings {
    private final Opener opener;
    private final Dialogs dialogs;
    private final Workspace.Background background;
    private final ObservableList<Loading> loadings = FXCollections.observableArrayList();

    /** A result, the answers that it was read with, and what was asked already. */
    private record Pending(Opening result, SnapshotOptions options, Set<Question> asked) {}

    /** Results that are not looked at yet, those that are, and what to do with them in the end. */
    private record Work(Deque<Pending> pending, List<Opening> done, Consumer<List<Opening>> then) {}

    Openings(Opener opener, Dialogs dialogs, Workspace.Background background) {
        this.opener = opener;
        this.dialogs = dialogs;
        this.background = background;
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
            read(inputs, opener.options(), Set.of(), new Work(new ArrayDeque<>(), new ArrayList<>(), then));
        }
    }

    private void read(List<Input> inputs, SnapshotOptions options, Set<Question> asked, Work work) {
        List<Path> files =
                inputs.stream().map(Input::path).filter(Objects::nonNull).toList();
        Loading loading = new Loading(files, System::nanoTime);
        loadings.add(loading);
        Opener with = new Opener(opener.catalogue(), options);
        background.run(() -> with.open(inputs, input -> begun(input, loading)), results -> {
            loadings.remove(loading);
            for (Opening result : results.reversed()) {
                work.pending().push(new Pending(result, options, asked));
            }
            goOn(work);
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
            Optional<Question> question = result.opened().questions().stream()
                    .filter(it -> !next.asked().contains(it))
                    .findFirst();
            if (question.isEmpty() || !result.inputs().stream().allMatch(Input::isRepeatable)) {
                work.done().add(result);
                continue;
            }
            Optional<SnapshotOptions> answered = answer(question.get(), next.options());
            if (answered.isPresent()) {
                Set<Question> asked = new HashSet<>(next.asked());
                asked.add(question.get());
                read(result.inputs(), answered.get(), asked, work);
                return;
            }
            work.done().add(withoutAnswer(result));
        }
        work.then().accept(work.done());
    }

    private Optional<SnapshotOptions> answer(Question question, SnapshotOptions options) {
        return switch (question) {
            case Question.ChooseConfiguration choice ->
                dialogs.chooseConfiguration(choice.file(), choice.names()).map(options::withConfig);
        };
    }

    private static Opening withoutAnswer(Opening result) {
        Opened opened = result.opened();
        return opened instanceof NotOpened ? new Opening(result.inputs(), new NotOpened(List.of())) : result;
    }
}
