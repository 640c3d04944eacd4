package io.slicewise.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/**
 * The rules of the house, for the packages below a root: {@code io.slicewise} itself, and fixtures that break them.
 *
 * <p>A rule about a floor that has no class yet holds, and bites from its first class on.
 */
final class House {
    /** From the top down: what stands earlier may import what stands later, never the reverse. */
    static final List<String> FLOORS = List.of(
            "desktop",
            "cli",
            "report",
            "document",
            "samples",
            "live",
            "page",
            "exhibit",
            "chart",
            "story",
            "commands",
            "promql",
            "snapshot",
            "scenario",
            "planning",
            "usage",
            "fleet",
            "mig",
            "json",
            "text",
            "work");

    private static final List<String> PURE = List.of(
            "work",
            "text",
            "mig",
            "fleet",
            "usage",
            "scenario",
            "planning",
            "story",
            "commands",
            "promql",
            "chart",
            "exhibit",
            "page");
    private static final List<String> WITH_JACKSON = List.of("json", "snapshot", "document", "live", "cli", "desktop");
    private static final String LAUNCHER = "launcher";
    private static final String[] JAVAFX = {"javafx..", "com.sun.javafx..", "org.controlsfx..", "impl.org.controlsfx.."
    };
    private static final Set<String> MUTABLE = Set.of(
            "java.lang.StringBuilder",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.HashSet",
            "java.util.BitSet",
            "java.util.concurrent.ConcurrentHashMap");

    private final String root;

    House(String root) {
        this.root = root;
    }

    List<ArchRule> rules() {
        return List.of(
                everyPackageIsOnAFloor(),
                importsGoDown(),
                publicNamesAreUnique(),
                chartsKnowTextsOnly(),
                launcherStandsAlone(),
                javaFxIsInTheDesktopOnly(),
                pureCodeKnowsNoCommandLine(),
                pureCodeAsksNoClock(),
                pureCodeAsksNoLocale(),
                languagesAreNamedInTextOnly(),
                pureCodeTouchesNoFilesAndNoNetwork(),
                jacksonIsAtTheEdge(),
                noJacksonAnnotations(),
                noMutableStatics(),
                ownPatternsOnly(),
                workIsEndedByItsToken(),
                onlyTheCommandLinePrints());
    }

    ArchRule everyPackageIsOnAFloor() {
        return classes()
                .should(satisfy("be on a floor", (type, events) -> {
                    String floor = floor(type);
                    if (!floor.isEmpty() && !floor.equals(LAUNCHER) && !FLOORS.contains(floor)) {
                        violated(events, type, type.getName() + " is in " + floor + ", which is no floor");
                    }
                }))
                .because("a package that is on no floor has no rule about what it may import: name its floor in House");
    }

