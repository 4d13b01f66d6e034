#!/bin/sh
# Prints the record of a release.
# usage: record PROJECT RELEASE
set -eu
cat "/edge/releases/$1/$2.json"
