# shellcheck shell=bash
# Debian root file systems from the package mirror that this machine itself uses. Sourced.

# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The address that apt has for LABEL (Debian or Debian-Security), empty if it has none.
mirror() {
    # shellcheck disable=SC2016 # apt's own placeholders
    apt-get indextargets --format '$(LABEL) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        awk -v label="$1" '$1 == label && $2 == "main" { print $3; exit }'
}

# The lines of a sources.list for SUITE. Only a released suite has a security archive.
sources_of() {
    local suite=$1 main security
    main=$(mirror Debian)
    if [ -z "$main" ]; then
        fail "apt knows no Debian mirror: give /etc/apt/sources.list one and run apt-get update"
    fi
    printf 'deb %s %s main\n' "$main" "$suite"
    case $suite in
    bookworm | trixie)
        security=$(mirror Debian-Security)
        printf 'deb %s %s-updates main\n' "$main" "$suite"
        if [ -n "$security" ]; then printf 'deb %s %s-security main\n' "$security" "$suite"; fi
        ;;
    esac
}

# root_file_system SUITE TARGET OPTION...: TARGET is a directory, or a tar where its name ends so. A mirror that is a
# copy of some day may be past the date that its Release file names.
root_file_system() {
    local suite=$1 target=$2
    shift 2
    sources_of "$suite" | mmdebstrap --mode=root --variant=minbase \
        --aptopt='Acquire::Check-Valid-Until "false"' \
        --dpkgopt=force-unsafe-io \
        --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        "$@" "$suite" "$target" -
}
