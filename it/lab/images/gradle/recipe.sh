# shellcheck shell=bash disable=SC2034
# gradle:VERSION-jdkN. Gradle publishes its distribution on a server of its own alone.
impossible="no package registry has a Gradle distribution that runs on Java 17 or newer (Debian's is 4.4)"
