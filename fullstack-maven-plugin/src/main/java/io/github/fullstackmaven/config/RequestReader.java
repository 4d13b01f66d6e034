package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.plan.AccessoriesRequest;
import io.github.fullstackmaven.plan.HooksRequest;
import io.github.fullstackmaven.plan.Request;
import io.github.fullstackmaven.plan.ServiceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns settings into a request. Every value that has a wrong form is reported, not only the first
 * one.
 */
public final class RequestReader {
    private final Settings settings;
    private final Context context;
    private final Location location;
    private final List<Finding> findings = new ArrayList<>();
    private final Values values;

    public RequestReader(Settings settings, Context context, Location location) {
        this.settings = settings;
        this.context = context;
        this.location = location;
        this.values = new Values(settings, findings);
    }

    /**
     * Reads the request.
     *
     * @param lists what only elements can hold: structured values, under their element's name
     * @throws FullstackException naming every setting of a wrong form
     */
    public Request read(Structured lists) {
        Sourced<String> name = name();
        Sourced<String> environment = settings.text("env").orElse(Sourced.byDefault("DEV"));
        SecretsReader secrets = new SecretsReader(settings, this::resolved, findings);
        Request request =
                new Request(
                        name,
                        environment,
                        values.flag("strict")
                                .map(Sourced::value)
                                .orElse(!environment.value().equalsIgnoreCase("DEV")),
                        ignored(),
                        settings.text("domain").map(s -> s.map(v -> v.toLowerCase(Locale.ROOT))),
                        values.port("httpPort").orElse(Sourced.byDefault(8080)),
                        values.port("httpsPort").orElse(Sourced.byDefault(8443)),
                        file("tlsCertificate"),
                        file("tlsKey"),
                        service("frontend"),
                        backends(lists),
                        settings.text("apiPrefix"),
                        values.flag("apiStripPrefix"),
                        lists.allowedOrigins(),
                        settings.text("envFile").map(s -> commaSeparated(s.value())),
                        lists.variables(),
                        volumes(lists),
                        layout(),
                        builder("builder").orElse(Sourced.byDefault(Builder.NATIVE)),
                        edgeManaged(),
                        settings.text("image").orElseGet(() -> image(name, environment)),
                        settings.text("baseRegistry").map(Sourced::value),
                        lists.baseImages(),
                        secrets.forTheBuild(),
                        timing(),
                        resources(),
                        values.number("retain", 1, 1000).map(Sourced::value).orElse(3),
                        hooks(),
                        secrets.atRunTime(),
                        secrets.variables(),
                        accessories(lists));
        refuseWhatComesLater();
        if (!findings.isEmpty()) {
            throw FullstackException.project(findings.stream().sorted(Finding.ORDER).toList());
        }
        return request;
    }

    private Sourced<String> name() {
        return settings.text("name").orElseGet(this::nameByDefault);
    }

    private Sourced<String> nameByDefault() {
        if (context.artifact().isPresent() && context.directory().equals(location.monorepo())) {
            return new Sourced<>(ApplicationName.of(context.artifact().get().id()), "artifactId");
        }
        Path directory = location.monorepo().getFileName();
        return new Sourced<>(
                ApplicationName.of(directory == null ? "" : directory.toString()),
                "directory name");
    }

    private Sourced<String> image(Sourced<String> name, Sourced<String> environment) {
        boolean own =
                context.artifact().isPresent() && context.directory().equals(location.monorepo());
        String tag =
                own
                        ? context.artifact().get().version()
                        : environment.value().toLowerCase(Locale.ROOT);
        return Sourced.byDefault(name.value() + ":" + tag.replaceAll("[^A-Za-z0-9_.-]", "-"));
    }

    private Optional<Sourced<String>> file(String name) {
        return settings.text(name).map(s -> s.map(this::resolved));
    }

    private String resolved(String file) {
        return context.directory().resolve(file).toAbsolutePath().normalize().toString();
    }

    private ServiceRequest service(String role) {
        return new ServiceRequest(
                settings.text(role + "Name"),
                settings.text(role + "Dir"),
                settings.text(role + "Build"),
                settings.text(role + "Output"),
                settings.text(role + "Start"),
                values.port(role + "Port"),
                settings.text(role + "Health"),
                settings.text(role + "ApiPrefix"),
                values.flag(role + "ApiStripPrefix"),
                builder(role + "Builder"));
    }

    private List<ServiceRequest> backends(Structured lists) {
        if (lists.backends().isEmpty()) {
            ServiceRequest one = service("backend");
            return one.equals(ServiceRequest.DETECTED) ? List.of() : List.of(one);
        }
        List<ServiceRequest> all = new ArrayList<>();
        for (Backend backend : lists.backends()) {
            Settings own = Settings.of(Map.of(), Map.of(), Map.of(), backend.flat());
            RequestReader reader = new RequestReader(own, context, location);
            all.add(reader.service("backend"));
            findings.addAll(reader.findings);
        }
        return all;
    }

