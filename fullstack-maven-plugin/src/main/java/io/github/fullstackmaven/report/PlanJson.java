package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code plan.json}. The same plan gives the same bytes; a value that is not known is
 * absent.
 */
public final class PlanJson {
    private PlanJson() {}

    /** Returns the file's content. */
    public static String of(Plan plan) {
        ObjectNode document = Json.document();
        application(document.putObject("application"), plan.application());
        var services = document.putArray("services");
        Layout layout = plan.application().layout();
        plan.application().services().forEach(s -> service(services.addObject(), s, layout));
        var routes = document.putArray("routes");
        plan.application()
                .routes()
                .forEach(
                        r ->
                                routes.addObject()
                                        .put("path", r.path())
                                        .put("service", r.service())
                                        .put("stripPrefix", r.stripPrefix())
                                        .put("source", r.source()));
        var volumes = document.putArray("volumes");
        plan.application()
                .volumes()
                .forEach(
                        v ->
                                volumes.addObject()
                                        .put("source", v.source())
                                        .put("target", v.target())
                                        .put("readOnly", v.readOnly())
                                        .put("single", v.single())
                                        .put("origin", v.origin()));
        accessories(document, plan.application().surroundings().accessories());
        // Names alone: a value may be a secret.
        var variables = document.putArray("variables");
        plan.application()
                .variables()
                .values()
                .forEach(
                        (name, value) ->
                                variables
                                        .addObject()
                                        .put("name", name)
                                        .put("source", value.source()));
        var findings = document.putArray("findings");
        plan.findings().forEach(f -> finding(findings.addObject(), f));
        return Json.text(document);
    }

    private static void accessories(ObjectNode document, List<Accessory> accessories) {
        if (accessories.isEmpty()) {
            return;
        }
        var list = document.putArray("accessories");
        accessories.forEach(
                a -> {
                    ObjectNode node =
                            list.addObject().put("name", a.name()).put("image", a.image());
                    Json.strings(
                            node.putArray("volumes"),
                            a.volumes().stream().map(v -> v.source() + ":" + v.target()).toList());
                });
    }

    private static void application(ObjectNode node, Application application) {
        node.put("name", application.name()).put("environment", application.environment());
        application.domain().ifPresent(d -> node.put("domain", d));
        node.put("layout", application.layout().id());
    }

    private static void service(ObjectNode node, Service service, Layout layout) {
        node.put("name", service.name())
                .put("path", service.path())
                .put("kind", service.kind().id())
                .put("ecosystem", service.ecosystem().id());
        service.framework().ifPresent(f -> node.put("framework", f));
        service.packageManager().ifPresent(p -> node.put("packageManager", p));
        var versions = node.putArray("versions");
        service.versions()
                .forEach(
                        v ->
                                versions.addObject()
                                        .put("tool", v.tool())
                                        .put("value", v.value())
                                        .put("source", v.source()));
        Json.strings(node.putArray("install"), service.install());
        Json.strings(node.putArray("build"), service.build());
        ObjectNode start = node.putObject("start").put("kind", service.start().kind());
        Json.strings(start.putArray("argv"), service.command(layout));
        service.start().entry().ifPresent(e -> start.put("entry", e));
        service.output().ifPresent(o -> node.put("output", o));
        service.port()
                .ifPresent(
                        p ->
                                node.putObject("port")
                                        .put("value", p.value())
                                        .put("source", p.source()));
        service.health()
                .ifPresent(
                        h ->
                                node.putObject("health")
                                        .put("path", h.path())
                                        .put("source", h.source()));
        node.put("accuracy", service.accuracy().id());
        var evidence = node.putArray("evidence");
        service.evidence()
                .forEach(e -> evidence.addObject().put("file", e.file()).put("rule", e.rule()));
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("id", finding.id())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.file().ifPresent(f -> node.put("file", f));
        finding.line().ifPresent(l -> node.put("line", l));
        node.put("message", finding.message()).put("remedy", finding.remedy());
    }
}
