package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NxTest {
    private static NodeRepository workspace() {
        return new NodeRepository()
                .json(
                        "package.json",
                        "{'name': 'all', 'scripts': {'start': 'nx serve'}, 'dependencies':"
                                + " {'express': '5', 'react': '19', '@angular/core': '21', 'next':"
                                + " '16', '@nestjs/core': '11'}, 'devDependencies': {'nx': '22',"
                                + " 'vite': '7', 'webpack': '5', 'prisma': '6'}}")
                .json("nx.json", "{}");
    }

    private static NodeRepository with(String name, String targets) {
        return workspace()
                .json(
                        "apps/" + name + "/project.json",
                        "{'name': '"
                                + name
                                + "', 'sourceRoot': 'apps/"
                                + name
                                + "/src', 'projectType': 'application', 'targets': "
                                + targets
                                + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`'executor': '@nx/angular:application', 'options': {'outputPath': 'dist/apps/web'}` | - | angular | static-frontend | ../../dist/apps/web/browser",
                "`'executor': '@nx/angular:webpack-browser', 'options': {'outputPath': 'dist/apps/web'}` | - | angular | static-frontend | ../../dist/apps/web",
                "`'executor': '@nx/angular:application', 'options': {'outputPath': {'base': 'out', 'browser': ''}}` | - | angular | static-frontend | ../../out",
                "`'executor': '@nx/vite:build', 'options': {'outputPath': 'dist/apps/web'}` | `vite.config.ts=export default {}` | vite | static-frontend | ../../dist/apps/web",
                "`'outputs': []` | `vite.config.ts=export default {build: {outDir: '../../o'}}` | vite | static-frontend | ../../o",
                "`'outputs': ['{workspaceRoot}/dist/{projectRoot}']` | `vite.config.ts=export default {}` | vite | static-frontend | ../../dist/apps/web",
            })
    void pagesAreWhereTheProjectSays(
            String build, String file, String framework, String kind, String output) {
        NodeRepository tree =
                with("web", "{'build': {" + build + "}}").with("apps/web/index.html", "");
        if (!file.equals("-")) {
            tree.with("apps/web/" + file.split("=", 2)[0], file.split("=", 2)[1]);
        }
        Service web = tree.service("apps/web");
        assertThat(web.kind().id()).isEqualTo(kind);
        assertThat(web.framework()).contains(framework);
        assertThat(web.output()).contains(output);
        assertThat(web.build()).containsExactly("cd ../.. && npx nx run web:build");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@nx/webpack:webpack | 'outputPath': 'dist/apps/api' | dist/apps/api/main.js",
                "@nx/webpack:webpack | 'outputPath': 'dist/apps/api', 'outputFileName': 'x.js' | dist/apps/api/x.js",
                "@nx/esbuild:esbuild | 'outputPath': 'dist/apps/api', 'format': ['cjs'] | dist/apps/api/main.cjs",
                "@nx/esbuild:esbuild | 'outputPath': 'dist/apps/api', 'format': ['cjs'], 'esbuildOptions': {'outExtension': {'.js': '.js'}} | dist/apps/api/main.js",
                "@nx/js:tsc | 'outputPath': 'o', 'main': 'apps/api/src/main.ts' | o/src/main.js",
                "@nx/webpack:webpack | 'x': 1 | dist/apps/api/main.js",
            })
    void aProgramIsStartedInTheWorkspace(String executor, String options, String file) {
        NodeRepository tree =
                with(
                                "api",
                                "{'build': {'executor': '"
                                        + executor
                                        + "', 'options': {"
                                        + options
                                        + "}, 'configurations': {'production': {}}}, 'serve':"
                                        + " {'executor': '@nx/js:node'}}")
                        .with(
                                "apps/api/src/main.ts",
                                "import express from 'express'; express().listen(PORT);")
                        .with("libs/config/src/index.ts", "export const PORT = 3456;");
        Service api = tree.service("apps/api");
        assertThat(api.kind().id()).isEqualTo("backend");
        assertThat(api.framework()).contains("express");
        assertThat(api.start().argv()).containsExactly("node", file);
        assertThat(api.build()).containsExactly("cd ../.. && npx nx run api:build:production");
        assertThat(api.port().orElseThrow().value()).isEqualTo(3456);
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("apps/api").program().orElseThrow();
        assertThat(program.entry()).isEqualTo(file);
        assertThat(program.install()).containsExactly("npm install --omit=dev");
        assertThat(tree.facts("apps/api").workspace()).isEqualTo(".");
        assertThat(tree.facts("apps/api").environment()).containsEntry("NX_DAEMON", "false");
    }

    @Test
    void theScriptThatBuildsAProjectMayDoMore() {
        NodeRepository tree =
                with("api", "{'build': {}}")
                        .with("apps/api/src/main.ts", "import '@nestjs/core'")
                        .json(
                                "package.json",
                                "{'scripts': {'build:watch': 'nx build api --watch', 'build:all':"
                                        + " 'nx run api:assets && nx run api:build:production',"
                                        + " 'test': 'nx build api'},"
                                        + " 'dependencies': {'@nestjs/core': '11'}}");
        assertThat(tree.service("apps/api").build())
                .containsExactly("cd ../.. && npm run build:all");
        assertThat(tree.service("apps/api").framework()).contains("nest");
    }

    @Test
    void aDevServerOfWebpackMeansPagesAndItsProxyIsRead() {
        NodeRepository tree =
                with(
                                "web",
                                "{'build': {'executor': '@nx/webpack:webpack'}, 'serve': {'executor':"
                                        + " '@nx/webpack:dev-server', 'options': {'proxyConfig':"
                                        + " 'apps/web/proxy.conf.json'}}}")
                        .with("apps/web/src/main.tsx", "import 'react-dom/client'")
                        .json(
                                "apps/web/proxy.conf.json",
                                "{'/rest': {'target': 'http://localhost:3333'}}");
        assertThat(tree.service("apps/web").kind().id()).isEqualTo("static-frontend");
        assertThat(tree.answer("apps/web").proxies())
                .singleElement()
                .satisfies(proxy -> assertThat(proxy.prefix()).isEqualTo("/rest"));
    }

    @Test
    void whatOnlyServesOthersIsNoService() {
        NodeRepository tree =
                with("api", "{'build': {}}")
                        .with("apps/api/src/main.ts", "import 'express'")
                        .json(
                                "libs/x/project.json",
                                "{'projectType': 'library', 'targets': {'build': {}}}")
                        .json(
                                "apps/api-e2e/project.json",
                                "{'projectType': 'application', 'targets': {'e2e': {}}}")
                        .json("elsewhere/project.json", "{'targets': {'build': {}}}");
        assertThat(new Detector(tree.tree()).survey().sites())
                .filteredOn(site -> !site.kind().id().equals("library"))
                .extracting(site -> site.path())
                .contains("apps/api")
                .doesNotContain("libs/x", "apps/api-e2e", ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{",
                "[]",
                "{'targets': []}",
                "{'targets': {'build': 7}}",
                "{'sourceRoot': '../../..'}"
            })
    void rubbishIsNoFault(String text) {
        NodeRepository tree = workspace().json("apps/x/project.json", text);
        new Detector(tree.tree())
                .survey()
                .sites()
                .forEach(site -> assertThat(tree.answer(site.path())).isNotNull());
    }
}
