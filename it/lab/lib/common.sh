# shellcheck shell=bash
# What the lab's commands share: where things lie, how they speak, how a long step is run. Sourced.

lab_home=${FULLSTACK_LAB_HOME:-/var/lib/fullstack-lab}
lab_source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # for those who source this
readonly lab_home lab_source

say() { printf 'lab: %s\n' "$*"; }

fail() {
    printf 'lab: %s\n' "$*" >&2
    exit 1
}

# run_logged NAME COMMAND...: its output goes to log/NAME.log; only when it fails are the last lines shown.
run_logged() {
    local log=$lab_home/log/$1.log
    shift
    mkdir -p "$lab_home/log"
    if "$@" >>"$log" 2>&1 </dev/null; then return 0; fi
    {
        printf 'lab: failed: %s\n' "$*"
        tail -n 25 "$log" | sed 's/^/    /'
        printf 'lab: the whole log is %s\n' "$log"
    } >&2
    return 1
}

is_debian() { [ -e /etc/debian_version ] && command -v apt-get >/dev/null && grep -qx 'ID=debian' /etc/os-release; }

is_root() { [ "$(id -u)" = 0 ]; }

# need_package COMMAND PACKAGE...: installs the packages where the command is absent, and remembers that the lab did.
need_package() {
    local command=$1
    shift
    if command -v "$command" >/dev/null; then return 0; fi
    say "installing $* with apt-get"
    if [ ! -e "$lab_home/apt-updated" ]; then
        run_logged apt apt-get update
        touch "$lab_home/apt-updated"
    fi
    run_logged apt env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
    printf '%s\n' "$@" >>"$lab_home/packages"
}

# The engine that `docker` talks to, if it answers.
engine_version() {
    command -v docker >/dev/null && timeout 20 docker version --format '{{.Server.Version}}' 2>/dev/null
}
