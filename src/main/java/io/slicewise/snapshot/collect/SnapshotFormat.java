package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One format of exports: recognises its files by their first bytes, and puts what they say into the builder, which may
 * hold other files already. Formats stand in one list, and the first that recognises a file reads it.
 */
public interface SnapshotFormat {
    /** What it is called among formats: lower case, with dashes. */
    String id();

    /** Whether a file that begins so is one of this format. Nothing is refused here: that is the reading's. */
    boolean recognises(Beginning beginning);

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

    /** The first of several that recognises a file that begins so; {@code null} where none does. */
    static @Nullable SnapshotFormat recognised(List<SnapshotFormat> formats, Beginning beginning) {
        return formats.stream()
                .filter(format -> format.recognises(beginning))
                .findFirst()
                .orElse(null);
    }

    /** What {@link SnapshotFormat#read} does. */
    @FunctionalInterface
    interface Reader {
        Understood read(SnapshotBuilder builder, String name, InputStream in, ReadWatch watch) throws IOException;
    }

    /** A format of its parts. Each is an object of its own: files of one format are judged together. */
    static SnapshotFormat of(String id, Predicate<Beginning> recognises, Reader reader) {
        return new SnapshotFormat() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public boolean recognises(Beginning beginning) {
                return recognises.test(beginning);
            }

            @Override
            public Understood read(SnapshotBuilder builder, String name, InputStream in, ReadWatch watch)
                    throws IOException {
                return reader.read(builder, name, in, watch);
            }

            @Override
            public String toString() {
                return id;
            }
        };
    }

    /**
     * What a reader noticed itself.
     *
     * @param problems about the source and its form; what concerns rows is the builder's
     * @param nothing what to say where no row of the source named a GPU; {@code null} where the problems say it
     * @param cancelled whether the reading was stopped from outside
     * @param questions what the source leaves open
     */
    record Understood(List<Problem> problems, @Nullable Text nothing, boolean cancelled, List<OpenQuestion> questions) {
        public Understood {
            problems = List.copyOf(problems);
            questions = List.copyOf(questions);
        }

        /** The same, with what the source leaves open. */
        public Understood asking(List<OpenQuestion> open) {
            return new Understood(problems, nothing, cancelled, open);
        }

        /** Of a source that leaves nothing open. */
        public Understood(List<Problem> problems, @Nullable Text nothing, boolean cancelled) {
            this(problems, nothing, cancelled, List.of());
        }
    }
}
