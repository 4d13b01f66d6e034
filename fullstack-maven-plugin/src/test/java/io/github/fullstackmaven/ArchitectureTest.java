package io.github.fullstackmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.stream.Stream;

/** Data goes one way through the packages. */
@AnalyzeClasses(
        packages = "io.github.fullstackmaven",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.fullstackmaven.";

    @ArchTest static final ArchRule mojo = mayUse("mojo", "config", "goal", "report", "model");

    @ArchTest
    static final ArchRule goal =
            mayUse(
                    "goal", "config", "plan", "detect", "scan", "check", "deploy", "build",
                    "render", "stages", "engine", "report", "host", "model");

    @ArchTest static final ArchRule config = mayUse("config", "plan", "model");
    @ArchTest static final ArchRule plan = mayUse("plan", "detect", "scan", "model");
    @ArchTest static final ArchRule detect = mayUse("detect", "scan", "model");
    @ArchTest static final ArchRule check = mayUse("check", "scan", "model");
    @ArchTest static final ArchRule scan = mayUse("scan", "model");
    @ArchTest static final ArchRule deploy = mayUse("deploy", "engine", "render", "model");

    @ArchTest
    static final ArchRule build = mayUse("build", "engine", "render", "check", "host", "model");

    @ArchTest static final ArchRule render = mayUse("render", "stages", "model");
    @ArchTest static final ArchRule stages = mayUse("stages", "model");
    @ArchTest static final ArchRule engine = mayUse("engine", "host", "model");
    @ArchTest static final ArchRule report = mayUse("report", "model");
    @ArchTest static final ArchRule host = mayUse("host", "model");
    @ArchTest static final ArchRule model = mayUse("model");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyMojosKnowMaven =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "mojo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..");

    @ArchTest
    static final ArchRule onlyTheHostStartsPrograms =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "host..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    static final ArchRule nothingIsCalledUtil =
            classes().should().resideOutsideOfPackages("..util..", "..utils..", "..helper..");

    private static ArchRule mayUse(String name, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(name), Arrays.stream(others))
                        .map(p -> ROOT + p + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate
                                .<com.tngtech.archunit.core.domain.JavaClass>describe(
                                        "are of another package of ours than "
                                                + Arrays.toString(others),
                                        c ->
                                                c.getPackageName().startsWith(ROOT)
                                                        && Arrays.stream(allowed)
                                                                .noneMatch(
                                                                        a ->
                                                                                (c.getPackageName()
                                                                                                + ".")
                                                                                        .startsWith(
                                                                                                a
                                                                                                        .substring(
                                                                                                                0,
                                                                                                                a
                                                                                                                                .length()
                                                                                                                        - 1)))))
                .allowEmptyShould(true)
                .as(
                        name
                                + " uses "
                                + (others.length == 0 ? "nothing" : String.join(", ", others))
                                + " alone");
    }
}
