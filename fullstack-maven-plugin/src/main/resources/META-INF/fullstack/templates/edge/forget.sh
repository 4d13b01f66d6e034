#!/bin/sh
# Removes the record of a release; nginx does not read it, so nothing is taken up anew.
# usage: forget PROJECT RELEASE
set -eu
rm -f "/edge/releases/$1/$2.json"
