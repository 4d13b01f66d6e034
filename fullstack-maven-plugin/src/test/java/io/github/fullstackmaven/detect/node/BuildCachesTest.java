package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.model.NodeFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCachesTest {
    @ParameterizedTest
    @CsvSource({
        "next, next build, .next/cache",
        "@docusaurus/core, docusaurus build, node_modules/.cache",
        "react-scripts, react-scripts build, node_modules/.cache",
        "@vue/cli-service, vue-cli-service build, node_modules/.cache",
        "astro, astro build, node_modules/.astro/assets",
    })
    void whatAFrameworkKeepsIsKept(String dependency, String script, String directory) {
        assertThat(caches(dependency, "'build': '%s'".formatted(script)))
                .extracting(BuildCache::directory)
                .containsExactly(directory);
    }

    @Test
    void whatWasFetchedFromElsewhereIsFetchedAgain() {
        assertThat(caches("next", "'build': 'next build'"))
                .containsExactly(new BuildCache(".next/cache", List.of("fetch-cache")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'build': 'rm -rf .next && next build'",
                "'build': 'rimraf .next && next build'",
                "'build': 'npm ci && next build'",
                "'build': 'node scripts/before.js && next build'",
                "'prebuild': 'npx rimraf .next', 'build': 'next build'",
                "'postbuild': 'git clean -fdx', 'build': 'next build'",
                "'build': 'npm run clean && next build', 'clean': 'echo'",
                "'build': 'npm run before && next build', 'before': 'yarn other',"
                        + " 'other': 'del .next'",
                "'build': 'npm run before && next build', 'before': 'npm run build && sh all.sh'",
            })
    void nothingIsKeptWhereAScriptMayRemoveIt(String scripts) {
        assertThat(caches("next", scripts)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'build': 'tsc --noEmit && next build'",
                "'build': 'NODE_OPTIONS=--max-old-space-size=4096 node_modules/.bin/next build'",
                "'build': 'next build', 'dev': 'rm -rf .next && next dev'",
            })
    void whatDoesNotTouchItDoesNotHinder(String scripts) {
        assertThat(caches("next", scripts)).hasSize(1);
    }

    @Test
    void nothingIsKeptOfABuildThatTheUserNames() {
        NodeRepository repository = repository("next", "'build': 'next build'");

        NodeFacts facts =
                (NodeFacts)
                        new Detector(repository.tree())
                                .look(
                                        repository.site("web"),
                                        new Hints(Optional.empty(), Optional.empty(), true))
                                .service()
                                .facts();

        assertThat(facts.caches()).isEmpty();
    }

    @Test
    void whatACheckOfTypesWroteDownIsKeptAndItsTimeDoesNotCount() {
        assertThat(
                        checked("vite", "node_modules/.tmp/app.tsbuildinfo", "'noEmit': true")
                                .facts("web")
                                .caches())
                .containsExactly(
                        new BuildCache("node_modules/.tmp", List.of(), List.of("app.tsbuildinfo")));
    }

    @Test
    void theCompilerDoesNotCountOnResultsThatAreGone() {
        assertThat(
                        checked(
                                        "react-scripts",
                                        "node_modules/.cache/ts/app.tsbuildinfo",
                                        "'outDir': 'dist'")
                                .facts("web")
                                .caches())
                .containsExactly(
                        new BuildCache(
                                "node_modules/.cache", List.of("ts/app.tsbuildinfo"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "node_modules/.tmp/app.tsbuildinfo, outDir",
        "app.tsbuildinfo, noEmit",
        "src/app.tsbuildinfo, noEmit",
        "node_modules/app.tsbuildinfo, noEmit",
        "node_modules/vite/app.tsbuildinfo, noEmit",
        "../node_modules/.tmp/app.tsbuildinfo, noEmit",
        "node_modules/.tmp; rm -rf/app.tsbuildinfo, noEmit",
        "node_modules/.tmp/$(id), noEmit",
    })
    void nothingIsMountedOverSourcesAndPackagesOrForACompilerThatWritesResults(
            String file, String option) {
        assertThat(checked("vite", file, "'%s': true".formatted(option)).facts("web").caches())
                .isEmpty();
    }

    private static NodeRepository checked(String dependency, String file, String options) {
        return repository(dependency, "'build': 'tsc -b && vite build'")
                .json("web/tsconfig.json", "{'files': [], 'references': []} // the others")
                .json(
                        "web/tsconfig.app.json",
                        "{/* app */ 'compilerOptions': {%s, 'tsBuildInfoFile': './%s'}}"
                                .formatted(options, file));
    }

    private static List<BuildCache> caches(String dependency, String scripts) {
        return repository(dependency, scripts).facts("web").caches();
    }

    private static NodeRepository repository(String dependency, String scripts) {
        return new NodeRepository()
                .json(
                        "web/package.json",
                        "{'name': 'web', 'scripts': {%s}, 'dependencies': {'%s': '*'}}"
                                .formatted(scripts, dependency));
    }
}
