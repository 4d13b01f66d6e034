package io.github.fullstackmaven.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The names of a unit's containers.
 *
 * @param name the unit's own name, which is that of the container that the edge talks to
 * @param processes the containers of its processes, in the order of their start; empty where all
 *     run in one
 */
public record UnitName(String name, List<String> processes) {
    public UnitName {
        processes = List.copyOf(processes);
    }

    /** Returns the name of a unit of one container. */
    public static UnitName of(String name) {
        return new UnitName(name, List.of());
    }

    /** Returns all containers in the order of their start: what is asked comes before who asks. */
    List<String> starting() {
        List<String> all = new ArrayList<>(processes);
        all.add(name);
        return List.copyOf(all);
    }

    /** Returns all containers in the order of their end: what is asked outlives who asks. */
    List<String> stopping() {
        List<String> all = new ArrayList<>(starting());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** Returns the name with what else belongs to it: {@code shop-pro-r3 (gateway, api)}. */
    @Override
    public String toString() {
        if (processes.isEmpty()) {
            return name;
        }
        List<String> roles = new ArrayList<>(List.of("gateway"));
        processes.forEach(
                p -> roles.add(p.startsWith(name + "-") ? p.substring(name.length() + 1) : p));
        return name + " (" + String.join(", ", roles) + ")";
    }
}
