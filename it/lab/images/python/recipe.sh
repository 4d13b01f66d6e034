# shellcheck shell=bash disable=SC2034,SC2154
# python:VERSION-slim-SUITE. As in the official image it is built from source, below /usr/local; Debian's own would have
# other paths. The source is the one in Debian's archive, of whichever suite has that version.
suite=${tag#*-}
suite=${suite#slim-}
build_args=(--build-arg "VERSION=${tag%%-*}")

prepare() {
    local context=$1 index
    for suite_of_source in bookworm trixie forky; do
        sources_of "$suite_of_source" | sed 's/^deb /deb-src /'
    done >"$context/sources.list"
    # The address that this machine's pip uses, and no credentials.
    index=$(pip3 config get global.index-url 2>/dev/null | sed -E 's,//[^/@]*@,//,' || true)
    printf '[global]\ncert = %s\n%s\n' "$ca_bundle" "${index:+index-url = $index}" >"$context/pip.conf"
}
