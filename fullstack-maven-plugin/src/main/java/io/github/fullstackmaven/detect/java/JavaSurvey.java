package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the programs among the modules of Maven and Gradle projects. */
public final class JavaSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public JavaSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites below directories that hold a manifest. */
    public List<Site> sites(List<String> directories) {
        JavaProjects projects = new JavaProjects(manifests);
        Set<String> seen = new HashSet<>();
        List<Site> sites = new ArrayList<>();
        List<String> upperFirst =
                directories.stream().sorted(Comparator.comparingInt(String::length)).toList();
        for (String directory : upperFirst) {
            Optional<JavaProject> project =
                    seen.contains(directory) ? Optional.empty() : projects.at(directory);
            project.ifPresent(
                    found -> {
                        found.modules().forEach(module -> seen.add(module.directory()));
                        sites.addAll(of(found));
                    });
        }
        return sites;
    }

    /** Returns the site of a directory that the user names: a root, or one of its modules. */
    public Optional<Site> at(String directory) {
        Optional<JavaProject> project = new JavaProjects(manifests).of(directory);
        List<Site> sites = project.map(this::of).orElse(List.of());
        return sites.stream()
                .filter(site -> site.path().equals(directory))
                .findFirst()
                .or(() -> sites.size() == 1 ? Optional.of(sites.get(0)) : Optional.empty())
                .or(() -> project.flatMap(p -> p.module(directory)).flatMap(this::site));
    }

    private List<Site> of(JavaProject project) {
        List<JavaModule> programs = new Programs(manifests.tree(), project).find();
        return programs.stream().map(this::site).flatMap(Optional::stream).toList();
    }

    private Optional<Site> site(JavaModule module) {
        Map<String, String> values = new TreeMap<>();
        values.put("packaging", module.packaging());
        module.mainClass().ifPresent(name -> values.put("main", name));
        return rules.site(
                new DirectoryFacts(
                        manifests.tree(),
                        module.directory(),
                        module.declared(),
                        values,
                        module.manifest()));
    }
}
