# shellcheck shell=bash disable=SC2034,SC2154
# rust:VERSION-alpine. What counts of it is a musl target that makes static binaries; the system below is Debian's.
suite=bookworm
build_args=(--build-arg "VERSION=${tag%%-*}")
