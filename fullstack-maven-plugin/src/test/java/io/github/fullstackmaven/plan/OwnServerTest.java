package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One package.json is both: pages that Vite builds, and the server that its script starts. */
class OwnServerTest {
    private static final String SERVER =
            "const express = require('express'); const app = express();"
                    + " app.use(require('./routes')); app.listen(process.env.PORT || 3001);";

    private final MemoryTree tree = new MemoryTree();

    private MemoryTree shop(String scripts) {
        return tree.with(
                        "package.json",
                        ("{'scripts': {"
                                        + scripts
                                        + "}, 'dependencies': {'express': '5'}, 'devDependencies':"
                                        + " {'vite': '8', 'vue': '3', 'tsx': '4'}}")
                                .replace('\'', '"'))
                .with("index.html", "<script type=module src=/src/main.js></script>")
                .with("src/main.js", "fetch('/api/goods')");
    }

    private Plan plan() {
        return Planner.plan(new Requests().request(), tree);
    }

    @Test
    void aServerThatServesTheBuiltPagesIsTheWholeApplication() {
        shop("'build': 'vite build', 'start': 'npm run serve-all', 'serve-all': 'node server/run.js'")
                .with("server/run.js", SERVER)
                .with("server/routes.js", "express.static('dist')");
        Plan plan = plan();
        assertThat(plan.application().services()).hasSize(1);
        Service shop = plan.application().services().get(0);
        assertThat(shop.kind()).isEqualTo(ServiceKind.BACKEND);
        assertThat(shop.framework()).contains("express");
        assertThat(shop.build()).containsExactly("npm run build");
        assertThat(shop.start().argv()).containsExactly("node", "server/run.js");
        assertThat(shop.port().orElseThrow().value()).isEqualTo(3001);
        assertThat(plan.application().routes()).extracting(Route::path).containsExactly("/");
        assertThat(plan.findings())
                .extracting(f -> f.id())
                .contains("FS-NODE-015")
                .doesNotContain("FS-DETECT-012", "FS-DETECT-013", "FS-DETECT-004");
    }

    @Test
    void aServerThatLeavesThePagesAloneStandsBesideThem() {
        shop("'build': 'vite build', 'start': 'node server/run.js'")
                .with("server/run.js", SERVER)
                .with("server/routes.js", "router.get('/api/goods')");
        Plan plan = plan();
        assertThat(plan.application().services())
                .extracting(Service::kind)
                .containsExactly(ServiceKind.STATIC_FRONTEND, ServiceKind.BACKEND);
        Service server = plan.application().services().get(1);
        assertThat(server.build()).as("nothing is built for it").isEmpty();
        assertThat(server.start().argv()).containsExactly("node", "server/run.js");
        assertThat(plan.application().routes())
                .extracting(Route::path)
                .containsExactly("/api", "/");
    }

    @Test
    void aCompiledServerTakesThePagesAlong() {
        shop("'build': 'vite build && tsc -p server', 'start': 'node build/run.js'")
                .with(
                        "server/run.ts",
                        "import express from 'express'; app.listen(4000);"
                                + " app.use(express.static(new URL('../dist', import.meta.url)))");
        Service shop = plan().application().services().get(0);
        assertThat(shop.kind()).isEqualTo(ServiceKind.BACKEND);
        assertThat(installed(shop).files()).contains("build", "dist");
        assertThat(shop.port().orElseThrow().value()).isEqualTo(4000);
    }

    @Test
    void aServerThatIsOnlyEverWatchedIsStartedWithoutThat() {
        shop("'build': 'vite build', 'dev': 'vite', 'server': 'nodemon ./server/run.js'")
                .with("server/run.js", SERVER);
        Service server = plan().application().services().get(1);
        assertThat(server.start().argv()).containsExactly("node", "server/run.js");
    }

    @Test
    void typesAreTakenOffByWhatTheProjectHasForThat() {
        shop("'build': 'vite build', 'dev:server': 'tsx watch server/run.ts'")
                .with("server/run.ts", SERVER);
        Service server = plan().application().services().get(1);
        assertThat(server.start().argv()).containsExactly("node_modules/.bin/tsx", "server/run.ts");
        assertThat(plan().findings()).extracting(f -> f.id()).contains("FS-NODE-012");
    }

    @Test
    void whatTheServerImportsIsThereThoughItIsDeclaredForDevelopment() {
        shop("'build': 'vite build', 'start': 'node server.js'")
                .with(
                        "server.js",
                        "import { createServer } from 'vite'; import express from"
                                + " 'express'; app.listen(3000)");
        Service shop = plan().application().services().get(0);
        assertThat(installed(shop).install()).containsExactly("npm install");
        assertThat(plan().findings()).extracting(f -> f.id()).contains("FS-NODE-012");
    }

    @Test
    void pagesWithoutAServerStayPages() {
        shop("'build': 'vite build', 'start': 'vite', 'serve': 'vite preview'")
                .with("src/index.js", "socket.listen('x'); import 'express'");
        assertThat(sites()).extracting(Site::kind).containsExactly(ServiceKind.STATIC_FRONTEND);
    }

    @Test
    void aScriptThatListensToNothingIsNoServer() {
        shop("'build': 'vite build', 'server': 'node tools/report.js'")
                .with("tools/report.js", "const fs = require('fs'); fs.readFileSync('a')");
        assertThat(sites()).extracting(Site::kind).containsExactly(ServiceKind.STATIC_FRONTEND);
    }

    @Test
    void anExampleInADirectoryBelowIsNotTakenForTheProgram() {
        tree.with(
                        "package.json",
                        "{\"scripts\": {\"start\": \"node app/run.js\"}, \"dependencies\":"
                                + " {\"express\": \"5\"}}")
                .with("app/run.js", "const c = require('./config'); server.listen(c.port)")
                .with("app/config.js", "module.exports = {port: process.env.PORT || 3456}")
                .with(
                        "afar/package.json",
                        "{\"main\": \"server.js\", \"dependencies\": {\"express\": \"5\"}}")
                .with("afar/server.js", "app.listen(8888)")
                .with("aaa.js", "app.listen(9999)");
        Plan plan = plan();
        assertThat(plan.application().services()).extracting(Service::path).containsExactly(".");
        assertThat(plan.application().services().get(0).port().orElseThrow().value())
                .isEqualTo(3456);
        assertThat(plan.findings()).extracting(f -> f.id()).contains("FS-DETECT-006");
    }

    private List<Site> sites() {
        return new Detector(tree).survey().sites();
    }

    private static NodeProgram.Installed installed(Service service) {
        return (NodeProgram.Installed) ((NodeFacts) service.facts()).program().orElseThrow();
    }
}
