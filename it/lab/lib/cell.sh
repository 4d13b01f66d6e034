# shellcheck shell=bash
# An engine in a cell: mount, network and process namespaces of its own, so that old and new engines run side by side on
# one machine and none sees another's containers, bridges or packet filters. Sourced by engines/NAME/engine, which says:
#
#   cell_suite      the Debian suite that has the engine's packages
#   cell_packages   these, with commas
#   cell_number     1 to 254, another for each engine: the cell is the machine 10.213.NUMBER.2
#   cell_program    the command that people type: docker or podman
#   cell_daemon     what runs in the cell, an array
#   cell_configure  a function that writes what the cell has in /etc besides what the machine has there, below $1
#   cell_as         where the command is not to run as root, a function that prints the words which go in front of it
#
# What a cell leaves on the machine: $home, and while it runs a network device and three packet filter rules.

# shellcheck disable=SC2154 # what engines/NAME/engine says
# shellcheck source=images.sh
. "$(dirname "${BASH_SOURCE[0]}")/images.sh"

cell_name=$(basename "$(cd "$(dirname "$0")" && pwd)")
readonly cell_name
readonly home=$lab_home/engines/$cell_name
readonly root=$home/root
readonly wrapper=$home/bin/$cell_program
readonly device=fslab$cell_number
readonly gateway=10.213.$cell_number.1
readonly address=10.213.$cell_number.2
readonly forwarding=/proc/sys/net/ipv4/ip_forward

# The first process of the cell, as this machine counts, if the cell runs.
cell_pid() {
    local pid
    pid=$(cat "$home/pid" 2>/dev/null) || return 0
    if [ "$(cat "/proc/$pid/root/run/fullstack-lab-cell" 2>/dev/null)" = "$cell_name" ]; then printf '%s' "$pid"; fi
}

answers() { [ -n "$(cell_pid)" ] && timeout 60 "$wrapper" version >/dev/null 2>&1; }

# plan IMAGE...: a line for each thing that is to be done until the cell runs and has these images.
plan() {
    local lacking
    if [ ! -d "$root" ]; then printf 'install %s from packages under %s\n' "$cell_name" "$home"; fi
    if ! answers; then
        printf 'start %s\n' "$cell_name"
        return
    fi
    lacking=$(missing_images "$@" | paste -sd' ')
    if [ -n "$lacking" ]; then printf 'give %s %s\n' "$cell_name" "$lacking"; fi
}

# Ids of images, one a line; nothing for one that is not there.
ids_in_docker() { docker image inspect --format '{{.Id}}' "$1" 2>/dev/null | sed 's/^sha256://'; }
ids_in_cell() { "$wrapper" image inspect --format '{{.Id}}' "$1" 2>/dev/null | sed 's/^sha256://'; }

# missing_images IMAGE...: those that the cell has not, or of another build than the engine that `docker` talks to.
missing_images() {
    local image
    for image in "$@"; do
        if [ "$(ids_in_cell "$image")" != "$(ids_in_docker "$image")" ]; then printf '%s\n' "$image"; fi
    done
}

install_root() {
    if [ -d "$root" ]; then return; fi
    need_package mmdebstrap mmdebstrap arch-test
    say "installing $cell_name from packages under $home (about 30 s, 500 MB)"
    mkdir -p "$home"
    rm -rf --one-file-system "$root.new"
    run_logged "$cell_name" root_file_system "$cell_suite" "$root.new" \
        "--include=$cell_packages,dnsmasq-base,iptables,iproute2,ca-certificates,tini,xz-utils,openssh-server"
    mv "$root.new" "$root"
}

cell_words() { if declare -F cell_as >/dev/null; then cell_as; fi; }

# The command for this machine: it runs in the cell, in the directory where it was typed, with the same variables.
write_wrapper() {
    mkdir -p "$home/bin"
    cat >"$wrapper" <<END
#!/bin/sh
# $cell_program of the lab's engine $cell_name: put this folder first on the PATH.
exec nsenter --target "\$(cat $home/pid)" --mount --net --pid -- /bin/sh -c \\
    'PATH=/usr/sbin:/usr/bin:/sbin:/bin; cd "\$1" 2>/dev/null; shift; exec "\$@"' sh "\$PWD" $(cell_words)$cell_program "\$@"
END
    chmod 755 "$wrapper"
    printf '%s\n' "$address" >"$home/address"
}

# in_root COMMAND...: one of the engine's own programs, in this machine's network.
in_root() {
    # shellcheck disable=SC2016 # for the inner shell
    unshare --mount /bin/sh -c 'mount -t proc proc "$1/proc" && exec chroot "$@"' in_root "$root" "$@"
}

