package io.slicewise.usage.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersInNamesCountByTheirValue() {
        List<String> sorted = List.of("", "GPU 2", "gpu 10", "node-9", "node-10", "node-10a", "노드 2", "노드 11");
        List<String> names = new ArrayList<>(sorted);
        Collections.reverse(names);
        names.sort(NaturalOrder.INSTANCE);
        assertEquals(sorted, names);
    }

    @Property
    void isAnOrder(
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = 'B') String a,
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = 'B') String b,
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = 'B') String c) {
        int ab = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
        assertEquals(-ab, Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
        assertEquals(a.equals(b), ab == 0);
        if (ab <= 0 && NaturalOrder.INSTANCE.compare(b, c) <= 0) {
            assertEquals(true, NaturalOrder.INSTANCE.compare(a, c) <= 0, a + " " + b + " " + c);
        }
    }
}
