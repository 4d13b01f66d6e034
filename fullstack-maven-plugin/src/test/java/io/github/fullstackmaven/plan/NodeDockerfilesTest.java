package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.scan.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The build stages of whole repositories, byte for byte. {@code -Dgolden.update} writes the files
 * anew; the difference is then to be read before it is committed.
 */
class NodeDockerfilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/node");
    private static final String END = "\n# The pages alone, to be exported and checked.\n";

    private final MemoryTree tree = new MemoryTree();

    @Test
    void npmBuildsViteBesideAProgramThatIsRunAsItIsWritten() throws IOException {
        json(
                "web/package.json",
                "{'scripts': {'build': 'tsc -b && vite build'}, 'devDependencies': {'vite':"
                        + " '8'}}");
        json(
                "web/tsconfig.json",
                "{'compilerOptions': {'noEmit': true, 'tsBuildInfoFile':"
                        + " './node_modules/.tmp/web.tsbuildinfo'}}");
        tree.with("web/package-lock.json", "{}")
                .with("web/index.html", "")
                .with("web/.npmrc", "")
                .with("web/src/a.ts", "import.meta.env.VITE_TITLE; import.meta.env.VITE_API_URL");
        json(
                "api/package.json",
                "{'scripts': {'start': 'node server.js', 'prepare': 'husky'},"
                        + " 'dependencies': {'express': '5'}, 'devDependencies': {'husky': '9'}}");
        tree.with("api/package-lock.json", "{}")
                .with("api/server.js", "app.listen(4000)")
                .with("monorepo.env", "VITE_TITLE=It's a \"shop\" for $5\nSECRET=never\n");
        check("npm-vite-express");
    }

    @Test
    void pnpmBuildsNextAndNestInWorkspaces() throws IOException {
        json("package.json", "{'packageManager': 'pnpm@10.1.0'}");
        tree.with("pnpm-workspace.yaml", "packages:\n  - apps/*\n  - packages/*\n")
                .with("pnpm-lock.yaml", "lockfileVersion: '9.0'\n");
        json(
                "apps/web/package.json",
                "{'name': '@shop/web', 'scripts': {'build': 'next build', 'start': 'next start'},"
                        + " 'dependencies': {'next': '16', '@shop/ui': 'workspace:*'}}");
        json(
                "apps/api/package.json",
                "{'name': '@shop/api', 'scripts': {'build': 'nest build', 'start': 'nest start'},"
                        + " 'dependencies': {'@nestjs/core': '11'}}");
        tree.with("apps/api/src/main.ts", "await app.listen(process.env.PORT ?? 3001);");
        json(
                "packages/ui/package.json",
                "{'name': '@shop/ui', 'main': 'dist/index.js', 'scripts': {'build': 'tsc'}}");
        check("pnpm-next-nest");
    }

    @Test
    void yarnBerryCompilesFastify() throws IOException {
        json(
                "package.json",
                "{'packageManager': 'yarn@4.5.1', 'scripts': {'build': 'tsc', 'start': 'node"
                        + " dist/main.js'}, 'dependencies': {'fastify': '5', '@prisma/client': '6'},"
                        + " 'devDependencies': {'typescript': '5', 'prisma': '6'}}");
        tree.with("yarn.lock", "__metadata:\n")
                .with(".yarnrc.yml", "nodeLinker: node-modules\n")
                .with("prisma/schema.prisma", "")
                .with("src/main.ts", "app.listen({port: 3333, host: '0.0.0.0'})");
        check("berry-fastify");
    }

    @Test
    void bunBuildsSvelteAndRunsTypeScript() throws IOException {
        json(
                "web/package.json",
                "{'scripts': {'build': 'vite build'}, 'devDependencies': {'vite': '8', 'svelte': '5'}}");
        tree.with("web/bun.lock", "{}").with("web/index.html", "");
        json("api/package.json", "{'dependencies': {'elysia': '1'}}");
        tree.with("api/bun.lock", "{}")
                .with("api/src/index.ts", "new Elysia().listen(process.env.PORT ?? 4300)");
        check("bun-svelte-elysia");
    }

    @Test
    void nxBuildsPagesAndAProgramFromOneManifestWithoutALock() throws IOException {
        json(
                "package.json",
                "{'dependencies': {'express': '5', 'react': '19'}, 'devDependencies': {'nx': '22',"
                        + " 'vite': '7'}}");
        json("nx.json", "{}");
        json(
                "apps/web/project.json",
                "{'name': 'web', 'targets': {'build': {'executor': '@nx/vite:build', 'options':"
                        + " {'outputPath': 'dist/apps/web'}}}}");
        tree.with("apps/web/vite.config.ts", "").with("apps/web/index.html", "");
        json(
                "apps/api/project.json",
                "{'name': 'api', 'targets': {'build': {'executor': '@nx/esbuild:esbuild', 'options':"
                        + " {'outputPath': 'dist/apps/api'}}}}");
        tree.with("apps/api/src/main.ts", "import express from 'express'; app.listen(3456);");
        check("nx-vite-express");
    }

    @Test
    void hugoMakesThePagesBesideAProgramWithAWorker() throws IOException {
        tree.with("site/hugo.toml", "baseURL = 'https://shop.example/'")
                .with("api/package-lock.json", "{}")
                .with("api/Procfile", "web: node server.js\nmail: node mail.js\n")
                .with("api/server.js", "app.listen(4000)")
                .with("api/mail.js", "");
        json("api/package.json", "{'dependencies': {'koa': '3'}}");
        check("hugo-koa-worker");
    }

    @Test
    void noSecretOfTheEnvironmentFileIsInAnyStage() {
        json(
                "web/package.json",
                "{'scripts': {'build': 'vite build'}, 'devDependencies': {'vite': '8'}}");
        tree.with("web/index.html", "")
                .with("web/src/a.ts", "import.meta.env.SECRET; import.meta.env.VITE_NAME")
                .with("monorepo.env", "SECRET=canary\nVITE_NAME=shown\nVITE_UNUSED=canary\n");
        assertThat(dockerfile()).contains("ARG VITE_NAME=\"shown\"").doesNotContain("canary");
    }

    private void json(String path, String text) {
        tree.with(path, text.replace('\'', '"'));
    }

    private String dockerfile() {
        Plan plan = Planner.plan(new Requests().request(), tree);
        return new Renderer(TemplateSet.builtIn())
                .render(plan.application(), RenderOptions.DEFAULT).stream()
                        .filter(artefact -> artefact.path().equals("Dockerfile"))
                        .map(Artefact::text)
                        .findFirst()
                        .orElseThrow();
    }

    private void check(String name) throws IOException {
        String text = dockerfile();
        String stages = text.substring(0, text.indexOf(END));
        Path file = GOLDEN.resolve(name + ".Dockerfile");
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, stages);
        }
        assertThat(stages).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
