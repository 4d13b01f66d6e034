# shellcheck shell=bash
# Visitors and measured load, on this machine's own address only. Sourced after common.sh.
# shellcheck disable=SC2154 # of common.sh

# visit HOST PORT PATH BODY: lets visitors come until `visited`.
visit() {
    mkfifo "$work/visitors.in"
    java -XX:TieredStopAtLevel=1 -cp "$it/target/test-classes" io.github.fullstackmaven.it.load.LoadRun "$@" \
        <"$work/visitors.in" >"$work/visitors.out" 2>"$work/visitors.err" &
    visitors=$!
    exec 8>"$work/visitors.in"
    until [ -s "$work/visitors.out" ]; do sleep 0.1; done
}

# visited: ends them, and prints how many requests were sent and how many were lost.
visited() {
    exec 8>&-
    wait "$visitors"
    rm -f "$work/visitors.in"
    tail -n 1 "$work/visitors.out"
}

# need_wrk: the program that makes the load, from Debian's packages.
need_wrk() {
    command -v wrk >/dev/null && return
    (
        # shellcheck source=../../lab/lib/common.sh
        . "$it/lab/lib/common.sh"
        need_package wrk wrk
    ) >&2
}

# load URL [HOST]: requests a second and the 99th percentile in milliseconds, of 16 connections in 10 seconds.
load() {
    wrk --threads 1 --connections 16 --duration "${BENCH_SECONDS:-10}s" --latency --header "Host: ${2:-localhost}" "$1" >"$work/wrk"
    if grep -q 'Non-2xx' "$work/wrk"; then
        cat "$work/wrk" >&2
        return 1
    fi
    awk '
        function milliseconds(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
        $1 == "99%" { late = milliseconds($2) }
        $1 == "Requests/sec:" { rate = $2 }
        END { printf "%.0f %.2f\n", rate, late }' "$work/wrk"
}

# answered URL HOST: waits until it answers with 200.
answered() {
    local attempt
    for attempt in {1..600}; do
        [ "$(curl -s -m 2 -o /dev/null -w '%{http_code}' --header "Host: $2" "$1")" = 200 ] && return
        sleep 0.05
    done
    printf '%s does not answer (%s times tried)\n' "$1" "$attempt" >&2
    return 1
}
