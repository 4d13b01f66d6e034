# shellcheck shell=bash disable=SC2034,SC2154
# debian:SUITE or debian:SUITE-slim. The base itself, slim as it is.
suite=${tag%-slim}
