package io.slicewise.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final InstanceRef ONE = new InstanceRef("GPU-1", "7");
    private static final InstanceRef TWO = new InstanceRef("GPU-1", "8");

    @Test
    void labelsAreAMapInTheOrderOfTheSource() {
        LabelSet set = LabelSet.like(LabelSet.EMPTY, List.of("pod", "namespace"), "p", "n");
        assertEquals(Map.of("namespace", "n", "pod", "p"), set);
        assertEquals(List.of("pod", "namespace"), List.copyOf(set.keySet()));
        assertEquals("n", set.value("namespace"));
        assertEquals("", set.value("team"));
        assertNull(set.get("team"));
        assertThrows(
                NoSuchElementException.class,
                () -> LabelSet.EMPTY.entrySet().iterator().next());
        assertThrows(IllegalArgumentException.class, () -> LabelSet.like(LabelSet.EMPTY, List.of("a")));
    }

    @Test
    void equalTextsBecomeOneObject() {
        Labels.Builder builder = new Labels.Builder();
        builder.put(ONE, Map.of(copy("job"), copy("dcgm")));
        builder.put(TWO, Map.of(copy("job"), copy("dcgm")));
        Labels labels = builder.build();
        assertSame(labels.of(ONE).get("job"), labels.of(TWO).get("job"));
        assertSame(
                labels.of(ONE).keySet().iterator().next(),
                labels.of(TWO).keySet().iterator().next());
        assertEquals(List.of("job"), labels.names());
        assertEquals(2, labels.size());
    }

    private static String copy(String text) {
        return text.substring(0, 1).concat(text.substring(1));
    }

    @Test
    void whatHasNoLabelsHasNone() {
        Labels.Builder builder = new Labels.Builder();
        builder.put(ONE, Map.of("a", "b"));
        builder.put(ONE, Map.of());
        assertEquals(Labels.NONE, builder.build());
        assertEquals(LabelSet.EMPTY, Labels.NONE.of(ONE));
    }
}
