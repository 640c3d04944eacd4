package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Damaged files of every format: nothing throws, nothing hangs, and there is always a reason or a result. */
class MutationProperties {
    private static final Mutations MUTATIONS = mutations();
    private static final Duration HANGS = Duration.ofSeconds(60);

    private static Mutations mutations() {
        try {
            return Mutations.ofFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 4000)
    void damageIsSurvived(@ForAll long random) {
        byte[] damaged = MUTATIONS.next(new Random(random));
        assertEquals(List.of(), assertTimeoutPreemptively(HANGS, () -> Fuzz.faults(damaged)));
    }
}
