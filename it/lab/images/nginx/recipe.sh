# shellcheck shell=bash disable=SC2034,SC2154
# nginx:VERSION-SUITE. The current nginx is in forky, whatever suite the official image of that version is built on.
suite=forky
build_args=(--build-arg "VERSION=${tag%%-*}")
