package io.github.fullstackmaven.detect.node;

import java.util.List;
import java.util.Optional;

/** The package managers, and how each is told what to do. */
@SuppressWarnings("ImmutableEnumChecker") // Every list is made by List.of.
enum ManagerTool {
    NPM("npm", "npm ci", "npm install", List.of("package-lock.json", "npm-shrinkwrap.json")),
    PNPM("pnpm", "pnpm install --frozen-lockfile", "pnpm install", List.of("pnpm-lock.yaml")),
    YARN("yarn", "yarn install --frozen-lockfile", "yarn install", List.of("yarn.lock")),
    BERRY("yarn", "yarn install --immutable", "yarn install", List.of("yarn.lock")),
    BUN("bun", "bun install --frozen-lockfile", "bun install", List.of("bun.lock", "bun.lockb"));

    private final String id;
    private final String locked;
    private final String free;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> locks;

    ManagerTool(String id, String locked, String free, List<String> locks) {
        this.id = id;
        this.locked = locked;
        this.free = free;
        this.locks = locks;
    }

    /** Returns the name in the plan. */
    String id() {
        return id;
    }

    /** Returns the names of its lock file, the one that counts first. */
    List<String> locks() {
        return locks;
    }

    /** Returns the command that installs exactly what the lock says. */
    String locked() {
        return locked;
    }

    /** Returns the command that installs what fits the manifests. */
    String free() {
        return free;
    }

    /** Returns the command that runs a script of the manifest. */
    String run(String script) {
        return id + " run " + script;
    }

    /** Returns the command that runs a program of a dependency. */
    String execute(String command) {
        return switch (this) {
            case NPM -> "npx " + command;
            case PNPM -> "pnpm exec " + command;
            case YARN, BERRY -> "yarn run " + command;
            case BUN -> "bunx " + command;
        };
    }

    /**
     * Returns the commands that install without what is for development alone.
     *
     * @param lock whether the lock is held to
     * @param member the name of the one member of the workspaces that is meant
     * @param focuses whether this release of yarn can focus on a member
     */
    List<String> production(boolean lock, Optional<String> member, boolean focuses) {
        return List.of(
                switch (this) {
                    case NPM ->
                            (lock ? locked : free)
                                    + " --omit=dev"
                                    + member.map(name -> " --workspace=" + name).orElse("");
                    case PNPM ->
                            (lock ? locked : free)
                                    + " --prod"
                                    + member.map(name -> " --filter '" + name + "...'").orElse("");
                    case YARN -> (lock ? locked : free) + " --production=true";
                    case BERRY ->
                            focuses
                                    ? "yarn workspaces focus --production " + member.orElse("--all")
                                    : lock ? locked : free;
                    case BUN -> (lock ? locked : free) + " --production";
                });
    }

    /** Returns the commands that remove what is for development alone from what is installed. */
    List<String> prune(boolean focuses) {
        return switch (this) {
            case NPM -> List.of("npm prune --omit=dev --ignore-scripts");
            case PNPM -> List.of("pnpm prune --prod --ignore-scripts");
            case YARN -> List.of("yarn install --production=true --ignore-scripts");
            case BERRY -> focuses ? List.of("yarn workspaces focus --production --all") : List.of();
            case BUN -> List.of("rm -rf node_modules", "bun install --production --ignore-scripts");
        };
    }
}
