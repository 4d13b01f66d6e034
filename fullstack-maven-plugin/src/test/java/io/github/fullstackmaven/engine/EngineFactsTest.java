package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EngineFactsTest {
    @Test
    void readsWhatDockerSays() {
        EngineFacts facts =
                EngineFacts.docker(
                        Inspected.parse(
                                "{\"MemoryLimit\":true,\"CpuCfsQuota\":false,\"PidsLimit\":true,"
                                        + "\"CgroupDriver\":\"cgroupfs\",\"CgroupVersion\":\"1\","
                                        + "\"SystemTime\":\"2026-11-28T12:00:00.5+01:00\","
                                        + "\"SecurityOptions\":[\"name=seccomp,profile=builtin\","
                                        + "\"name=rootless\"]}"));

        assertThat(facts.rootless()).isTrue();
        assertThat(facts.cgroups()).isEqualTo("v1, cgroupfs");
        assertThat(facts.unlimited()).containsExactly("cpus");
        assertThat(facts.clock()).contains(Instant.parse("2026-11-28T11:00:00.5Z"));
    }

    @Test
    void readsWhatPodmanSays() {
        EngineFacts facts =
                EngineFacts.podman(
                        Inspected.parse(
                                "{\"host\":{\"cgroupVersion\":\"v2\",\"cgroupManager\":\"systemd\","
                                        + "\"cgroupControllers\":[\"memory\",\"pids\"],"
                                        + "\"security\":{\"rootless\":false}}}"));

        assertThat(facts.rootless()).isFalse();
        assertThat(facts.cgroups()).isEqualTo("v2, systemd");
        assertThat(facts.unlimited()).containsExactly("cpus");
        assertThat(facts.clock()).isEmpty();
    }

    @Test
    void whatAnEngineDoesNotSayIsNotHeldAgainstIt() {
        EngineFacts facts = EngineFacts.docker(Inspected.parse("{}"));

        assertThat(facts.unlimited()).isEmpty();
        assertThat(facts.cgroups()).isEmpty();
    }

    @Test
    void withoutRootsRightsTheOldControlGroupsCanBeGivenToNobody() {
        assertThat(rootless("v1").unlimited()).containsExactly("memory", "cpus", "processes");
        assertThat(rootless("v1").howToLimit()).contains("systemd.unified_cgroup_hierarchy=1");
        assertThat(rootless("v2").howToLimit()).contains("Delegate=yes");
    }

    private static EngineFacts rootless(String cgroups) {
        return EngineFacts.podman(
                Inspected.parse(
                        "{\"host\":{\"cgroupVersion\":\""
                                + cgroups
                                + "\",\"cgroupManager\":\"cgroupfs\",\"cgroupControllers\":[],"
                                + "\"security\":{\"rootless\":true}}}"));
    }
}
