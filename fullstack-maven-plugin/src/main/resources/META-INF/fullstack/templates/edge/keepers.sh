#!/bin/sh
# Names the applications, but for one, that may go back to a release with an image.
# usage: keepers PROJECT IMAGE
set -eu
cd /edge/releases 2> /dev/null || exit 0
for project in *; do
  [ "$project" != "$1" ] || continue
  ! grep -qsF "$2" "$project"/*.json || echo "$project"
done
