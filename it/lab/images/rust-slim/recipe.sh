# shellcheck shell=bash disable=SC2034,SC2154
# rust:VERSION-slim-SUITE. Debian's newest Rust of that suite, for glibc.
suite=${tag##*-}
build_args=(--build-arg "VERSION=${tag%%-*}")
