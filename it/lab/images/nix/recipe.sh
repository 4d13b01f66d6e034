# shellcheck shell=bash disable=SC2034,SC2154
# nix:VERSION. Debian forky's Nix, where that is as new; exactly that version is not to be had.
suite=forky
build_args=(--build-arg "VERSION=$tag")