    ArchRule importsGoDown() {
        return classes()
                .should(satisfy("import from their own floor and those below only", (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass();
                        if (!isLauncher(type) && isInHouse(target) && height(target) > height(type)) {
                            violated(events, dependency, dependency.getDescription());
                        }
                    }
                }))
                .because("what is below is understood, tested and reused without what is above");
    }

    ArchRule publicNamesAreUnique() {
        Map<String, JavaClass> named = new HashMap<>();
        return classes()
                .that(describe(
                        "are public and stand by themselves",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass()))
                .should(satisfy("have a name of their own", (type, events) -> {
                    JavaClass other = named.putIfAbsent(type.getSimpleName(), type);
                    if (other != null && !other.equals(type)) {
                        violated(events, type, type.getName() + " is called like " + other.getName());
                    }
                }))
                .allowEmptyShould(true)
                .because("a name that stands for two things has to be looked up each time it is read");
    }

    ArchRule chartsKnowTextsOnly() {
        return noClasses()
                .that(on("chart"))
                .should()
                .dependOnClassesThat(describe(
                        "are in the house, but neither in chart nor in text",
                        type -> isInHouse(type) && !Set.of("chart", "text").contains(floor(type))))
                .allowEmptyShould(true)
                .because("a chart draws any series: whoever has the figures makes the spec");
    }

    ArchRule launcherStandsAlone() {
        return classes()
                .should(satisfy("not cross the line between the launcher and the rest", (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass();
                        if (isInHouse(target) && isLauncher(type) != isLauncher(target)) {
                            violated(events, dependency, dependency.getDescription());
                        }
                    }
                }))
                .because("the launcher runs on an old Java, which cannot load the rest");
    }

    ArchRule javaFxIsInTheDesktopOnly() {
        return noClasses()
                .that(describe("are in the house, but not in desktop", this::isOutsideOfDesktop))
                .should()
                .dependOnClassesThat(resideInAnyPackage(JAVAFX))
                .allowEmptyShould(true)
                .because("figures, reports and the command line work without a display and without starting JavaFX");
    }

    ArchRule pureCodeKnowsNoCommandLine() {
        return noClasses()
                .that(pure())
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .allowEmptyShould(true)
                .because("how something was asked for does not change the answer");
    }

    ArchRule pureCodeAsksNoClock() {
        return noClasses()
                .that(pure())
                .should()
                .callCodeUnitWhere(describe("asks what time it is", House::asksTheTime))
                .allowEmptyShould(true)
                .because("the same input gives the same figures; a time is an argument");
    }

    ArchRule pureCodeAsksNoLocale() {
        return noClasses()
                .that(pure())
                .should()
                .callCodeUnitWhere(describe("uses the default locale or time zone", House::asksTheLocale))
                .allowEmptyShould(true)
                .because("a language is an argument, and numbers in files look the same on every machine");
    }

    ArchRule languagesAreNamedInTextOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.slicewise.text..")
                .should()
                .accessFieldWhere(describe(
                        "names one language",
                        access -> access.getTargetOwner().getName().equals("io.slicewise.text.Language")))
                .allowEmptyShould(true)
                .because("another language is one more value in Language and its words, and no search for comparisons");
    }

    ArchRule pureCodeTouchesNoFilesAndNoNetwork() {
        return noClasses()
                .that(pure())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.net.http..")
                        .or(oneOf(
                                File.class,
                                FileChannel.class,
                                FileInputStream.class,
                                FileOutputStream.class,
                                FileReader.class,
                                Files.class,
                                FileWriter.class,
                                ProcessBuilder.class,
                                RandomAccessFile.class)))
                .allowEmptyShould(true)
                .because("reading and writing is the edge's work; pure code gets text and returns values");
    }

    ArchRule jacksonIsAtTheEdge() {
        return noClasses()
                .that(describe("are not at the edge", type -> isInHouse(type) && !WITH_JACKSON.contains(floor(type))))
                .should()
                .dependOnClassesThat(resideInAPackage("tools.jackson.."))
                .allowEmptyShould(true)
                .because("JSON is a format of files, not a shape of the domain");
    }

    ArchRule noJacksonAnnotations() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml.jackson.annotation..", "tools.jackson.databind.annotation.."))
                .because("a renamed field must not silently change a file that others read");
    }

    ArchRule ownPatternsOnly() {
        return noClasses()
                .should()
                .callCodeUnitWhere(describe("makes a pattern after its class was loaded", House::makesPatternLate))
                .because("a pattern that comes from outside may never come back in java.util.regex: it runs in RE2/J");
    }

    ArchRule workIsEndedByItsToken() {
        return noClasses()
                .that(describe(
                        "are in the house, but not in work",
                        type -> isInHouse(type) && !floor(type).equals("work")))
                .should()
                .callConstructorWhere(describe(
                        "makes an exception that ends work",
                        call -> call.getTargetOwner().isEquivalentTo(CancellationException.class)))
                .allowEmptyShould(true)
                .because("one kind of token ends all work: whoever starts it cancels that, and need not know what it"
                        + " does");
    }

    ArchRule noMutableStatics() {
        return fields().that(describe("are static", House::isWrittenStatic))
                .should(new ArchCondition<>("never change") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (isMutable(field)) {
                            violated(events, field, field.getDescription() + " can change");
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("state that everybody shares makes two documents, or two tests, know of each other");
    }

    ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that(describe(
                        "are not the command line",
                        type -> !Set.of("", "cli", LAUNCHER).contains(floor(type))))
                .should()
                .accessField(System.class, "out")
                .because("what the command line prints is read by programs; nothing else may get between");
    }

    private DescribedPredicate<JavaClass> on(String floor) {
        return describe("are on floor " + floor, type -> floor(type).equals(floor));
    }

    private DescribedPredicate<JavaClass> pure() {
        return describe("are pure", type -> isInHouse(type) && PURE.contains(floor(type)));
    }

    private boolean isOutsideOfDesktop(JavaClass type) {
        return isInHouse(type) && !Set.of("", "desktop").contains(floor(type));
    }

    private boolean isLauncher(JavaClass type) {
        return floor(type).equals(LAUNCHER);
    }

    private boolean isInHouse(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The first folder below the root; empty for the root itself. */
    private String floor(JavaClass type) {
        String name = type.getPackageName();
        return name.length() <= root.length()
                ? ""
                : name.substring(root.length() + 1).split("\\.", 2)[0];
    }

    /** How high up a class is; the root, which is above all floors, is highest. The launcher is beside the house. */
    private int height(JavaClass type) {
        return switch (floor(type)) {
            case "" -> FLOORS.size();
            case LAUNCHER -> 0;
            default -> FLOORS.size() - 1 - FLOORS.indexOf(floor(type));
        };
    }

    private static boolean asksTheTime(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        return (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(name))
                || (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.isEquivalentTo(Date.class)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }

    /** Elsewhere than where a class, or the constants of an enum, are made. */
    private static boolean makesPatternLate(JavaCall<?> call) {
        JavaCodeUnit origin = call.getOrigin();
        return call.getTargetOwner().isEquivalentTo(Pattern.class)
                && Set.of("compile", "matches").contains(call.getName())
                && !(origin instanceof JavaStaticInitializer)
                && !(origin instanceof JavaConstructor && origin.getOwner().isEnum());
    }

    private static boolean asksTheLocale(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean withoutLocale = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(Locale.class));
        return (owner.isEquivalentTo(Locale.class) && call.getName().equals("getDefault"))
                || (owner.isEquivalentTo(TimeZone.class) && call.getName().equals("getDefault"))
                || (owner.isEquivalentTo(String.class)
                        && withoutLocale
                        && Set.of("format", "formatted", "toUpperCase", "toLowerCase")
                                .contains(call.getName()));
    }

    private static DescribedPredicate<JavaClass> oneOf(Class<?>... types) {
        return describe("are about files", type -> List.of(types).stream().anyMatch(type::isEquivalentTo));
    }

    private static boolean isWrittenStatic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isMutable(JavaField field) {
        String type = field.getRawType().getName();
        boolean openArray =
                field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || openArray
                || MUTABLE.contains(type)
                || type.startsWith("java.util.concurrent.atomic.")
                || type.startsWith("javafx.beans.property.");
    }

    private interface Check {
        void accept(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> satisfy(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    private static void violated(ConditionEvents events, Object place, String message) {
        events.add(SimpleConditionEvent.violated(place, message));
    }
}
