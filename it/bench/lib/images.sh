# shellcheck shell=bash
# What the benchmark of the stacks does with an engine: builds of three kinds side by side, with bases and caches of known state. Sourced after common.sh.

caches=bench-$$-$RANDOM
bases=$it/../fullstack-maven-plugin/src/main/resources/META-INF/fullstack/base-images.json
at_end+=("docker buildx prune --builder default --force --filter description~=$caches")

# base REPOSITORY [DOCKERFILE]: the image that the rendered Dockerfile takes of that repository (it may follow a version that the application asks for), else the table's.
base() {
    local found=
    [ -z "${2:-}" ] || found=$(sed -n "s#.*\(docker\.io/library/$1:[^ \"]*\).*#\1#p" "$2" | head -n 1)
    [ -n "$found" ] || found=$(sed -n "s#.*\"\(docker\.io/library/$1:[^\"]*\)\".*#\1#p" "$bases" | head -n 1)
    printf '%s' "$found"
}

# private_caches KIND <DOCKERFILE: the same file, each cache mount with an id that no other build has: nobody else's downloads help, and none are
# lost. The id alone does not tell layers apart, so every stage also has a variable of this run's own: no layer of an earlier run is found again.
private_caches() {
    awk -v prefix="$caches-$1" -v run="$caches" '
        {
            rest = $0; line = ""
            while (match(rest, /--mount=type=cache[^ ]*/)) {
                mount = substr(rest, RSTART, RLENGTH); id = mount
                if (id ~ /,id=/) sub(/.*,id=/, "", id); else sub(/.*,target=/, "", id)
                sub(/,.*/, "", id); gsub(/\//, "-", id); sub(/,id=[^,]*/, "", mount)
                line = line substr(rest, 1, RSTART - 1) mount ",id=" prefix "-" id
                rest = substr(rest, RSTART + RLENGTH)
            }
            print line rest
            if (/^FROM /) print "ENV BENCH_RUN=" run
        }'
}

# in_image IMAGE DIRECTORY COMMAND: what a developer would do there, with the tools of that image.
in_image() {
    quietly docker run --rm --user "$(id -u):$(id -g)" --env HOME=/tmp --env CARGO_HOME=/tmp/cargo --env npm_config_cache=/tmp/npm \
        --volume "$2:/work" --workdir /work "$1" sh -ec "$3"
}

# docker_build TAG DOCKERFILE CONTEXT ARGUMENT...: with every base that a baseline may name.
docker_build() {
    local tag=$1 file=$2 context=$3 name arguments=()
    shift 3
    for name in "${!base_of[@]}"; do arguments+=(--build-arg "$name=${base_of[$name]}"); done
    quietly docker buildx build --builder default --load --tag "$tag" --file "$file" "${arguments[@]}" "$@" "$context"
}

megabytes() { docker image inspect --format '{{.Size}}' "$1" | awk '{ printf "%.2f", $1 / 1e6 }'; }
