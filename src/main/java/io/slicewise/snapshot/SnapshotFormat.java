package io.slicewise.snapshot;

import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One format of exports: puts what a source says into the builder, which may hold other files already. */
@FunctionalInterface
public interface SnapshotFormat {
    /**
     * Reads a source to its end and leaves it open. Begins with {@link SnapshotBuilder#part}.
     *
     * @param builder takes the rows
     * @param name the name that problems carry
     * @param in the source
     * @param watch hears of the progress and can stop the reading
     * @throws IOException where the source fails, and for no other reason
     */
    Understood read(SnapshotBuilder builder, String name, InputStream in, ReadWatch watch) throws IOException;

    /**
     * What a reader noticed itself.
     *
     * @param problems about the source and its form; what concerns rows is the builder's
     * @param nothing what to say where no row of the source named a GPU; {@code null} where the problems say it
     * @param cancelled whether the reading was stopped from outside
     * @param questions what the source leaves open
     */
    record Understood(
            List<Problem> problems, @Nullable Text nothing, boolean cancelled, List<Question> questions) {
        public Understood {
            problems = List.copyOf(problems);
            questions = List.copyOf(questions);
        }

        /** The same, with what the source leaves open. */
        public Understood asking(List<Question> open) {
            return new Understood(problems, nothing, cancelled, open);
        }

        /** Of a source that leaves nothing open. */
        public Understood(List<Problem> problems, @Nullable Text nothing, boolean cancelled) {
            this(problems, nothing, cancelled, List.of());
        }
    }
}
