package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageManagersTest {
    private static final String VITE =
            "'scripts': {'build': 'vite build'}, 'devDependencies': {'vite': '8'}}";

    private static NodeRepository project(String fields) {
        return new NodeRepository().json("web/package.json", "{" + fields + VITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pnpm-lock.yaml | lockfileVersion: '9.0' | pnpm install --frozen-lockfile | npm install --global --force pnpm@10",
                "pnpm-lock.yaml | lockfileVersion: '6.0' | pnpm install --frozen-lockfile | npm install --global --force pnpm@8",
                "pnpm-lock.yaml | lockfileVersion: 5.4 | pnpm install --frozen-lockfile | npm install --global --force pnpm@7",
                "yarn.lock | # yarn lockfile v1 | yarn install --frozen-lockfile | npm install --global --force yarn@1.22.22",
                "yarn.lock | __metadata: | yarn install --immutable | npm install --global --force @yarnpkg/cli-dist@4",
                "bun.lock | {} | bun install --frozen-lockfile | npm install --global --force bun@1",
                "package-lock.json | {} | npm ci |",
                "npm-shrinkwrap.json | {} | npm ci |",
            })
    void theLockIsHeldToByTheManagerThatWroteIt(
            String lock, String text, String install, String setup) {
        NodeRepository tree = project("").with("web/" + lock, text);
        assertThat(tree.service("web").install()).containsExactly(install);
        assertThat(tree.facts("web").setup())
                .isEqualTo(setup == null ? java.util.List.of() : java.util.List.of(setup));
        assertThat(tree.facts("web").lockfile()).contains(lock);
        assertThat(tree.findings("web")).doesNotContain("FS-NODE-004");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'packageManager': 'pnpm@9.15.0+sha512.ab', | pnpm@9.15.0",
                "'packageManager': 'yarn@4.5.1', | @yarnpkg/cli-dist@4.5.1",
                "'packageManager': 'yarn@1.22.19', | yarn@1.22.19",
                "'packageManager': 'bun@1.2.3', | bun@1.2.3",
                "'devEngines': {'packageManager': {'name': 'pnpm', 'version': '10.1.0'}}, | pnpm@10.1.0",
                "'devEngines': {'packageManager': [{'name': 'bun'}]}, 'packageManager': 'yarn@1', | bun@1",
                "'engines': {'pnpm': '>=8'}, | pnpm@10",
                "'packageManager': 'pnpm@$(id)', | pnpm@10",
            })
    void whatTheManifestNamesIsInstalled(String fields, String setup) {
        assertThat(project(fields).facts("web").setup())
                .containsExactly("npm install --global --force " + setup);
    }

    @Test
    void theVendoredReleaseOfYarnIsTaken() {
        NodeRepository tree =
                project("")
                        .with("web/yarn.lock", "__metadata:\n  version: 6\n")
                        .with("web/.yarnrc.yml", "yarnPath: .yarn/releases/yarn-3.6.1.cjs\n")
                        .with("web/.yarn/releases/yarn-3.6.1.cjs", "");
        assertThat(tree.facts("web").setup().get(0)).endsWith("@yarnpkg/cli-dist@3.6.1");
        assertThat(tree.facts("web").manifests())
                .contains(".yarnrc.yml", ".yarn/releases/yarn-3.6.1.cjs", "yarn.lock");
    }

    @Test
    void plugAndPlayBecomesNodeModulesAndIsMentioned() {
        NodeRepository tree =
                project("").with("web/yarn.lock", "__metadata:").with("web/.yarnrc.yml", "");
        assertThat(tree.facts("web").installEnvironment())
                .containsEntry("YARN_NODE_LINKER", "node-modules");
        assertThat(tree.findings("web")).containsExactly("FS-NODE-009");
        tree.with("web/.yarnrc.yml", "nodeLinker: node-modules\n");
        assertThat(tree.findings("web")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pnpm, pnpm install", "yarn, yarn install", "bun, bun install"})
    void withoutALockWhatFitsIsInstalledAndThatIsSaid(String name, String install) {
        NodeRepository tree = project("'packageManager': '" + name + "@1.0.0',");
        assertThat(tree.service("web").install()).containsExactly(install);
        assertThat(tree.findings("web")).contains("FS-NODE-004");
    }

    @Test
    void withoutDependenciesNoLockFileIsMissed() {
        NodeRepository tree =
                new NodeRepository()
                        .json("web/package.json", "{'scripts': {'start': 'node server.js'}}")
                        .with("web/server.js", "require('http').createServer().listen(3000)");
        assertThat(tree.findings("web")).doesNotContain("FS-NODE-004");
        assertThat(tree.service("web").install()).containsExactly("npm install");
    }

    @Test
    void twoLockFilesAreAConflictThatIsNamed() {
        NodeRepository tree =
                project("").with("web/pnpm-lock.yaml", "").with("web/package-lock.json", "{}");
        assertThat(tree.service("web").packageManager()).contains("pnpm");
        assertThat(tree.findings("web")).containsExactly("FS-NODE-001");
    }

    @Test
    void anInstallScriptThatBuildsHasTheSourcesFirst() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'vite build', 'postinstall': 'npm run build'},"
                                        + "'devDependencies': {'vite': '8'}}");
        assertThat(tree.facts("web").manifests()).isEmpty();
    }

    @Test
    void aHookOfGitNeedsNoSources() {
        NodeRepository tree =
                new NodeRepository()
                        .json(
                                "web/package.json",
                                "{'scripts': {'build': 'vite build', 'prepare': 'husky || true'},"
                                        + "'devDependencies': {'vite': '8', 'husky': '9'}}");
        assertThat(tree.facts("web").manifests()).containsExactly("package.json");
    }
}
