package io.slicewise.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules of the house. */
class HouseTest {
    private static final String ROOT = "io.slicewise";
    private static final Set<String> PATTERNED = Set.of("split", "matches", "replaceAll", "replaceFirst");
    private static final JavaClasses PRODUCT = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRules() {
        return new House(ROOT).rules().stream().map(HouseTest::test);
    }

    @TestFactory
    Stream<DynamicTest> thereAreNoCircles() {
        List<ArchRule> rules = Circles.rules(ROOT, PRODUCT);
        return rules.stream().map(HouseTest::test);
    }

    /** The compiler forgets what a literal was: whether a pattern is one is seen where it is written. */
    @Test
    void textsAreSplitAndReplacedByLiterals() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (JavaClass type : PRODUCT) {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(String.class) && PATTERNED.contains(call.getName())) {
                    String line = line(type, call.getLineNumber());
                    if (!line.contains("." + call.getName() + "(\"")) {
                        foreign.add(call.getSourceCodeLocation() + ": " + line.strip());
                    }
                }
            }
        }
        assertEquals(List.of(), foreign, "a pattern that comes from outside runs in RE2/J");
    }

    private static String line(JavaClass type, int number) throws IOException {
        Path folder =
                Path.of("src", "main", "java").resolve(type.getPackageName().replace('.', '/'));
        Path file = folder.resolve(type.getSource().orElseThrow().getFileName().orElseThrow());
        return Files.readAllLines(file).get(number - 1);
    }

    @Test
    void theProductIsThere() {
        assertFalse(PRODUCT.isEmpty(), "target/classes has no classes");
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT));
    }
}
