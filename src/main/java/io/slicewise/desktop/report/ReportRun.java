package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Background;
import io.slicewise.document.Opener;
import io.slicewise.json.AtomicFile;
import io.slicewise.report.Report;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.text.Text;
import io.slicewise.text.Thrown;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files of a report, one format after the other, off the FX thread. Everything is made before anything is
 * written, so that whoever cancels, or does not want files replaced, finds the folder as it was. Needs no toolkit; to
 * be used on one thread.
 */
final class ReportRun {
    private final Background background;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", new Phase.Idle());
    private List<Ready> ready = new ArrayList<>();
    private Path folder = Path.of("");
    private Cancel cancel = new Cancel();

    /** A file that is made and not yet written. */
    @SuppressWarnings("ArrayRecordComponent") // made, written and forgotten
    private record Ready(Path file, byte[] bytes) {}

    /** The outcome of work: a value, or a sentence why there is none. */
    private record Attempt<T>(@Nullable T value, @Nullable Text failure) {
        static <T> Attempt<T> of(Supplier<T> work) {
            try {
                return new Attempt<>(work.get(), null);
            } catch (RuntimeException | OutOfMemoryError e) {
                return new Attempt<>(
                        null,
                        Thrown.isLackOfMemory(e)
                                ? Text.of("making.failed.memory")
                                : Text.of("making.failed.made", e.getClass().getSimpleName()));
            }
        }
    }

    ReportRun(Background background) {
        this.background = background;
    }

    /** How far it is. */
    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Begins; what was under way before is dropped. */
    void start(Order order) {
        drop();
        folder = order.folder();
        phase.set(
                new Phase.Working(order.formats().getFirst(), 1, order.formats().size()));
        step(
                () -> new Material(Report.of(order.template(), order.about(), order.options()), PictureFont.shipped()),
                made -> make(order, made, 0));
    }

    /** What all formats are made from. */
    private record Material(Report report, PictureFont font) {}

    private void make(Order order, Material material, int next) {
        if (next == order.formats().size()) {
            step(this::present, this::askOrWrite);
            return;
        }
        ReportFormat format = order.formats().get(next);
        phase.set(new Phase.Working(format, next + 1, order.formats().size()));
        step(() -> format.write(material.report(), material.font()), made -> {
            made.forEach(file -> ready.add(new Ready(folder.resolve(order.base() + file.suffix()), file.bytes())));
            make(order, material, next + 1);
        });
    }

    private List<Path> present() {
        return ready.stream().map(Ready::file).filter(Files::exists).toList();
    }

    private void askOrWrite(List<Path> present) {
        if (ready.isEmpty()) {
            phase.set(new Phase.Failed(Text.of("making.failed.noCharts")));
        } else if (present.isEmpty()) {
            write();
        } else {
            phase.set(new Phase.Asking(present));
        }
    }

    /** Answers {@link Phase.Asking}: yes, the files that are there may go. */
    void replace() {
        if (phase.get() instanceof Phase.Asking) {
            write();
        }
    }

    private void write() {
        List<Ready> all = ready;
        Cancel stop = cancel;
        step(() -> written(all, stop), failure -> {
            ready = new ArrayList<>();
            phase.set(failure.why()
                    .<Phase>map(Phase.Failed::new)
                    .orElseGet(() ->
                            new Phase.Done(folder, all.stream().map(Ready::file).toList())));
        });
    }

    /** Why not everything was written; nothing where it was. */
    private record Failure(Optional<Text> why) {}

    /** Writes one file after the other, until no more of them are wanted. */
    private static Failure written(List<Ready> files, Cancel stop) {
        for (Ready file : files) {
            if (stop.isCancelled()) {
                break;
            }
            try {
                AtomicFile.write(file.file(), file.bytes());
            } catch (IOException e) {
                return new Failure(
                        Optional.of(Text.of("making.failed.written", file.file().toString(), Opener.why(e))));
            }
        }
        return new Failure(Optional.empty());
    }

    /** Stops: what is under way is dropped when it is done, and no further file is written. */
    void cancel() {
        drop();
        phase.set(new Phase.Idle());
    }

    private void drop() {
        ready = new ArrayList<>();
        cancel.cancel();
        cancel = new Cancel();
    }

    private <T> void step(Supplier<T> work, Consumer<T> then) {
        background.start(cancel, _ -> Attempt.of(work), attempt -> {
            Text failure = attempt.failure();
            T value = attempt.value();
            if (failure != null) {
                phase.set(new Phase.Failed(failure));
            } else if (value != null) {
                then.accept(value);
            }
        });
    }
}
