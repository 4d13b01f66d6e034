# shellcheck shell=bash
# What podman needs in a cell to run for an ordinary user: the user, with a range of further ids, a home and a folder for
# what is gone after a boot. Where these lie is what podman itself finds without a word of configuration. Sourced.
# shellcheck disable=SC2034,SC2154 # for cell.sh, of cell.sh

# shellcheck source=podman.sh
. "$(dirname "${BASH_SOURCE[0]}")/podman.sh"

cell_packages+=,passt
readonly rootless_user=fullstack-lab rootless_id=4242

# The words in front of the program: the user in the place of root, and what a login gives.
cell_as() {
    printf '%s ' setpriv "--reuid=$rootless_id" "--regid=$rootless_id" --clear-groups --inh-caps=-all \
        env "HOME=$home/data" "USER=$rootless_user" "XDG_RUNTIME_DIR=/run/user/$rootless_id"
}

# What a login and the rules for devices of a machine with an init system give: the machine's own device may be root's alone.
# And what root has in /tmp is the user's in the cell, since those who type commands here are root and mean themselves.
# shellcheck disable=SC2016 # for the inner shell
cell_daemon=(sh -c 'install -d -m 700 -o "$1" -g "$1" "/run/user/$1" &&
    mknod -m 666 /run/tun c 10 200 && mount --bind /run/tun /dev/net/tun &&
    mount --bind -o "X-mount.idmap=u:0:$1:1 g:0:$1:1" /tmp /tmp && exec sleep infinity' rootless "$rootless_id")

cell_configure() {
    local file
    configure_podman "$1"
    rm "$1/containers/storage.conf"
    for file in passwd group; do grep -v "^$rootless_user:" "/etc/$file" >"$1/$file"; done
    printf '%s:x:%s:%s::%s:/bin/sh\n' "$rootless_user" "$rootless_id" "$rootless_id" "$home/data" >>"$1/passwd"
    printf '%s:x:%s:\n' "$rootless_user" "$rootless_id" >>"$1/group"
    for file in subuid subgid; do printf '%s:1000000:65536\n' "$rootless_user" >"$1/$file"; done
    chown "$rootless_id:$rootless_id" "$home/data"
}
