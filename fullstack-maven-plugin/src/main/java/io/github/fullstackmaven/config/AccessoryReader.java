package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.plan.AccessoryRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code <accessories>}. Every element that is of no use is reported. */
final class AccessoryReader {
    private static final String ACCESSORY = "accessory";
    private static final String VARIABLES = "variables";
    private static final String VOLUME = "volume";
    private static final Set<String> TEXTS =
            Set.of("name", "image", "user", "passed", "health", "memory", "cpus", "command");

    private final List<Finding> findings;

    AccessoryReader(List<Finding> findings) {
        this.findings = findings;
    }

    List<AccessoryRequest> read(List<Element> elements) {
        known(elements, Set.of(ACCESSORY), "element in <accessories>");
        List<AccessoryRequest> accessories = new ArrayList<>();
        elements.stream()
                .filter(e -> e.name().equals(ACCESSORY))
                .forEach(e -> accessory(e, accessories));
        return accessories;
    }

    private void accessory(Element element, List<AccessoryRequest> accessories) {
        List<String> names = new ArrayList<>(TEXTS);
        names.addAll(List.of(VARIABLES, VOLUME));
        known(element.children(), Set.copyOf(names), "element in <accessory>");
        String name = element.text("name").orElse("");
        for (String needed : List.of("name", "image")) {
            if (element.text(needed).isEmpty()) {
                findings.add(
                        Finding.error(
                                        "FS-ACCESSORY-009",
                                        "an accessory has no <" + needed + ">",
                                        "say it: <name>db</name>"
                                                + " <image>docker.io/library/postgres:17</image>")
                                .at("<accessory> " + name));
                return;
            }
        }
        once(element, name);
        accessories.add(
                new AccessoryRequest(
                        name,
                        element.text("image").orElseThrow(),
                        element.text("user"),
                        variables(element),
                        element.texts("passed").stream()
                                .flatMap(t -> RequestReader.commaSeparated(t).stream())
                                .toList(),
                        element.texts(VOLUME),
                        element.text("health"),
                        resources(element),
                        element.text("command")));
    }

    private void known(List<Element> elements, Set<String> names, String kind) {
        findings.addAll(
                new KnownNames(names).check(elements.stream().map(Element::name).toList(), kind));
    }

    private void once(Element element, String name) {
        Set<String> seen = new HashSet<>();
        for (Element child : element.children()) {
            if (!child.name().equals(VOLUME) && !seen.add(child.name())) {
                findings.add(
                        Finding.error(
                                        "FS-ACCESSORY-010",
                                        "<" + child.name() + "> stands there twice",
                                        "take one of them out")
                                .at("<accessory> " + name));
            }
        }
    }

    /** An empty element has an empty value. */
    private static Map<String, String> variables(Element element) {
        Map<String, String> variables = new LinkedHashMap<>();
        element.children().stream()
                .filter(child -> child.name().equals(VARIABLES))
                .flatMap(child -> child.children().stream())
                .forEach(variable -> variables.put(variable.name(), variable.text()));
        return variables;
    }

    private Resources resources(Element element) {
        Map<String, String> texts = new HashMap<>();
        element.text("memory").ifPresent(v -> texts.put("memory", v));
        element.text("cpus").ifPresent(v -> texts.put("cpus", v));
        Values values = new Values(Settings.of(Map.of(), Map.of(), texts, Map.of()), findings);
        return new Resources(values.memory(), values.cpus(), 1, RequestLimits.DEFAULT);
    }
}
