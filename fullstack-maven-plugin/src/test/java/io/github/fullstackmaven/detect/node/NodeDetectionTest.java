package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeDetectionTest {
    private static final String VITE =
            "{\"scripts\": {\"build\": \"vite build\"}, \"devDependencies\": {\"vite\": \"^8\"}}";

    private final MemoryTree tree =
            new MemoryTree().with("web/package.json", VITE).with("web/index.html", "");

    private Site site() {
        return new Detector(tree).survey().sites().get(0);
    }

    private Answer answer() {
        return new Detector(tree).look(site(), Hints.NONE);
    }

    private List<String> ids() {
        return answer().findings().stream().map(Finding::id).toList();
    }

    private NodeDetectionTest manifest(String text) {
        tree.with("web/package.json", text);
        return this;
    }

    @ParameterizedTest
    @CsvSource({
        "next, ssr-frontend",
        "nuxt, ssr-frontend",
        "@sveltejs/kit, ssr-frontend",
        "@remix-run/dev, ssr-frontend",
        "astro, static-frontend",
        "gatsby, static-frontend"
    })
    void aFrameworkAboveViteIsNotTakenForPlainVite(String dependency, String kind) {
        manifest(
                "{\"scripts\": {\"build\": \"x\"}, \"devDependencies\": {\"vite\": \"^8\", \""
                        + dependency
                        + "\": \"1\"}}");
        assertThat(site().kind().id()).isEqualTo(kind);
        assertThat(site().buildable()).isTrue();
    }

    @Test
    void toolingIsNoFrontEnd() {
        manifest("{\"devDependencies\": {\"husky\": \"9\", \"vite\": \"8\"}}");
        tree.without("web/index.html");
        assertThat(site().kind()).isEqualTo(ServiceKind.LIBRARY);
    }

    @Test
    void aLibraryBuiltByViteIsNoFrontEnd() {
        tree.with("web/vite.config.ts", "export default { build: { lib: { entry: 'a.ts' } } }");
        assertThat(site().kind()).isEqualTo(ServiceKind.LIBRARY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vite build | export default {} | dist",
                "vite build | export default { build: { outDir: 'out' } } | out",
                "vite build | module.exports = defineConfig(({mode}) => { return { build: { outDir: \"../pages\" } } }) | ../pages",
                "vite build | export default { root: 'src', build: { outDir: '../dist', emptyOutDir: true } } | dist",
                "vite build | export default { root: './app' } | app/dist",
                "vite build | export default { build: { outDir: path.resolve(__dirname, 'x') } } | x",
                "vite build --outDir o -m p | export default { build: { outDir: 'out' } } | o",
                "vite build | export default { /* build: { outDir: 'no' } */ plugins: [{ outDir: 'no' }] } | dist",
            })
    void readsWhereVitePutsThePages(String script, String config, String output) {
        manifest(VITE.replace("vite build", script));
        tree.with("web/vite.config.mts", config);
        assertThat(answer().service().output()).contains(output);
    }

    @ParameterizedTest
    @CsvSource({
        "pnpm-lock.yaml, pnpm",
        "yarn.lock, yarn",
        "bun.lock, bun",
        "package-lock.json, npm",
    })
    void theLockFileNamesThePackageManager(String lock, String manager) {
        tree.with("web/" + lock, "{}");
        assertThat(answer().service().packageManager()).contains(manager);
    }

    @Test
    void thePackageManagerFieldBeatsTheLockFile() {
        manifest(VITE.replaceFirst("\\{", "{\"packageManager\": \"pnpm@10.1.0+sha512.ab\","));
        tree.with("web/package-lock.json", "{}");
        assertThat(answer().service().packageManager()).contains("pnpm");
    }

    @Test
    void aLockThatDoesNotAgreeIsNotHeldTo() {
        tree.with(
                "web/package-lock.json",
                "{\"packages\": {\"\": {\"devDependencies\": {\"vite\": \"^7\"}}}}");
        assertThat(answer().service().install()).containsExactly("npm install");
        assertThat(ids()).containsExactly("FS-NODE-005");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | {'dependencies': {'esbuild': '^1'}} | esbuild, which node_modules/vite needs",
                "'' | {'peerDependencies': {'less': '*'}} | less, which node_modules/vite needs",
                "legacy-peer-deps=true | {'peerDependencies': {'less': '*'}} | ''",
                "'' | {'peerDependencies': {'less': '*'}, 'peerDependenciesMeta': {'less': {'optional': true}}} | ''",
                "'' | {'dependencies': {'esbuild': '^1'}, 'optionalDependencies': {'esbuild': '^1'}} | ''",
                "'' | {'dependencies': {'esbuild': '^1'}, 'bundleDependencies': ['esbuild']} | ''",
                "'' | {'dependencies': {'rollup': '^4'}} | ''",
            })
    void aLockWithoutWhatAPackageNeedsIsNotHeldTo(String settings, String vite, String missing) {
        tree.with("web/.npmrc", settings);
        tree.with(
                "web/package-lock.json",
                "{\"packages\": {\"\": {\"devDependencies\": {\"vite\": \"^8\"}},"
                        + " \"node_modules/rollup\": {}, \"node_modules/vite\": "
                        + vite.replace('\'', '"')
                        + "}}");
        assertThat(answer().service().install())
                .containsExactly(missing.isEmpty() ? "npm ci" : "npm install");
        assertThat(answer().findings())
                .extracting(finding -> finding.id() + " " + finding.message())
                .isEqualTo(
                        missing.isEmpty()
                                ? List.of()
                                : List.of(
                                        "FS-NODE-005 has no entry for "
                                                + missing
                                                + "; npm install is used instead of npm ci"));
    }

    @ParameterizedTest
    @CsvSource({
        ".nvmrc, v22.1.0, 22.1.0",
        ".nvmrc, lts/jod, 22",
        ".nvmrc, lts/*, 26",
        ".node-version, 24, 24",
        ".tool-versions, nodejs 22.4.1, 22.4.1"
    })
    void takesNodeFromItsFiles(String file, String text, String version) {
        tree.with(file, text + "\n");
        assertThat(answer().service().version("node")).contains(version);
        assertThat(answer().service().versions().get(0).source()).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({">=18, 26", "^22.12.0, 22", "20 || >=22, 26", "24.x, 24", "<25, 24", ">=20.19, 26"})
    void aRangeGivesTheNewestReleaseInIt(String range, String version) {
        manifest(VITE.replaceFirst("\\{", "{\"engines\": {\"node\": \"" + range + "\"},"));
        assertThat(answer().service().version("node")).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", ">=99", ""})
    void aRangeWithoutAKnownReleaseIsReported(String range) {
        manifest(VITE.replaceFirst("\\{", "{\"engines\": {\"node\": \"" + range + "\"},"));
        assertThat(answer().service().version("node")).contains("26");
    }

    @Test
    void findsTheVariablesThatTakeTheApisBase() {
        tree.with(
                        "web/src/api.ts",
                        """
                        // import.meta.env.VITE_API_OLD
                        const base = import.meta.env.VITE_API_URL ?? '';
                        const key = import.meta.env.VITE_API_KEY;
                        const b = import.meta.env['VITE_BACKEND_BASE'];
                        """)
                .with(
                        "web/src/T.vue",
                        "<p>don't</p>\n<script>fetch(import.meta.env.VITE_API_BASE)</script>");
        assertThat(((NodeFacts) answer().service().facts()).apiBases())
                .extracting(ApiBase::variable)
                .containsExactly("VITE_API_BASE", "VITE_API_URL", "VITE_BACKEND_BASE");
    }

    @Test
    void aVariableThatIsReadInATemplateAloneIsFound() {
        tree.with(
                "web/src/api.ts",
                "get(`${import.meta.env.VITE_API_URL}/x/${VITE_API_LOCAL}`, `VITE_API_TEXT ${x}`)");
        assertThat(((NodeFacts) answer().service().facts()).apiBases())
                .extracting(ApiBase::variable)
                .containsExactly("VITE_API_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch(`${import.meta.env.VITE_API_URL}/api/towns`)",
                "fetch(import.meta.env.VITE_API_URL + '/api/towns')",
                "const base: string = import.meta.env.VITE_API_URL ?? '';\nfetch(`${base}/api/${x}`)",
                "const BASE = { API_HOST: String(import.meta.env.VITE_API_URL) || '' }\n"
                        + "new Api({ baseUrl: `${BASE.API_HOST}/api` })",
            })
    void aVariableBehindWhichThePagesPutThePrefixIsNotThePrefixItself(String source) {
        tree.with("web/src/api.ts", source);
        ApiBase base = ((NodeFacts) answer().service().facts()).apiBases().get(0);
        assertThat(base.value("/api")).isEmpty();
        assertThat(base.value("/rest")).isEqualTo("/rest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch(`${import.meta.env.VITE_API_URL}/towns`)",
                "fetch(`${import.meta.env.VITE_API_URL}/apiary`)",
                "const base = import.meta.env.VITE_API_URL;\nfetch(`${database}/api/${x}`)",
                "const a = 'import.meta.env.VITE_API_URL'; x = { y: '}/api' };",
            })
    void aVariableBehindWhichSomethingElseStandsIsThePrefix(String source) {
        tree.with("web/src/api.ts", source + "\nimport.meta.env.VITE_API_URL")
                .with("web/src/other.ts", "const base = '';\nfetch(`${base}/api/towns`)");
        ApiBase base = ((NodeFacts) answer().service().facts()).apiBases().get(0);
        assertThat(base.value("/api")).isEqualTo("/api");
    }

    @Test
    void aConstantInCapitalsThatTookTheVariableCountsInEveryFile() {
        tree.with("web/src/config.ts", "export const API_HOST = import.meta.env.VITE_API_HOST")
                .with("web/src/towns.ts", "get(`${API_HOST}/api/v1/towns/${id}`)");
        ApiBase base = ((NodeFacts) answer().service().facts()).apiBases().get(0);
        assertThat(base.paths()).containsExactly("/api/v1/towns");
        assertThat(base.value("/api")).isEmpty();
    }

    @Test
    void theInstallLayerHasWhatInstallingNeeds() {
        manifest(
                "{\"scripts\": {\"build\": \"vite build\", \"postinstall\": \"node tools/patch.mjs\"},"
                        + " \"devDependencies\": {\"vite\": \"^8\"}}");
        tree.with("web/.npmrc", "").with("web/tools/patch.mjs", "").with("web/patches/a.patch", "");
        assertThat(((NodeFacts) answer().service().facts()).manifests())
                .containsExactly(".npmrc", "package.json", "patches/a.patch", "tools/patch.mjs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"export default {", "server: { proxy: { '/api':", "`${`", "'", "/", "{}}}]"})
    void aConfigurationThatCannotBeReadIsNoFault(String text) {
        tree.with("web/vite.config.js", text);
        assertThat(answer().service().output()).contains("dist");
    }
}
