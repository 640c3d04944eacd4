package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.Plan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code promtool} accepts every generated rule file, and the generated tests of it succeed. */
class RulesIT {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> promtoolAcceptsAndTestsTheRules() {
        String promtool = Programs.need("promtool").toString();
        List<Case> cases = new ArrayList<>(Case.samples());
        Variants.all().stream()
                .filter(one -> Set.of(
                                "mixed-models",
                                "odd-names",
                                "names-both",
                                "percent",
                                "gpus-by-cost",
                                "basis-memory-gib")
                        .contains(one.name()))
                .forEach(cases::add);
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> tested(promtool, one)));
    }

    private void tested(String promtool, Case one) throws Exception {
        Plan plan = one.plan().withFilters(List.of());
        Language language = one.name().length() % 2 == 0 ? Language.ENGLISH : Language.KOREAN;
        Path files = Files.createDirectories(folder.resolve(one.name()));
        for (var file : Bundle.of(Request.of(one.name(), plan), one.fleet(), Messages.in(language))
                .entrySet()) {
            Files.writeString(files.resolve(file.getKey()), file.getValue());
        }
        Programs.Outcome check = Programs.run(files, promtool, "check", "rules", Bundle.RULES);
        assertEquals(0, check.code(), check.output());
        Programs.Outcome test = Programs.run(files, promtool, "test", "rules", Bundle.TESTS);
        assertEquals(0, test.code(), test.output() + Files.readString(files.resolve(Bundle.TESTS)));
    }
}
