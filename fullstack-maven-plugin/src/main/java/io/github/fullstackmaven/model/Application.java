package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything in one repository that is deployed together.
 *
 * @param name lower case letters, digits and hyphens
 * @param environment as the user wrote it, {@code PRO}
 * @param domain the host name that the edge knows it by; absent: the edge's default application
 * @param layout how many containers a unit has
 * @param services the deployable parts, front end first
 * @param routes who answers which part of the URL space
 * @param variables what the back end finds in its environment, besides what the tool adds
 * @param envFiles the files that {@code variables} were read from, relative to the repository, in
 *     the order of precedence, weakest first
 * @param volumes storage that outlives releases
 * @param edge how it is reached
 * @param tls certificate and key; absent: HTTP alone
 * @param origins other origins that the page may use, by CSP directive ({@code connect-src} …)
 * @param timing time limits
 * @param resources limits of a unit
 * @param images names of images
 * @param retain how many past releases keep their image
 * @param surroundings hooks and the like
 */
public record Application(
        String name,
        String environment,
        Optional<String> domain,
        Layout layout,
        List<Service> services,
        List<Route> routes,
        Variables variables,
        List<String> envFiles,
        List<Volume> volumes,
        Edge edge,
        Optional<Tls> tls,
        Map<String, List<String>> origins,
        Timing timing,
        Resources resources,
        Images images,
        int retain,
        Surroundings surroundings) {
    private static final String HOME = "/app";

    /** Takes an application that has nothing around it. */
    public Application(
            String name,
            String environment,
            Optional<String> domain,
            Layout layout,
            List<Service> services,
            List<Route> routes,
            Variables variables,
            List<String> envFiles,
            List<Volume> volumes,
            Edge edge,
            Optional<Tls> tls,
            Map<String, List<String>> origins,
            Timing timing,
            Resources resources,
            Images images,
            int retain) {
        this(
                name,
                environment,
                domain,
                layout,
                services,
                routes,
                variables,
                envFiles,
                volumes,
                edge,
                tls,
                origins,
                timing,
                resources,
                images,
                retain,
                Surroundings.NONE);
    }

    public Application {
        Objects.requireNonNull(name);
        Objects.requireNonNull(environment);
        services = List.copyOf(services);
        routes = List.copyOf(routes);
        envFiles = List.copyOf(envFiles);
        volumes = List.copyOf(volumes);
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Returns the same application on another machine, whose name counts without a domain. */
    public Application on(String host) {
        return at(domain, tls, edge.on(host));
    }

    /** Returns the same application at another host name, certificate and edge. */
    public Application at(Optional<String> newDomain, Optional<Tls> newTls, Edge newEdge) {
        return but().domain(newDomain).tls(newTls).edge(newEdge).application();
    }

    /** Returns the same application with something around it. */
    public Application with(Surroundings others) {
        return but().surroundings(others).application();
    }

    /** Returns what makes an application that is like this one but for what is said. */
    public ApplicationBuilder but() {
        return new ApplicationBuilder(this);
    }

    /** Returns the environment as it stands in names of engine objects. */
    public String environmentId() {
        return environment.toLowerCase(Locale.ROOT);
    }

    /** Returns name and environment as messages say them: {@code shop (pro)}. */
    public String title() {
        return name + " (" + environmentId() + ")";
    }

    /** Returns {@code name-environment}: what names of engine objects are made of. */
    public String id() {
        return name + "-" + environmentId();
    }

    /**
     * Returns the engine's name of a named volume: no two applications or environments share one by
     * accident.
     */
    public String volumeName(String source) {
        return id() + "_" + source;
    }

    /** Returns the static front end, if there is one. */
    public Optional<Service> frontend() {
        return services.stream().filter(s -> s.kind() == ServiceKind.STATIC_FRONTEND).findFirst();
    }

    /** Returns the first back end, if there is one. */
    public Optional<Service> backend() {
        return services.stream().filter(Service::isBackend).findFirst();
    }

    /** Returns what runs as a process of its own, in the order of the services. */
    public List<Service> processes() {
        return services.stream().filter(Service::isProcess).toList();
    }

    /**
     * Returns the directory of a process inside the image, where it is started: {@code /app}, or a
     * directory below it when several are built. An image of the service's own says it itself.
     */
    public String home(Service service) {
        if (service.facts() instanceof DockerfileFacts own) {
            return own.directory().orElse(".");
        }
        long homes = processes().stream().filter(process -> process.partOf().isEmpty()).count();
        return homes > 1 ? HOME + "/" + service.partOf().orElse(service.name()) : HOME;
    }

    /** Returns true when a process comes with an image of its own, whatever that is made from. */
    public boolean hasOwnImage() {
        return services.stream().anyMatch(s -> s.facts() instanceof DockerfileFacts);
    }

    /** Returns what answers {@code /}: the front end, or a back end that has the pages itself. */
    public Optional<Service> root() {
        return routes.stream()
                .filter(route -> route.path().equals("/"))
                .findFirst()
                .flatMap(route -> service(route.service()));
    }

    /** Returns a service by its name. */
    public Optional<Service> service(String serviceName) {
        return services.stream().filter(s -> s.name().equals(serviceName)).findFirst();
    }

    /** Returns the route of a service, if it has one. */
    public Optional<Route> route(Service service) {
        return routes.stream().filter(r -> r.service().equals(service.name())).findFirst();
    }

    /** Returns the application's own origin as a browser sees it, without a trailing slash. */
    public String publicUrl() {
        String host = publicHost();
        if (tls.isPresent()) {
            return "https://" + host + (edge.httpsPort() == 443 ? "" : ":" + edge.httpsPort());
        }
        return "http://" + host + (edge.httpPort() == 80 ? "" : ":" + edge.httpPort());
    }

    /** Returns the name under which users find it. */
    public String publicHost() {
        return domain.orElse(edge.host());
    }
}
