# shellcheck shell=bash
# What the benchmarks share: copies of the sample, Maven with the tests' repository, times and rows.

it=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$it/pom.xml" | head -n 1)
plugin=io.github.fullstackmaven:fullstack-maven-plugin:$version
local_repository=$it/target/local-repo
http_port=${BENCH_PORT:-28080}

# sample DIRECTORY [APPLICATION]: a copy of a sample application, as a fresh clone has it.
sample() {
    mkdir -p "$1"
    tar -C "$it/apps/${2:-mapa-kms}" --exclude=target --exclude=node_modules --exclude=dist -cf - . | tar -C "$1" -xf -
}

# maven LOG ARGUMENT...: Maven with time stamps, in the current directory.
maven() {
    local log=$1 settings=$it/target/settings-of-benches.xml
    shift
    sed "s#@localRepositoryUrl@#file://${MAVEN_REPOSITORY:-$HOME/.m2/repository}#" "$it/src/it/settings.xml" >"$settings"
    mvn --batch-mode --no-transfer-progress -Dstyle.color=never --settings "$settings" \
        -Dmaven.repo.local="$local_repository" \
        -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS \
        "$@" >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        return 1
    }
}

# goal_times LOG: seconds that each goal of a run took, without Maven's start: from its headline to the next line that is not its own.
goal_times() {
    awk '
        function seconds(t, p) { split(t, p, ":"); return p[1] * 3600 + p[2] * 60 + p[3] }
        /--- (fullstack|fullstack-maven-plugin):/ { if (open) printf "%.3f\n", seconds($1) - start; start = seconds($1); open = 1; next }
        /\[INFO\] ------------------------------------------------------------/ { if (open) printf "%.3f\n", seconds($1) - start; open = 0 }
    ' "$1"
}

# seconds COMMAND...: how long it takes.
seconds() {
    local start=$EPOCHREALTIME
    "$@" || return
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# row WHAT OURS OTHER-NAME OTHER UNIT: one line of the table, with the ratio.
row() {
    awk -v what="$1" -v ours="$2" -v name="$3" -v other="$4" -v unit="$5" \
        'BEGIN { printf "%-58s %9.2f %-3s %-46s %9.2f %-3s %6.2f\n", what, ours, unit, name, other, unit, ours / other }'
}

# count WHAT OURS OF OTHER-NAME OTHER OF: the same for two counts, each of so many.
count() {
    printf '%-58s %9s %-3s %-46s %9s\n' "$1" "$2" '' "$4" "$5"
    printf '%-58s %9s %-3s %-46s %9s\n' '' "of $3" '' '' "of $6"
}

quietly() { "$@" >"$work/quiet.log" 2>&1 || { tail -n 40 "$work/quiet.log" >&2 && return 1; }; }

# work: a directory of this benchmark, removed at its end, with what it started.
work=$(mktemp -d)
at_end=()
tidy() {
    local command
    for command in "${at_end[@]}"; do eval "$command" >/dev/null 2>&1 || true; done
    rm -rf "$work"
}
trap tidy EXIT
