# shellcheck shell=bash
# The bases that the stand-ins are built on: minimal Debian systems that trust whom this machine trusts and take their
# packages from where it takes them. Sourced.

# shellcheck source=debian.sh
. "$(dirname "${BASH_SOURCE[0]}")/debian.sh"

readonly label_prefix=io.github.fullstackmaven.lab
readonly ca_bundle=/etc/ssl/certs/ca-certificates.crt

# What a base depends on.
base_ingredients() {
    local ingredients=("$lab_source/lib/debian.sh" "$lab_source/lib/base.sh" "$ca_bundle" /etc/apt/sources.list /etc/apt/sources.list.d/*)
    # A machine has not all of these.
    cat "${ingredients[@]}" 2>/dev/null || true
}

# The files that every base gets: this machine's certificate authorities, kept when a package refreshes the bundle, and
# an apt that takes a mirror past its date.
write_base_overlay() {
    local overlay=$1 share=$1/usr/share/fullstack-lab
    chmod 755 "$overlay"
    mkdir -p "$share" "$overlay/etc/ca-certificates/update.d" "$overlay/etc/ssl/certs" \
        "$overlay/etc/apt/apt.conf.d" "$overlay/etc/dpkg/dpkg.cfg.d"
    cp "$ca_bundle" "$share/ca-certificates.crt"
    cp "$ca_bundle" "$overlay$ca_bundle"
    printf '#!/bin/sh\ncp /usr/share/fullstack-lab/ca-certificates.crt %s\n' "$ca_bundle" \
        >"$overlay/etc/ca-certificates/update.d/zz-fullstack-lab"
    chmod 755 "$overlay/etc/ca-certificates/update.d/zz-fullstack-lab"
    printf 'Acquire::Check-Valid-Until "false";\n' >"$overlay/etc/apt/apt.conf.d/99fullstack-lab"
    printf 'force-unsafe-io\n' >"$overlay/etc/dpkg/dpkg.cfg.d/fullstack-lab"
}

# base_image SUITE: prints the name of a minimal Debian of that suite in the engine, made on first use.
base_image() {
    local suite=$1 digest name tar overlay
    digest=$(base_ingredients | sha256sum | cut -c1-16)
    name=fullstack-lab/debian:$suite-$digest
    printf '%s' "$name"
    mkdir -p "$lab_home/bases"
    # Two recipes may want the same base at the same time.
    exec 9>"$lab_home/bases/$suite.lock"
    flock 9
    if ! docker image inspect "$name" >/dev/null 2>&1; then
        tar=$lab_home/bases/$suite-$digest.tar
        if [ ! -e "$tar" ]; then
            overlay=$(mktemp -d "$lab_home/bases/overlay.XXXXXX")
            write_base_overlay "$overlay"
            rm -f "$lab_home/bases/$suite-"*.tar
            root_file_system "$suite" "$tar.part.tar" --customize-hook="cp -a '$overlay/.' \"\$1/\"" >&2
            rm -rf "$overlay"
            mv "$tar.part.tar" "$tar"
        fi
        docker import --change "LABEL $label_prefix.stand-in=true" \
            --change "ENV SSL_CERT_FILE=$ca_bundle" \
            --change "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
            "$tar" "$name" >&2
    fi
    exec 9>&-
}
