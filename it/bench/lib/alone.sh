# shellcheck shell=bash
# A deployed sample, and its parts alone: what edge, gateway and supervisor cost is seen beside them. Sourced after common.sh.
# shellcheck disable=SC2034,SC2154 # for the benchmarks, of common.sh

host=bench.example

# deployed NAME: deploys the sample under that name; $unit is its container.
deployed() {
    local settings=("-Dfullstack.name=$1" -Dfullstack.env=PRO "-Dfullstack.domain=$host"
        "-Dfullstack.httpPort=$http_port" "-Dfullstack.httpsPort=$((http_port + 1))")
    sample "$work/mapa-kms"
    at_end+=("cd '$work/mapa-kms' && maven '$work/log' '$plugin:undeploy' $(printf "'%s' " "${settings[@]}")"
        "docker volume rm --force \$(docker volume ls --quiet --filter label=io.github.fullstackmaven.application=$1)")
    cd "$work/mapa-kms" || return
    maven "$work/log" "$plugin:deploy" "${settings[@]}"
    unit=$(sed -n 's/.*"name" *: *"\(fullstack-bench[^"]*\)".*/\1/p' target/fullstack/deployment.json | head -n 1)
}

# bare_nginx UNIT PORT: the pages of the unit's image, served by nginx as it comes.
bare_nginx() {
    local image
    image=$(sed -n 's/.*"edge" *: *"\([^"]*\)".*/\1/p' "$it/../fullstack-maven-plugin/src/main/resources/META-INF/fullstack/base-images.json" | head -n 1)
    mkdir "$work/pages"
    docker cp --quiet "$1:/usr/share/fullstack/html/." "$work/pages"
    chmod -R a+rX "$work" "$work/pages"
    at_end=('docker rm --force bench-bare' "${at_end[@]}")
    quietly docker run --detach --name bench-bare --publish "127.0.0.1:$2:80" \
        --volume "$work/pages:/usr/share/nginx/html:ro" "$image" nginx -g 'daemon off;'
}

# back_end_alone UNIT PORT: the same program of the same image with the same variables, without gateway and supervisor; $alone.
back_end_alone() {
    local program
    alone=bench-alone
    program=$(docker exec "$1" sh -c 'for p in /proc/[0-9]*; do readlink "$p/exe"; done 2>/dev/null | grep "^/app/" | head -n 1')
    docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$1" | grep -v '^HOST=' >"$work/alone.env"
    at_end=("docker rm --force --volumes $alone" "${at_end[@]}")
    quietly docker run --detach --name "$alone" --publish "127.0.0.1:$2:3000" --env-file "$work/alone.env" --env HOST=0.0.0.0 \
        --read-only --tmpfs /tmp --tmpfs /data:mode=1777 --user 10001:10001 --entrypoint "$program" "$(docker inspect --format '{{.Image}}' "$1")"
}

# in_container CONTAINER PROGRAM: a program of the shell that may see all processes there.
in_container() { docker exec --user 0 --privileged "$1" sh -c "$2"; }
