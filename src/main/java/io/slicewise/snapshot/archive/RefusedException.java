package io.slicewise.snapshot.archive;

import io.slicewise.text.Text;
import java.io.IOException;

/** More came out of a compressed file than the limits allow; nothing of it is used. */
public final class RefusedException extends IOException {
    private final transient Text why;

    RefusedException(Text why) {
        super(why.key());
        this.why = why;
    }

    /** What to say. */
    public Text why() {
        return why;
    }
}
