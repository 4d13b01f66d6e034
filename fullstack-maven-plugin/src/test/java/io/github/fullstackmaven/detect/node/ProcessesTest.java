package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessesTest {
    private static NodeRepository api(String script, String more) {
        return new NodeRepository()
                .json(
                        "api/package.json",
                        "{'scripts': {'build': 'tsc', 'start': '"
                                + script
                                + "'}, 'dependencies': {'express': '5', 'prisma': '6'}"
                                + more
                                + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "node dist/server.js | node dist/server.js",
                "NODE_ENV=production node --enable-source-maps ./dist/server.js | node --enable-source-maps ./dist/server.js",
                "cross-env NODE_ENV=production TZ=UTC node a.js | env TZ=UTC node a.js",
                "node --env-file=.env -r dotenv/config a.js | node -r dotenv/config a.js",
                "npm run build && node a.js | node a.js",
                "prisma migrate deploy && node a.js | /bin/sh -c PATH=\"$PWD/node_modules/.bin:$PATH\"; export PATH; prisma migrate deploy && exec node a.js",
                "prisma studio | node_modules/.bin/prisma studio",
                "./bin/www | node ./bin/www",
                "ruby app.rb | ruby app.rb",
            })
    void aStartScriptBecomesTheProgramThatGetsTheSignals(String script, String argv) {
        assertThat(String.join(" ", api(script, "").service("api").start().argv())).isEqualTo(argv);
        assertThat(api(script, "").service("api").start().kind()).isEqualTo("script");
    }

    @ParameterizedTest
    @CsvSource({
        "nodemon index.js",
        "vite",
        "tsx watch src/index.ts",
        "ng serve",
        "webpack serve",
        "node esbuild.config.mjs --watch"
    })
    void whatServesDevelopmentIsNoStart(String script) {
        Service service =
                api(script, ", 'main': 'server.js'").with("api/server.js", "").service("api");
        assertThat(service.start().argv()).containsExactly("node", "server.js");
        assertThat(service.start().kind()).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource({"start:prd", "start:ssr", "serve:ssr:shop", "production"})
    void whereStartServesDevelopmentAnotherScriptStartsWhatWasBuilt(String name) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'start': 'ng serve', 'start:debug': 'node dist/debug.js', '"
                                        + name
                                        + "': 'node dist/server.mjs'}, 'dependencies': {'express': '5'}}");
        assertThat(tree.service("api").start().argv()).containsExactly("node", "dist/server.mjs");
    }

    @Test
    void aScriptMayCallAnother() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'start': 'npm run serve', 'serve': 'yarn go', 'go': 'node x.js'},"
                                        + "'dependencies': {'koa': '3'}}");
        assertThat(tree.service("api").start().argv()).containsExactly("node", "x.js");
        tree.json(
                "api/package.json",
                "{'scripts': {'start': 'npm run start'}, 'dependencies': {'koa': '3'}}");
        assertThat(tree.findings("api")).contains("FS-NODE-011");
    }

    @Test
    void theProcfileComesFirst() {
        NodeRepository tree =
                api("node a.js", "")
                        .with("api/Procfile", "release: x\nweb: node b.js --port 5050\n");
        assertThat(tree.service("api").start().argv())
                .containsExactly("node", "b.js", "--port", "5050");
        assertThat(tree.service("api").port().orElseThrow().value()).isEqualTo(5050);
    }

    @Test
    void whatTheProcfileStartsBesideTheServerIsAWorker() {
        NodeRepository tree =
                api("x", "")
                        .with(
                                "api/Procfile",
                                "web: node dist/a.js\nrelease: prisma migrate deploy\n"
                                        + "jobs: node dist/jobs.js --all\nsame: node dist/a.js\n");
        assertThat(tree.answer("api").workers())
                .singleElement()
                .satisfies(
                        worker -> {
                            assertThat(worker.name()).isEqualTo("jobs");
                            assertThat(worker.kind().id()).isEqualTo("worker");
                            assertThat(worker.port()).isEmpty();
                            assertThat(worker.start().argv())
                                    .containsExactly("node", "dist/jobs.js", "--all");
                        });
        assertThat(installed(tree).files()).containsExactly("dist");
    }

    @Test
    void aWorkerThatIsRunAsItIsWrittenBringsTheSources() {
        NodeRepository tree =
                api("node dist/a.js", "")
                        .with("api/jobs.js", "")
                        .with("api/Procfile", "worker: node jobs.js\n");
        assertThat(tree.service("api").start().argv()).containsExactly("node", "dist/a.js");
        assertThat(tree.answer("api").workers()).hasSize(1);
        assertThat(installed(tree).files()).containsExactly("dist", ".");
    }

    @Test
    void aWorkerNeedsMoreThanWhatAFrameworkBundles() {
        NodeRepository tree =
                new NodeRepository()
                        .json("api/package.json", "{'dependencies': {'nuxt': '4'}}")
                        .with("api/jobs.js", "")
                        .with("api/Procfile", "worker: node jobs.js\n");
        assertThat(installed(tree).files()).containsExactly(".output", ".");
        assertThat(tree.answer("api").workers()).hasSize(1);
    }

    private static NodeProgram.Installed installed(NodeRepository tree) {
        return (NodeProgram.Installed) tree.facts("api").program().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "app.listen(4000) # 4000",
                "app.listen(process.env.PORT || 4001) # 4001",
                "app.listen(Number(process.env.PORT ?? 4002), '0.0.0.0') # 4002",
                "const port = parseInt(process.env.PORT || '4003', 10);\\n\\nserver.listen(port) # 4003",
                "fastify.listen({ port: 4004, host: '0.0.0.0' }) # 4004",
                "const PORT = 4_005;\\nserve({ fetch: app.fetch, port: PORT }) # 4005",
                "const config = { port: process.env.PORT || 4006 };\\napp.listen(config.port) # 4006",
                "export default { port: 4007, fetch: app.fetch } # 4007",
                "app.set('port', process.env.PORT || 4008);\\napp.listen(app.get('port')) # 4008",
                "// app.listen(1)\\nawait app.listen(config.get('PORT') ?? 4009) # 4009",
            })
    void thePortIsWhatTheServerListensOn(String text, int port) {
        Sourced<Integer> found =
                api("node a.js", "")
                        .with("api/a.js", text.replace("\\n", "\n"))
                        .service("api")
                        .port()
                        .orElseThrow();
        assertThat(found.value()).isEqualTo(port);
        assertThat(found.source()).startsWith("api/a.js:");
    }

    @Test
    void aVariableOfAnotherNameIsGivenThePort() {
        Service service =
                api("node a.js", "")
                        .with("api/a.js", "app.listen(process.env.API_PORT || 4100)")
                        .service("api");
        assertThat(service.variables()).containsEntry("API_PORT", "{port}");
        assertThat(service.evidence())
                .anyMatch(evidence -> evidence.rule().equals("node.port-variable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "express | app.listen(4000, '127.0.0.1') | true",
                "express | app.listen(4000) | false",
                "fastify | app.listen({port: 4000}) | true",
                "fastify | app.listen({port: 4000, host: process.env.HOST}) | false",
            })
    void aServerThatNobodyReachesIsReported(String framework, String text, boolean reported) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'start': 'node a.js'}, 'dependencies': {'"
                                        + framework
                                        + "': '5'}}")
                        .with("api/a.js", text);
        assertThat(tree.findings("api").contains("FS-NODE-010")).isEqualTo(reported);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "const app = express(); app.get('/healthz', f) | /healthz",
                "const app = new Hono(); app.get('/api/health', f) | /api/health",
                "const router = express.Router(); router.get('/health', f) | -",
                "const app = new Hono().basePath('/v1'); app.get('/health', f) | -",
                "@Controller('health') class H { @Get() get() {} } app.setGlobalPrefix('api') | /api/health",
                "@Controller('health') class H { @Get('x') get() {} } | -",
                "@Controller() class H { @Get('beds') a() {} @Get('health') b() {} } app.setGlobalPrefix('api') | /api/health",
                "@Controller('beds') class H { @Get(':id') a() {} @Get('health') b() {} } | /beds/health",
            })
    void aHealthRouteIsTakenWhereItCanOnlyBeThat(String text, String path) {
        Service service = api("node a.js", "").with("api/a.js", text).service("api");
        assertThat(service.health().map(health -> health.path()).orElse("-")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hasInstallScript': true, 'dependencies': {'node-pre-gyp': '1'} | g++ make python3",
                "'hasInstallScript': true, 'optional': true, 'dependencies': {'nan': '1'} | ``",
                "'hasInstallScript': true, 'dependencies': {'node-addon-api': '1'} | ``",
                "'dependencies': {'bindings': '1'} | ``",
            })
    void whatACompiledDependencyOfADependencyNeedsIsThere(String entry, String packages) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'start': 'node a.js'}, 'dependencies': {'koa': '3'}}")
                        .with("api/a.js", "")
                        .json(
                                "api/package-lock.json",
                                "{'packages': {'': {}, 'node_modules/deep': {" + entry + "}}}");
        assertThat(String.join(" ", tree.facts("api").packages())).isEqualTo(packages);
    }

    @Test
    void aCompiledProgramBringsItsResultsAndNoSources() {
        NodeRepository tree =
                api("node dist/main.js", "")
                        .with("api/src/main.ts", "app.listen(1234)")
                        .with("api/public/a.css", "")
                        .with("api/package-lock.json", "{}");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("api").program().orElseThrow();
        assertThat(program.files()).containsExactly("dist", "public");
        assertThat(program.entry()).isEqualTo("dist/main.js");
        assertThat(program.install()).containsExactly("npm ci --omit=dev");
        assertThat(tree.service("api").output()).contains("dist");
        assertThat(tree.facts("api").built()).containsExactly("dist");
    }

    @Test
    void aStartThatNeedsADevelopmentToolKeepsIt() {
        NodeRepository tree = api("tsx src/main.ts", ", 'devDependencies': {'tsx': '4'}");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("api").program().orElseThrow();
        assertThat(tree.service("api").start().argv())
                .containsExactly("node_modules/.bin/tsx", "src/main.ts");
        assertThat(program.install()).containsExactly("npm install");
        assertThat(tree.findings("api")).contains("FS-NODE-012");
    }

    @Test
    void hooksThatOnlyDevelopmentHasAreTakenOutBeforeProductionIsInstalled() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'start': 'node a.js', 'prepare': 'husky',"
                                        + " 'postinstall': 'patch-package'}, 'dependencies': {'koa': '3',"
                                        + " 'patch-package': '8'}, 'devDependencies': {'husky': '9'}}")
                        .with("api/a.js", "");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("api").program().orElseThrow();
        assertThat(program.prepare()).containsExactly("npm pkg delete scripts.prepare");
    }

    @Test
    void theClientOfPrismaIsGeneratedAndComesAlong() {
        NodeRepository tree =
                api("node dist/main.js", ", 'devDependencies': {'prisma': '6'}")
                        .with("api/prisma/schema.prisma", "");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("api").program().orElseThrow();
        assertThat(tree.service("api").build())
                .containsExactly("npx prisma generate", "npm run build");
        assertThat(tree.facts("api").packages()).contains("openssl");
        assertThat(program.generated()).containsExactly(".prisma");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "next | next start -p 4000 | node server.js | 4000",
                "next | next start | node server.js | 3000",
                "nuxt | nuxt preview | node .output/server/index.mjs | 3000",
                "@remix-run/dev | remix-serve ./build/server/index.js | node_modules/.bin/remix-serve ./build/server/index.js | 3000",
                "@react-router/dev | react-router-serve ./build/server/index.js | node_modules/.bin/react-router-serve ./build/server/index.js | 3000",
                "@sveltejs/kit | vite preview | node build | 3000",
                "@solidjs/start | vinxi start | node .output/server/index.mjs | 3000",
                "@analogjs/platform | vite | node dist/analog/server/index.mjs | 3000",
                "next | node custom.js | node custom.js | 3000",
            })
    void whatRendersPagesIsStartedByNode(String dependency, String script, String argv, int port) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'x', 'start': '"
                                        + script
                                        + "'}, 'dependencies': {'"
                                        + dependency
                                        + "': '^99.0.0'}}");
        Service service = tree.service("web");
        assertThat(service.kind().id()).isEqualTo("ssr-frontend");
        assertThat(String.join(" ", service.start().argv())).isEqualTo(argv);
        assertThat(service.port().orElseThrow().value()).isEqualTo(port);
        assertThat(service.variables()).containsEntry("NODE_ENV", "production");
    }

    @Test
    void generatingTheClientNeedsNoDatabase() {
        NodeRepository tree =
                api("node dist/a.js", "")
                        .with(
                                "api/prisma.config.ts",
                                "import {defineConfig, env} from 'prisma/config';"
                                        + " export default defineConfig({datasource: {url:"
                                        + " env('DATABASE_URL')}});");
        assertThat(tree.service("api").build())
                .containsExactly("DATABASE_URL=unset npx prisma generate", "npm run build");
    }

    @Test
    void theSecondNuxtIsStartedByItselfWhereItsConfigurationSays() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'nuxt build', 'start': 'nuxt start'},"
                                        + " 'dependencies': {'nuxt': '^2.15.8'}}")
                        .with("web/nuxt.config.js", "export default {\n server: {port: 8787}}");
        Service web = tree.service("web");
        assertThat(web.start().argv()).containsExactly("node_modules/.bin/nuxt", "start");
        assertThat(web.port().orElseThrow()).isEqualTo(new Sourced<>(8787, "web/nuxt.config.js:2"));
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("web").program().orElseThrow();
        assertThat(program.files()).contains(".nuxt", "nuxt.config.js");
    }

    @Test
    void aNameBesideTheVariableStandsForTheNumber() {
        NodeRepository tree =
                api("node a.js", "")
                        .with(
                                "api/a.js",
                                "import {DEFAULT_PORT} from './c';"
                                        + " const PORT = config.get('PORT') || DEFAULT_PORT;"
                                        + " app.listen(PORT)")
                        .with("api/c.js", "export const DEFAULT_PORT = 3333;");
        assertThat(tree.service("api").port().orElseThrow().value()).isEqualTo(3333);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ENV A=1 ASKED=1345", "ENV ASKED 1345", "env ASKED=\"1345\""})
    void aVariableHasWhatTheDockerfileGivesIt(String line) {
        NodeRepository tree =
                api("node a.js", "")
                        .with("api/a.js", "require('express')().listen(process.env.ASKED)")
                        .with("api/Dockerfile", "FROM node\n" + line);
        assertThat(tree.service("api").port().orElseThrow().value()).isEqualTo(1345);
        assertThat(tree.service("api").variables()).containsEntry("ASKED", "{port}");
    }

    @Test
    void angularAnswersUnderTheNameOfTheApplication() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'ng build'}, 'dependencies':"
                                        + " {'@angular/core': '21', '@angular/ssr': '21'}}")
                        .json(
                                "web/angular.json",
                                "{'projects': {'shop': {'architect': {'build': {'options': {'ssr':"
                                        + " {'entry': 'src/server.ts'}}}}}}}");
        Service web = tree.service("web");
        assertThat(web.start().argv()).containsExactly("node", "dist/shop/server/server.mjs");
        assertThat(web.variables())
                .containsEntry("NG_ALLOWED_HOSTS", "{domain},localhost,127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "svelte.config.js, auto, true, false",
        "svelte.config.js, node, false, false",
        "svelte.config.js, vercel, false, true",
        "vite.config.ts, auto, true, false",
        "vite.config.ts, vercel, false, true",
    })
    void svelteKitIsAskedForAServer(String file, String adapter, boolean told, boolean refused) {
        NodeRepository tree =
                new NodeRepository()
                        .json("web/package.json", "{'devDependencies': {'@sveltejs/kit': '2'}}")
                        .with(
                                "web/" + file,
                                "import adapter from '@sveltejs/adapter-" + adapter + "';");
        assertThat(tree.facts("web").environment().containsKey("GCP_BUILDPACKS")).isEqualTo(told);
        assertThat(tree.findings("web").contains("FS-NODE-013")).isEqualTo(refused);
    }

    @Test
    void nestIsStartedAsItIsCompiled() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "api/package.json",
                                "{'scripts': {'build': 'nest build', 'start': 'nest start'},"
                                        + "'dependencies': {'@nestjs/core': '11'}}")
                        .json("api/nest-cli.json", "{'entryFile': 'app'}");
        assertThat(tree.service("api").start().argv()).containsExactly("node", "dist/app.js");
        assertThat(tree.service("api").framework()).contains("nest");
    }

    @Test
    void typeScriptIsRunByBunWhereBunInstalls() {
        NodeRepository tree =
                new NodeRepository()
                        .json("api/package.json", "{'dependencies': {'elysia': '1'}}")
                        .with("api/bun.lock", "{}")
                        .with("api/src/index.ts", "new Elysia().listen(4300)");
        assertThat(tree.service("api").start().argv()).containsExactly("bun", "src/index.ts");
        assertThat(tree.service("api").port().orElseThrow().value()).isEqualTo(4300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npm install && npm install --prefix web && npm run build --prefix web |",
                "cd web && npm ci && npm run build |",
                "yarn --cwd web install && yarn --cwd web build |",
                "npm run build --prefix web && tsc | npm run build",
                "cd web && npm run build && cd .. && node pack.js | npm run build",
                "npm run build --prefix nowhere | npm run build",
                "npm install | npm run build",
            })
    void whatBuildsThePagesIsNotTheBuildOfTheProgram(String script, String expected) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "package.json",
                                "{'scripts': {'start': 'node a.js', 'build': '"
                                        + script
                                        + "'}, 'dependencies': {'express': '5'}}")
                        .with("a.js", "")
                        .json("web/package.json", "{'dependencies': {'vite': '8'}}")
                        .with("web/index.html", "");
        assertThat(tree.service(".").build())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
