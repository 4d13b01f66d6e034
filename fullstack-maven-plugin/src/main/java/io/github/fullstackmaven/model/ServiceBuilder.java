package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a {@link Service} together; what is not said is not known. */
public final class ServiceBuilder {
    private String path;
    private ServiceKind kind;
    private final Ecosystem ecosystem;
    private String name;
    private Optional<String> framework = Optional.empty();
    private Optional<String> packageManager = Optional.empty();
    private List<ToolVersion> versions = List.of();
    private List<String> install = List.of();
    private List<String> build = List.of();
    private boolean buildSetByUser;
    private Optional<String> output = Optional.empty();
    private Start start = new Start("none", List.of(), Optional.empty());
    private Optional<Sourced<Integer>> port = Optional.empty();
    private Optional<Health> health = Optional.empty();
    private Map<String, String> variables = Map.of();
    private Optional<String> partOf = Optional.empty();
    private BuildFacts facts = new BuildFacts.None();
    private Accuracy accuracy = Accuracy.LOW;
    private List<Evidence> evidence = List.of();

    ServiceBuilder(String path, ServiceKind kind, Ecosystem ecosystem) {
        this.path = path;
        this.kind = kind;
        this.ecosystem = ecosystem;
        this.name = path.substring(path.lastIndexOf('/') + 1);
    }

    /** Sets the directory. */
    public ServiceBuilder path(String value) {
        this.path = value;
        return this;
    }

    /** Sets what it is for. */
    public ServiceBuilder kind(ServiceKind value) {
        this.kind = value;
        return this;
    }

    /** Sets the name; without, it is the directory's. */
    public ServiceBuilder name(String value) {
        this.name = value;
        return this;
    }

    /** Sets the framework's id. */
    public ServiceBuilder framework(Optional<String> value) {
        this.framework = value;
        return this;
    }

    /** Sets the package manager. */
    public ServiceBuilder packageManager(Optional<String> value) {
        this.packageManager = value;
        return this;
    }

    /** Sets the versions of its tools. */
    public ServiceBuilder versions(List<ToolVersion> value) {
        this.versions = value;
        return this;
    }

    /** Sets the commands that install dependencies. */
    public ServiceBuilder install(List<String> value) {
        this.install = value;
        return this;
    }

    /** Sets the commands that build it. */
    public ServiceBuilder build(List<String> value) {
        this.build = value;
        return this;
    }

    /** Says whether the build commands are the user's own. */
    public ServiceBuilder buildSetByUser(boolean value) {
        this.buildSetByUser = value;
        return this;
    }

    /** Sets what the build leaves. */
    public ServiceBuilder output(Optional<String> value) {
        this.output = value;
        return this;
    }

    /** Sets how it is started. */
    public ServiceBuilder start(Start value) {
        this.start = value;
        return this;
    }

    /** Sets where it listens. */
    public ServiceBuilder port(Optional<Sourced<Integer>> value) {
        this.port = value;
        return this;
    }

    /** Sets where it says that it is well. */
    public ServiceBuilder health(Optional<Health> value) {
        this.health = value;
        return this;
    }

    /** Sets what its framework wants in its environment. */
    public ServiceBuilder variables(Map<String, String> value) {
        this.variables = value;
        return this;
    }

    /** Sets the service whose build it shares. */
    public ServiceBuilder partOf(Optional<String> value) {
        this.partOf = value;
        return this;
    }

    /** Sets what its stages need besides. */
    public ServiceBuilder facts(BuildFacts value) {
        this.facts = value;
        return this;
    }

    /** Sets how sure the detector is. */
    public ServiceBuilder accuracy(Accuracy value) {
        this.accuracy = value;
        return this;
    }

    /** Sets why. */
    public ServiceBuilder evidence(List<Evidence> value) {
        this.evidence = value;
        return this;
    }

    /** Returns the service. */
    public Service service() {
        return new Service(
                name,
                path,
                kind,
                ecosystem,
                framework,
                packageManager,
                versions,
                install,
                build,
                buildSetByUser,
                output,
                start,
                port,
                health,
                variables,
                partOf,
                facts,
                accuracy,
                evidence);
    }
}
