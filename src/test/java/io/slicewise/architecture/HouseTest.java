package io.slicewise.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules of the house. */
class HouseTest {
    private static final String ROOT = "io.slicewise";
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

    @Test
    void theProductIsThere() {
        assertFalse(PRODUCT.isEmpty(), "target/classes has no classes");
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT));
    }
}
