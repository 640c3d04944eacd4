package io.slicewise.snapshot.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsByIdTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 17, 18, 100})
    void eachIdHasItsRowsInTheOrderInWhichTheyCame(int count) {
        List<String> ids =
                IntStream.range(0, count).mapToObj(i -> "id " + (count - i)).toList();
        RowsById rows = new RowsById();
        List<InstanceRows> begun = ids.stream().map(rows::of).toList();
        for (int i = 0; i < count; i++) {
            assertSame(begun.get(i), rows.of(ids.get(i)));
        }
        assertEquals(ids, rows.all().stream().map(InstanceRows::id).toList());
        assertEquals(Set.copyOf(ids), rows.ids());
    }
}
