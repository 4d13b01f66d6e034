package io.github.fullstackmaven.detect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.NodeProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspacesTest {
    private static NodeRepository members() {
        return new NodeRepository()
                .json(
                        "apps/web/package.json",
                        "{'name': 'web', 'scripts': {'build': 'vite build'},"
                                + " 'dependencies': {'@x/ui': '*'}, 'devDependencies': {'vite': '8'}}")
                .json(
                        "apps/api/package.json",
                        "{'name': 'api', 'scripts': {'start': 'node src/main.js'},"
                                + " 'dependencies': {'express': '5', '@x/ui': '*'}}")
                .with("apps/api/src/main.js", "app.listen(4000)")
                .json(
                        "packages/ui/package.json",
                        "{'name': '@x/ui', 'main': 'lib/index.js', 'scripts': {'build': 'tsc'},"
                                + " 'dependencies': {'@x/base': '*'}}")
                .json("packages/base/package.json", "{'name': '@x/base', 'main': 'index.js'}");
    }

    private static NodeRepository npm() {
        return members()
                .json("package.json", "{'workspaces': ['apps/*', './packages/**/']}")
                .with("package-lock.json", "{}");
    }

    @Test
    void aMemberIsInstalledFromTheRootWithEveryMembersManifest() {
        assertThat(npm().facts("apps/web").workspace()).isEqualTo(".");
        assertThat(npm().facts("apps/web").manifests())
                .containsExactly(
                        "apps/api/package.json",
                        "apps/web/package.json",
                        "package-lock.json",
                        "package.json",
                        "packages/base/package.json",
                        "packages/ui/package.json");
    }

    @Test
    void packagesOfTheRepositoryAreBuiltBeforeThoseThatNeedThem() {
        assertThat(npm().service("apps/web").build())
                .containsExactly("cd ../../packages/ui && npm run build", "npm run build");
    }

    @Test
    void turboBuildsWhereItIsSetUp() {
        NodeRepository tree =
                npm().json(
                                "package.json",
                                "{'workspaces': ['apps/*', 'packages/*'],"
                                        + " 'devDependencies': {'turbo': '2'}}")
                        .with("turbo.json", "{}");
        assertThat(tree.service("apps/web").build())
                .containsExactly(
                        "cd ../.. && node_modules/.bin/turbo run build --filter=web"
                                + " --env-mode=loose");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package-lock.json | npm ci --omit=dev --workspace=api",
                "yarn.lock | yarn install --frozen-lockfile --production=true",
                "bun.lock | bun install --frozen-lockfile --production",
            })
    void aProgramHasItsOwnDependenciesAlone(String lock, String command) {
        NodeRepository tree =
                members()
                        .json("package.json", "{'workspaces': ['apps/*', 'packages/*']}")
                        .with(lock, "");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("apps/api").program().orElseThrow();
        assertThat(program.install()).containsExactly(command);
        assertThat(program.files()).containsExactly("apps/api", "packages/base", "packages/ui/lib");
    }

    @Test
    void pnpmNamesItsMembersInAFileOfItsOwn() {
        NodeRepository tree =
                members()
                        .json("package.json", "{'name': 'all'}")
                        .with(
                                "pnpm-workspace.yaml",
                                "packages: ['apps/*', 'packages/*', '!**/web']\n")
                        .with("pnpm-lock.yaml", "lockfileVersion: '9.0'\n");
        assertThat(tree.facts("apps/api").workspace()).isEqualTo(".");
        NodeProgram.Installed program =
                (NodeProgram.Installed) tree.facts("apps/api").program().orElseThrow();
        assertThat(program.install())
                .containsExactly("pnpm install --frozen-lockfile --prod --filter 'api...'");
        assertThat(tree.facts("apps/web").workspace()).isEqualTo("apps/web");
    }

    @Test
    void aMemberIsStartedInItsOwnPlace() {
        assertThat(npm().service("apps/api").start().argv())
                .containsExactly("env", "--chdir=apps/api", "node", "src/main.js");
    }

    @Test
    void packagesThatNeedEachOtherInARingEnd() {
        NodeRepository tree =
                npm().json(
                                "packages/base/package.json",
                                "{'name': '@x/base', 'dependencies': {'@x/ui': '*'}}");
        assertThat(tree.service("apps/web").build()).hasSize(2);
    }

    @Test
    void manyMembersAreInstalledWithTheSources() {
        NodeRepository tree = npm();
        for (int i = 0; i < 50; i++) {
            tree.json("packages/p" + i + "/package.json", "{'name': 'p" + i + "'}");
        }
        assertThat(tree.facts("apps/web").manifests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages: [",
                "packages: 5",
                "[]",
                "packages: [null, 7, '../../..', '**/**/**']"
            })
    void rubbishInAWorkspaceFileIsNoMember(String text) {
        NodeRepository tree =
                members().json("package.json", "{}").with("pnpm-workspace.yaml", text);
        assertThat(tree.service("apps/web").build()).isNotEmpty();
    }
}
