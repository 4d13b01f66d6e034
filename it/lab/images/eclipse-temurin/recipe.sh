# shellcheck shell=bash disable=SC2034,SC2154
# eclipse-temurin:N-jdk. Debian's OpenJDK of that version, where the official image has its own.
build_args=(--build-arg "VERSION=${tag%%-*}")
case ${tag%%-*} in
17) suite=bookworm ;;
*) suite=trixie ;;
esac