filter_rules() {
    printf '%s\n' "nat POSTROUTING -s $gateway/30 ! -o $device -j MASQUERADE" \
        "filter FORWARD -i $device -j ACCEPT" "filter FORWARD -o $device -j ACCEPT"
}

# filter VERB: -I puts the rules first, where no other engine's come before them; -D takes them away.
filter() {
    local table line rule
    while read -r table line; do
        read -ra rule <<<"$line"
        while in_root iptables -t "$table" -D "${rule[@]}" 2>/dev/null; do :; done
        if [ "$1" = -I ]; then in_root iptables -t "$table" -I "${rule[@]}"; fi
    done < <(filter_rules)
}

connect() {
    if [ ! -e "$home/ip-forward" ]; then cp "$forwarding" "$home/ip-forward"; fi
    echo 1 >"$forwarding"
    in_root ip link delete "$device" 2>/dev/null || true
    in_root ip link add "$device" type veth peer name uplink netns "$1"
    in_root ip address add "$gateway/30" dev "$device"
    in_root ip link set "$device" up
    filter -I
}

# The process that unshare made in its new namespaces.
cell_child() {
    local holder
    holder=$(cat "$home/holder")
    tr -d ' ' <"/proc/$holder/task/$holder/children"
} 2>/dev/null

start() {
    local attempt pid=
    say "starting $cell_name (log: $home/cell.log)"
    mkdir -p "$home/data" "$home/tmp" "$home/etc" "$home/etc.changes" "$home/etc.work"
    cell_configure "$home/etc"
    printf 'nameserver %s\n' "$address" >"$home/etc/resolv.conf"
    write_wrapper
    rm -f "$home/holder"
    # shellcheck disable=SC2016 # for the inner shell
    setsid --fork bash -c 'echo $$ >"$1"; shift; exec unshare --mount --net --pid --fork --kill-child "$@"' \
        start "$home/holder" "$lab_source/lib/cell-inside" "$cell_name" "$home" "$gateway" "$address" "${cell_daemon[@]}" \
        </dev/null >>"$home/cell.log" 2>&1
    for attempt in {1..50}; do
        pid=$(cell_child) || true
        if [ -n "$pid" ]; then break; fi
        sleep 0.1
    done
    if [ -z "$pid" ]; then fail "$cell_name does not start; the whole log is $home/cell.log"; fi
    printf '%s\n' "$pid" >"$home/pid"
    connect "$pid"
    for attempt in {1..150}; do
        if answers; then return; fi
        if [ ! -d "/proc/$pid" ]; then break; fi
        sleep 0.2
    done
    tail -n 25 "$home/cell.log" | sed 's/^/    /' >&2
    fail "$cell_name does not answer; the whole log is $home/cell.log"
}

up() {
    install_root
    if ! answers; then
        down
        start
    fi
    say "$cell_name answers as $wrapper, and its published ports on $address"
}

# Reads an image from standard input.
run_loading() { "$wrapper" load --quiet >>"$home/load.log" 2>&1; }

# load IMAGE...: those that the cell lacks, from the engine that `docker` talks to.
load() {
    local image lacking
    mapfile -t lacking < <(missing_images "$@")
    if [ ${#lacking[@]} = 0 ]; then return; fi
    say "giving $cell_name ${lacking[*]}"
    for image in "${lacking[@]}"; do docker save "$image" | run_loading; done
}

# Ends everything in the cell at once: what it held on disk stays.
down() {
    local pid attempt
    pid=$(cell_pid)
    if [ -n "$pid" ]; then
        say "stopping $cell_name"
        kill -TERM "$pid"
        for attempt in {1..150}; do
            if [ ! -d "/proc/$pid" ]; then break; fi
            if [ "$attempt" = 100 ]; then kill -KILL "$pid"; fi
            sleep 0.1
        done
    fi
    rm -f "$home/pid" "$home/holder"
    if [ -d "$root" ]; then
        filter -D
        in_root ip link delete "$device" 2>/dev/null || true
    fi
}

purge() {
    if [ ! -d "$home" ]; then return; fi
    down
    # With a docker engine on this machine forwarding is its business.
    if [ "$(cat "$home/ip-forward" 2>/dev/null)" = 0 ] && ! command -v docker >/dev/null; then echo 0 >"$forwarding"; fi
    say "removing $home"
    rm -rf "$home"
}

cell() {
    case ${1:-} in
    plan | up | down | purge | load) "$@" ;;
    *) fail "engines/$cell_name/engine: give one of plan IMAGE..., up, load IMAGE..., down, purge" ;;
    esac
}
