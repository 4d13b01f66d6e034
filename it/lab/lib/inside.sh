# shellcheck shell=bash
# What the first process of an engine's own namespaces does before it becomes the engine. Nothing done here is seen
# outside of them. Sourced.

# own_programs ROOT: programs and libraries are the engine's; /etc, /var, /home and whatever else lies in / stay this
# machine's, so that `-v /any/path:/x` finds the same files as the person who typed it.
own_programs() {
    local directory
    # The new /usr would hide what was installed by hand.
    exec 3</usr/local
    for directory in usr etc/alternatives etc/ld.so.cache; do
        mount --bind "$1/$directory" "/$directory"
    done
    mount --bind /proc/self/fd/3 /usr/local
    exec 3<&-
}

# Without an init system nobody has mounted the controllers.
control_groups() {
    local controller enabled
    if [ -e /sys/fs/cgroup/cgroup.controllers ] || grep -q ' /sys/fs/cgroup' /proc/mounts; then return; fi
    mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
    while read -r controller _ _ enabled; do
        if [ "$enabled" != 1 ]; then continue; fi
        mkdir "/sys/fs/cgroup/$controller"
        mount -t cgroup -o "$controller" cgroup "/sys/fs/cgroup/$controller"
    done < <(grep -v '^#' /proc/cgroups)
}
