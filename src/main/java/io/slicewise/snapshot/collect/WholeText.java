package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.json.WatchedStream;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Formats whose files are small by nature and are read as a whole; bytes that are not UTF-8 become �. */
public final class WholeText {
    /** The largest file that is read, in bytes: nodes of a large cluster take a tenth of it. */
    public static final int LARGEST = 64 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private WholeText() {}

    /** Reads a text into a builder, which has been told that the file begins, and numbers places by lines from 1. */
    @FunctionalInterface
    public interface Reader {
        Understood read(SnapshotBuilder builder, String name, String text);
    }

    /** The format of a reader, which is called and recognised so. */
    public static SnapshotFormat format(String id, Predicate<Beginning> recognises, Reader reader) {
        return SnapshotFormat.of(id, recognises, (builder, name, in, watch) -> {
            builder.part(name, line -> line > 0 ? Where.line(name, line) : Where.file(name));
            return read(reader, builder, name, new WatchedStream(in, watch));
        });
    }

    private static Understood read(Reader reader, SnapshotBuilder builder, String name, WatchedStream in)
            throws IOException {
        String text = text(in);
        if (in.cancelled()) {
            return new Understood(List.of(), null, true);
        }
        return text == null ? tooLarge() : reader.read(builder, name, text);
    }

    /** The rest of a stream without a byte order mark; {@code null} where it is larger than {@link #LARGEST}. */
    public static @Nullable String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** What there is to say of a file that is too large. */
    public static Understood tooLarge() {
        return new Understood(List.of(), Text.of("snapshot.tooLarge", (long) LARGEST >> 20), false);
    }
}
