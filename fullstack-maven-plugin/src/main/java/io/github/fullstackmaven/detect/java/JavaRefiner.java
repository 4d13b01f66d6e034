package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.JavaFacts.Packaging;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into a module of a Maven or Gradle project that is a program. */
public final class JavaRefiner {
    private final Manifests manifests;
    private final RuleBook rules;

    public JavaRefiner(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns what was found. */
    public Answer answer(Site site, Hints hints) {
        Optional<JavaProject> found = new JavaProjects(manifests).of(site.path());
        Optional<JavaModule> known = found.flatMap(project -> project.module(site.path()));
        if (known.isEmpty()) {
            return new Answer(bare(site), List.of(), List.of());
        }
        JavaProject project = found.get();
        JavaModule module = known.get();
        List<Finding> findings = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        evidence.add(new Evidence(module.manifest(), "java." + project.tool()));
        Framework framework = Framework.of(site.framework());
        Configuration configuration =
                Configuration.of(manifests, module.directory(), framework.places());
        MainClasses classes = new MainClasses(manifests.tree(), module.directory());
        Packaging packaging = Packagings.of(project, module);
        // A framework with settings of its own is not told the port by a source.
        SourcePort sources = new SourcePort(framework.takesPort() ? List.of() : classes.sources());
        Optional.of(module.manifest())
                .filter(manifest -> framework.takesPort())
                .or(sources::variable)
                .ifPresent(file -> evidence.add(new Evidence(file, "java.port-variable")));
        Start start = new JavaStart(module, packaging, classes).start();
        if (start.argv().isEmpty() && !hints.ownBuild()) {
            findings.add(withoutMainClass(module, classes.names()));
        }
        if (servlets(module, packaging)) {
            findings.add(forContainers(module));
        }
        JavaVersion versions = new JavaVersion(manifests.tree());
        List<ToolVersion> version =
                versions.read(module, project.directory()).map(List::of).orElse(List.of());
        findings.addAll(versions.findings());
        String command = new BuildCommand(project, module, packaging).text();
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .packageManager(Optional.of(project.tool()))
                        .versions(version)
                        .build(List.of(command))
                        .start(start)
                        .port(port(site, framework, configuration, sources))
                        .health(
                                new HealthReader(module, framework, configuration)
                                        .read(classes.sources()))
                        .variables(framework.variables())
                        .facts(
                                new JavaFacts(
                                        project.directory(),
                                        RepositoryPath.relative(
                                                project.directory(), module.directory()),
                                        project.modules().stream()
                                                .map(
                                                        m ->
                                                                RepositoryPath.relative(
                                                                        project.directory(),
                                                                        m.directory()))
                                                .sorted()
                                                .toList(),
                                        project.wrapper(),
                                        packaging,
                                        MavenPreparation.of(manifests, project, command)))
                        .accuracy(site.accuracy())
                        .evidence(evidence.stream().distinct().toList())
                        .service();
        return new Answer(service, List.of(), findings);
    }

    private Optional<Sourced<Integer>> port(
            Site site, Framework framework, Configuration configuration, SourcePort sources) {
        return configuration
                .get(framework.ports().toArray(String[]::new))
                .filter(port -> port.value().matches("[1-9][0-9]{1,4}"))
                .map(port -> port.map(Integer::parseInt))
                .or(sources::read)
                .or(() -> site.framework().flatMap(rules::usualPort));
    }

    /** A war without a server of its own is deployed into somebody's server. */
    private static boolean servlets(JavaModule module, Packaging packaging) {
        return module.packaging().equals("war")
                && (packaging == Packaging.THIN || packaging == Packaging.DISTRIBUTION);
    }

    private static Finding forContainers(JavaModule module) {
        return Finding.error(
                        "FS-JAVA-004",
                        "is packaged as a war for a server of its own, which is not built by this"
                                + " version",
                        "give the service a Dockerfile of its own")
                .at(module.manifest());
    }

    private static Finding withoutMainClass(JavaModule module, List<String> names) {
        return Finding.error(
                        "FS-JAVA-003",
                        names.isEmpty()
                                ? "no class of the module has a main method"
                                : "several classes have a main method: " + String.join(", ", names),
                        "name the class in the manifest of the jar: mainClass of maven-jar-plugin,"
                                + " or application.mainClass in Gradle")
                .at(module.manifest());
    }

    private static Service bare(Site site) {
        return Service.at(site.path(), site.kind(), site.ecosystem())
                .framework(site.framework())
                .accuracy(site.accuracy())
                .evidence(site.evidence())
                .service();
    }
}
