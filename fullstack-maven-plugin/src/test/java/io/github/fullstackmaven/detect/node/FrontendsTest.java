package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontendsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "react-scripts | react-scripts build | - | - | create-react-app | build",
                "react-scripts | BUILD_PATH=./out react-scripts build | - | - | create-react-app | out",
                "@vue/cli-service | vue-cli-service build | - | - | vue-cli | dist",
                "@vue/cli-service | vue-cli-service build | vue.config.js | module.exports = {outputDir: 'pages'} | vue-cli | pages",
                "@vue/cli-service | vue-cli-service build --dest o | vue.config.js | module.exports = {outputDir: 'pages'} | vue-cli | o",
                "astro | astro build | - | - | astro | dist",
                "astro | astro build | astro.config.mjs | export default defineConfig({outDir: './public_html'}) | astro | public_html",
                "gatsby | gatsby build | - | - | gatsby | public",
                "parcel | parcel build index.html --dist-dir site | - | - | parcel | site",
                "@docusaurus/core | docusaurus build | - | - | docusaurus | build",
                "@11ty/eleventy | eleventy | .eleventy.js | module.exports = () => ({dir: {output: 'www'}}) | eleventy | www",
                "@11ty/eleventy | eleventy | eleventy.config.js | export default c => { c.setOutputDirectory('www'); } | eleventy | www",
                "@11ty/eleventy | eleventy --output=o | - | - | eleventy | o",
                "vitepress | vitepress build docs | - | - | vitepress | docs/.vitepress/dist",
                "vitepress | vitepress build | - | - | vitepress | .vitepress/dist",
                "vuepress | vuepress build src | - | - | vuepress | src/.vuepress/dist",
                "ember-cli | ember build | - | - | ember | dist",
                "@quasar/app-vite | quasar build | - | - | quasar | dist/spa",
                "hexo | hexo generate | - | - | hexo | public",
                "umi | umi build | - | - | umi | dist",
                "next | next build | next.config.mjs | export default {output: 'export'} | next | out",
                "next | next build | next.config.mjs | export default {output: 'export', distDir: 'site'} | next | site",
                "nuxt | nuxt generate | - | - | nuxt | .output/public",
                "@sveltejs/kit | vite build | svelte.config.js | import a from '@sveltejs/adapter-static' | sveltekit | build",
                "@sveltejs/kit | vite build | svelte.config.js | import a from '@sveltejs/adapter-static'; export default {kit: {adapter: a({pages: 'site'})}} | sveltekit | site",
                "@sveltejs/kit | vite build | vite.config.ts | import a from '@sveltejs/adapter-static'; export default defineConfig({plugins: [sveltekit({adapter: a({pages: 'site'})})]}) | sveltekit | site",
                "@react-router/dev | react-router build | react-router.config.ts | export default { ssr: false } | react-router | build/client",
                "@react-router/dev | react-router build | react-router.config.ts | export default { ssr: false, buildDirectory: 'o' } | react-router | o/client",
            })
    void eachFrameworkLeavesItsPagesWhereItSays(
            String dependency,
            String script,
            String file,
            String text,
            String framework,
            String output) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': '"
                                        + script
                                        + "'}, 'devDependencies': {'"
                                        + dependency
                                        + "': '^99.0.0'}}");
        if (!file.equals("-")) {
            tree.with("web/" + file, text);
        }
        assertThat(tree.site("web").kind().id()).isEqualTo("static-frontend");
        assertThat(tree.service("web").framework()).contains(framework);
        assertThat(tree.service("web").output()).contains(output);
        assertThat(tree.service("web").build()).containsExactly("npm run build");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "module.exports = {output: {path: path.join(__dirname, 'www')}} | www",
                "const paths = {output: path.resolve(__dirname, 'site')}; export default () => made(paths) | site",
                "const paths = {src: path.resolve(__dirname, 'src')}; export default () => made(paths) | dist",
            })
    void whereWebpackLeavesThePagesIsReadFromItsConfiguration(String text, String output) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'webpack'}, 'devDependencies': {'webpack': '5', 'react': '19'}}")
                        .with("web/webpack.config.js", text);
        assertThat(tree.service("web").output()).contains(output);
    }

    @Test
    void theSecondNuxtLeavesPagesElsewhere() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'nuxt build', 'generate': 'nuxt generate'},"
                                        + " 'dependencies': {'nuxt': '^2.15.8'}}")
                        .with("web/nuxt.config.js", "export default {target: 'static'}");
        Service web = tree.service("web");
        assertThat(web.kind().id()).isEqualTo("static-frontend");
        assertThat(web.output()).contains("dist");
        assertThat(web.build()).containsExactly("npm run generate");
    }

    @ParameterizedTest
    @CsvSource({
        "react-scripts, 4.0.3, , true",
        "react-scripts, ^5.0.0, , false",
        "react-scripts, 4.0.3, 16, false",
        "@vue/cli-service, ~4.5.0, 20, true",
        "webpack, latest, , false",
    })
    void bundlersThatHashAsOpenSslDidAreLet(
            String dependency, String version, String node, boolean let) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'dependencies': {'react': '17', '"
                                        + dependency
                                        + "': '"
                                        + version
                                        + "'}}");
        if (node != null) {
            tree.with("web/.nvmrc", node);
        }
        assertThat(tree.facts("web").environment().containsKey("NODE_OPTIONS")).isEqualTo(let);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@angular/build:application | `` | dist/shop/browser",
                "@angular/build:application | , 'options': {'outputPath': 'www'} | www/browser",
                "@angular/build:application | , 'options': {'outputPath': {'base': 'www', 'browser': ''}} | www",
                "@angular-devkit/build-angular:browser | , 'options': {'outputPath': 'dist/x'} | dist/x",
            })
    void angularSaysWhereInItsOwnFile(String builder, String options, String output) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'ng build'}, 'dependencies': {'@angular/core': '21'}}")
                        .json(
                                "web/angular.json",
                                "{/* c */ 'projects': {'lib': {'projectType': 'library'}, 'shop': {'projectType':"
                                        + " 'application', 'architect': {'build': {'builder': '"
                                        + builder
                                        + "'"
                                        + options
                                        + "}}}}}");
        assertThat(tree.service("web").output()).contains(output);
    }

    @Test
    void theScriptThatCallsTheFrameworkIsTheBuild() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'tsc -p server', 'build:client': 'vite build'},"
                                        + " 'devDependencies': {'vite': '8'}}")
                        .with("web/index.html", "");
        assertThat(tree.service("web").build()).containsExactly("npm run build:client");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "react-scripts | package.json | 'proxy': 'http://localhost:5000', | - | - | /api | 5000 | false | web/package.json: proxy",
                "@vue/cli-service | - | - | vue.config.js | module.exports = {devServer: {proxy: {'/api': {target: 'http://localhost:8000', pathRewrite: {'^/api': ''}}}}} | /api | 8000 | true | web/vue.config.js: devServer.proxy",
                "@vue/cli-service | - | - | vue.config.js | module.exports = {devServer: {proxy: {'^/rest': {target: 'http://localhost:8000'}}}} | /rest | 8000 | false | web/vue.config.js: devServer.proxy",
                "astro | - | - | astro.config.mjs | export default defineConfig({vite: {server: {proxy: {'/rest': 'http://localhost:8000'}}}}) | /rest | 8000 | false | web/astro.config.mjs: server.proxy",
                "nuxt | - | - | nuxt.config.ts | export default defineNuxtConfig({nitro: {devProxy: {'/rest': {target: 'http://localhost:8000'}}}}) | /rest | 8000 | true | web/nuxt.config.ts: nitro.devProxy",
                "nuxt | - | - | nuxt.config.ts | export default defineNuxtConfig({nitro: {devProxy: {'/rest': {target: 'http://localhost:8000/rest'}}}}) | /rest | 8000 | false | web/nuxt.config.ts: nitro.devProxy",
                "nuxt | - | - | nuxt.config.ts | export default defineNuxtConfig({nitro: {devProxy: {'/rest': 'http://localhost:8000/rest'}}}) | /rest | 8000 | false | web/nuxt.config.ts: nitro.devProxy",
                "next | - | - | next.config.js | module.exports = {rewrites: () => [{source: '/api/:path*', destination: 'http://localhost:4000/:path*'}]} | /api | 4000 | true | web/next.config.js: rewrites",
                "next | - | - | next.config.js | module.exports = {rewrites: () => [{source: '/api/:path*', destination: 'http://localhost:4000/api/:path*'}]} | /api | 4000 | false | web/next.config.js: rewrites",
                "react-scripts | - | - | src/setupProxy.js | app.use('/v1', createProxyMiddleware({target: 'http://localhost:7000'})) | /v1 | 7000 | false | web/src/setupProxy.js",
            })
    void whatADevServerHandsOnIsRead(
            String dependency,
            String manifest,
            String fields,
            String file,
            String text,
            String prefix,
            int port,
            boolean strips,
            String source) {
        String more = manifest.equals("-") ? "" : fields;
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{" + more + "'dependencies': {'" + dependency + "': '1'}}");
        if (!file.equals("-")) {
            tree.with("web/" + file, text);
        }
        assertThat(tree.answer("web").proxies())
                .singleElement()
                .satisfies(
                        proxy -> {
                            assertThat(proxy.prefix()).isEqualTo(prefix);
                            assertThat(proxy.targetPort()).hasValue(port);
                            assertThat(proxy.stripPrefix()).isEqualTo(strips);
                            assertThat(proxy.source()).isEqualTo(source);
                        });
    }

    @Test
    void angularsProxyLiesInAFileThatItsSettingsName() {
        NodeRepository tree =
                new NodeRepository()
                        .json("web/package.json", "{'dependencies': {'@angular/core': '21'}}")
                        .json(
                                "web/angular.json",
                                "{'projects': {'a': {'architect': {'serve': {'options': {'proxyConfig':"
                                        + " 'conf/p.json'}}}}}}")
                        .json(
                                "web/conf/p.json",
                                "{'/api': {'target': 'http://localhost:9090', 'pathRewrite': {'^/api': ''}}}");
        assertThat(tree.answer("web").proxies().get(0).stripPrefix()).isTrue();
        assertThat(tree.answer("web").proxies().get(0).targetPort()).hasValue(9090);
        assertThat(tree.answer("web").proxies().get(0).source()).isEqualTo("web/conf/p.json");
    }

    @Test
    void publicVariablesAreFoundWhereTheyAreUsed() {
        NodeRepository tree =
                new NodeRepository()
                        .json("web/package.json", "{'dependencies': {'next': '16'}}")
                        .with(
                                "web/app/page.tsx",
                                "process.env.NEXT_PUBLIC_TITLE; process.env.SECRET_KEY")
                        .with("web/lib/a.ts", "fetch(process.env.NEXT_PUBLIC_API_URL + '/x')")
                        .with("web/lib/a.test.ts", "process.env.NEXT_PUBLIC_TESTED")
                        .with("web/lib/b.ts", "// process.env.NEXT_PUBLIC_GONE");
        assertThat(tree.facts("web").publicVariables()).containsExactly("NEXT_PUBLIC_TITLE");
        assertThat(tree.facts("web").apiBases())
                .extracting(ApiBase::variable)
                .containsExactly("NEXT_PUBLIC_API_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "react-scripts, 3.4.1, true",
        "react-scripts, ^4.0.3, true",
        "react-scripts, 5.0.1, false",
        "@vue/cli-service, ~4.5.13, true",
        "webpack, ^5.90.0, false",
        "webpack, latest, false",
    })
    void aBuildWithWebpack4IsAllowedItsDigests(String tool, String version, boolean told) {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'x build'}, 'dependencies': {'"
                                        + tool
                                        + "': '"
                                        + version
                                        + "', 'vite': '1'}}")
                        .with("web/index.html", "");
        Answer answer = tree.answer("web");
        assertThat(((NodeFacts) answer.service().facts()).environment().get("NODE_OPTIONS"))
                .isEqualTo(told ? "--openssl-legacy-provider" : null);
        assertThat(answer.findings().stream().anyMatch(f -> f.id().equals("FS-NODE-014")))
                .isEqualTo(told);
        tree.with("web/.nvmrc", "16");
        assertThat(((NodeFacts) tree.answer("web").service().facts()).environment())
                .doesNotContainKey("NODE_OPTIONS");
    }
}
