package io.slicewise.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules against circles of packages: between single packages, and between folders with all that is in them. */
final class Circles {
    private static final String REASON = "two packages that need each other are one package with two names";

    private Circles() {}

    /** One rule for single packages, and one for each folder, about the folders in it. */
    static List<ArchRule> rules(String root, JavaClasses classes) {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(rule(root + ".(**)"));
        for (String folder : folders(root, classes)) {
            rules.add(rule(folder + ".(*).."));
        }
        return rules;
    }

    private static Set<String> folders(String root, JavaClasses classes) {
        Set<String> folders = new TreeSet<>(Set.of(root));
        for (JavaClass type : classes) {
            String folder = type.getPackageName();
            while (folder.length() > root.length()) {
                folders.add(folder);
                folder = folder.substring(0, folder.lastIndexOf('.'));
            }
        }
        return folders;
    }

    private static ArchRule rule(String packages) {
        return slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because(REASON);
    }
}
