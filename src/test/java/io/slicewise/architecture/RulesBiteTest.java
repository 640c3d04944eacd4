package io.slicewise.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.slicewise.architecture.fixture.attic.OnNoFloor;
import io.slicewise.architecture.fixture.chart.KnowsGpus;
import io.slicewise.architecture.fixture.chart.Twin;
import io.slicewise.architecture.fixture.cli.NeedsADisplay;
import io.slicewise.architecture.fixture.fleet.Annotated;
import io.slicewise.architecture.fixture.launcher.LoadsTheHouse;
import io.slicewise.architecture.fixture.mig.LooksUp;
import io.slicewise.architecture.fixture.page.NamesALanguage;
import io.slicewise.architecture.fixture.planning.ReadsFiles;
import io.slicewise.architecture.fixture.planning.StopsByItself;
import io.slicewise.architecture.fixture.promql.CallsOut;
import io.slicewise.architecture.fixture.promql.RunsForeignPatterns;
import io.slicewise.architecture.fixture.report.Prints;
import io.slicewise.architecture.fixture.report.Remembers;
import io.slicewise.architecture.fixture.scenario.AsksTheLocale;
import io.slicewise.architecture.fixture.scenario.ParsesArguments;
import io.slicewise.architecture.fixture.story.Paints;
import io.slicewise.architecture.fixture.text.NeedsTheLauncher;
import io.slicewise.architecture.fixture.usage.AsksTheTime;
import io.slicewise.architecture.fixture.usage.ParsesJson;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule reports exactly the fixtures that break it: those named here, and no other. */
class RulesBiteTest {
    private static final String ROOT = "io.slicewise.architecture.fixture";
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(ROOT);
    /** A violation names first where it is. */
    private static final Pattern ORIGIN = Pattern.compile(Pattern.quote(ROOT) + "\\.[a-z.]*([A-Z]\\w*)");

    @TestFactory
    Stream<DynamicTest> everyRuleReportsWhatBreaksIt() {
        return Stream.of(
                bites(House::everyPackageIsOnAFloor, OnNoFloor.class),
                bites(House::importsGoDown, LooksUp.class),
                bites(House::publicNamesAreUnique, Twin.class),
                bites(House::chartsKnowTextsOnly, KnowsGpus.class),
                bites(House::launcherStandsAlone, LoadsTheHouse.class, NeedsTheLauncher.class),
                bites(House::javaFxIsInTheDesktopOnly, NeedsADisplay.class, Paints.class),
                bites(House::pureCodeKnowsNoCommandLine, ParsesArguments.class),
                bites(House::pureCodeAsksNoClock, AsksTheTime.class),
                bites(House::pureCodeAsksNoLocale, AsksTheLocale.class),
                bites(House::languagesAreNamedInTextOnly, NamesALanguage.class),
                bites(House::pureCodeTouchesNoFilesAndNoNetwork, ReadsFiles.class, CallsOut.class),
                bites(House::jacksonIsAtTheEdge, ParsesJson.class),
                bites(House::noJacksonAnnotations, Annotated.class),
                bites(House::noMutableStatics, Remembers.class),
                bites(House::ownPatternsOnly, RunsForeignPatterns.class),
                bites(House::workIsEndedByItsToken, StopsByItself.class),
                bites(House::onlyTheCommandLinePrints, Prints.class));
    }

    @Test
    void noRuleIsWithoutAFixture() {
        assertEquals(
                new House(ROOT).rules().size(), everyRuleReportsWhatBreaksIt().count());
    }

    @Test
    void everyCallThatAsksForTimeOrLocaleIsSeen() {
        assertEquals(5, details(new House(ROOT).pureCodeAsksNoClock()).size());
        assertEquals(4, details(new House(ROOT).pureCodeAsksNoLocale()).size());
        assertEquals(5, details(new House(ROOT).noMutableStatics()).size());
    }

    @Test
    void circlesAreSeenBetweenSiblingsAndBetweenAFolderAndWhatIsInIt() {
        String circles = Circles.rules(ROOT, FIXTURES).stream()
                .flatMap(rule -> details(rule).stream())
                .reduce("", (all, one) -> all + one + "\n");
        assertTrue(circles.contains("Slice one") && circles.contains("Slice two"), circles);
        assertTrue(circles.contains("Slice usage.part") && circles.contains("Slice usage "), circles);
    }

    private static DynamicTest bites(Function<House, ArchRule> choice, Class<?>... culprits) {
        ArchRule rule = choice.apply(new House(ROOT));
        return DynamicTest.dynamicTest(rule.getDescription(), () -> {
            Set<String> expected = new TreeSet<>();
            for (Class<?> culprit : culprits) {
                expected.add(culprit.getSimpleName());
            }
            assertEquals(expected, culprits(rule), () -> String.join("\n", details(rule)));
        });
    }

    private static Set<String> culprits(ArchRule rule) {
        Set<String> names = new TreeSet<>();
        for (String detail : details(rule)) {
            Matcher origin = ORIGIN.matcher(detail);
            assertTrue(origin.find(), detail);
            names.add(origin.group(1));
        }
        return names;
    }

    private static List<String> details(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().getDetails();
    }
}
