package io.slicewise.bench;

import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long it takes to write a figure: a table of 70,000 instances writes that many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class NumbersBenchmark {
    /** Not final: what the compiler knows beforehand takes no time. */
    private double ratio = 0.514285714;

    @Benchmark
    public String percent() {
        return Numbers.percent(ratio, Language.ENGLISH);
    }
}
