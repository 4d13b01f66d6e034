#!/bin/sh
# Counts the answers since the switch: all, and the server's errors.
# usage: watch KEY
set -eu
awk '/^5/ { errors++ } END { print NR + 0, errors + 0 }' "/var/tmp/$1.log"
