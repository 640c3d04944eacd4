package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.scenario.Clip;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstanceTsvProperties {
    @Property
    void whatIsWrittenIsReadAgain(@ForAll("clips") List<Clip> clips) {
        assertEquals(new InstanceTsv.Read(clips, List.of()), InstanceTsv.read(InstanceTsv.write(clips)));
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll String text) {
        InstanceTsv.Read read = InstanceTsv.read(text);
        InstanceTsv.Read again = InstanceTsv.read(InstanceTsv.write(read.clips()));
        assertEquals(read.clips(), again.clips());
    }

    @Provide
    Arbitrary<List<Clip>> clips() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("ab=+-@'\"\t\r\n ,;%한0").ofMaxLength(6);
        Arbitrary<Double> loads =
                Arbitraries.oneOf(Arbitraries.doubles().between(0, 1), Arbitraries.of(Double.NaN, 0.0, 1.0, 6.2e-5));
        Arbitrary<String> profiles = Arbitraries.of("1g.10gb", "1g.10gb+me", "3g.40gb", "1g.24gb-me");
        return Combinators.combine(profiles, loads, words, words, words)
                .as(Clip::new)
                .list()
                .ofMaxSize(6);
    }
}