    private Map<String, String> ignored() {
        Map<String, String> ignored = new LinkedHashMap<>();
        settings.text("ignoreFindings")
                .ifPresent(
                        s -> {
                            for (String part : s.value().split(";")) {
                                String[] idAndReason = part.strip().split("\\s*[:=]\\s*", 2);
                                if (idAndReason.length < 2 || idAndReason[1].isBlank()) {
                                    findings.add(
                                            Finding.error(
                                                            "FS-CONFIG-006",
                                                            "'" + part.strip() + "' has no reason",
                                                            "write ID: reason, several separated by"
                                                                    + " semicolons")
                                                    .at(s.source()));
                                } else {
                                    ignored.put(idAndReason[0], idAndReason[1]);
                                }
                            }
                        });
        return ignored;
    }

    private List<Sourced<String>> volumes(Structured lists) {
        List<Sourced<String>> volumes = new ArrayList<>();
        Optional<Sourced<String>> property = settings.text("volumes");
        if (property.isPresent()) {
            commaSeparated(property.get().value())
                    .forEach(v -> volumes.add(new Sourced<>(v, property.get().source())));
        } else {
            lists.volumes().forEach(v -> volumes.add(new Sourced<>(v, "<volumes>")));
        }
        return volumes;
    }

    private Sourced<Layout> layout() {
        return values.choice("layout", "single", List.of("single", "split"))
                .map(l -> Layout.valueOf(l.toUpperCase(Locale.ROOT)));
    }

    private Optional<Sourced<Builder>> builder(String name) {
        return settings.text(name).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        values.choice(name, Builder.NATIVE.id(), List.of("native", "nix"))
                                .map(id -> Builder.valueOf(id.toUpperCase(Locale.ROOT))));
    }

    private boolean edgeManaged() {
        return values.choice("edge", "managed", List.of("managed", "none"))
                .value()
                .equals("managed");
    }

    private Timing timing() {
        Timing standard = Timing.DEFAULT;
        return new Timing(
                values.duration("buildTimeout", standard.build(), Duration.ofMillis(100)),
                values.duration("readyTimeout", standard.ready(), Duration.ofMillis(100)),
                values.duration("watchTimeout", standard.watch(), Duration.ZERO),
                values.duration("drainTimeout", standard.drain(), Duration.ZERO),
                values.duration("stopTimeout", standard.stop(), Duration.ZERO),
                values.duration("lockWait", standard.lockWait(), Duration.ZERO));
    }

    private HooksRequest hooks() {
        return new HooksRequest(
                settings.text("preDeploy"),
                settings.text("postDeploy"),
                values.duration("hookTimeout", Hooks.LIMIT, Duration.ofSeconds(1)));
    }

    private AccessoriesRequest accessories(Structured lists) {
        List<Sourced<String>> recreated = new ArrayList<>();
        settings.text("recreateAccessories")
                .ifPresent(
                        s -> commaSeparated(s.value()).forEach(n -> recreated.add(s.map(v -> n))));
        return new AccessoriesRequest(
                new AccessoryReader(findings).read(lists.accessories()), recreated);
    }

    private Resources resources() {
        return new Resources(
                values.memory(),
                values.cpus(),
                values.number("replicas", 1, 1000).map(Sourced::value).orElse(1),
                requestLimits());
    }

    private RequestLimits requestLimits() {
        Optional<Sourced<Integer>> rate = values.number("rateLimit", 1, 1_000_000);
        RequestLimits standard = RequestLimits.DEFAULT;
        return new RequestLimits(
                rate.isPresent() ? OptionalInt.of(rate.get().value()) : OptionalInt.empty(),
                values.size("maxBodySize").orElse(standard.maxBody()),
                values.duration("requestTimeout", standard.answer(), Duration.ofSeconds(1)));
    }

    /**
     * What the manual announces and this version cannot do yet is refused, so that nobody believes
     * it was done.
     */
    private void refuseWhatComesLater() {
        settings.text("platforms").ifPresent(s -> notYet(s, "building for other platforms"));
        settings.text("registry").ifPresent(s -> notYet(s, "pushing to a registry"));
        settings.text("replicas")
                .filter(s -> !s.value().equals("1"))
                .ifPresent(s -> notYet(s, "more than one replica"));
    }

    private void notYet(Sourced<String> setting, String what) {
        findings.add(
                Finding.error(
                                "FS-CONFIG-007",
                                what + " is not in this version",
                                "take the setting out")
                        .at(setting.source()));
    }

    static List<String> commaSeparated(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
