package io.slicewise.mig;

import io.slicewise.text.Wording;
import java.util.List;

/**
 * Where figures of a GPU were read.
 *
 * @param title the document, issue or transcript
 * @param kind what it is: documentation, a real {@code -lgip} transcript, source code …
 * @param url its address, empty where it has none that lasts
 * @param facts which figures it gives
 */
public record Source(String title, Wording kind, String url, List<Wording> facts) {
    public Source {
        facts = List.copyOf(facts);
    }
}
