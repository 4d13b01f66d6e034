# shellcheck shell=bash
# What podman needs in a cell: there is no systemd, and perhaps no cgroup v2. Sourced.
# shellcheck disable=SC2034 # for cell.sh

cell_program=podman
cell_packages=podman,buildah,uidmap,netavark,aardvark-dns,conmon,runc,catatonit,nftables
# podman has no daemon: its containers only need somebody who is there, and who starts them again as systemd's podman-restart does.
cell_daemon=(sh -c 'podman start --all --filter restart-policy=always; exec sleep infinity')

# configure_podman ETC: what podman has there, as root and as anybody else.
configure_podman() {
    local containers=$1/containers limit
    limit=$(ulimit -Hn)
    if [ "$limit" = unlimited ] || [ "$limit" -gt 20000 ]; then limit=20000; fi
    mkdir -p "$containers"
    # shellcheck disable=SC2154 # of cell.sh
    cp -r "$root/etc/containers/." "$containers"
    cat >"$containers/containers.conf" <<END
[containers]
default_ulimits = ["nofile=$limit:$limit", "nproc=20000:20000"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
firewall_driver = "iptables"
END
    # shellcheck disable=SC2154 # of cell.sh
    cat >"$containers/storage.conf" <<END
[storage]
driver = "overlay"
graphroot = "$home/data"
runroot = "/run/containers/storage"
END
}

cell_configure() { configure_podman "$1"; }
