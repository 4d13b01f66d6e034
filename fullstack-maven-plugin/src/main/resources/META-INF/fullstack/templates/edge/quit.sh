#!/bin/sh
# Has this edge's nginx let nobody in and end what it has, and waits for that.
# usage: quit SECONDS
set -eu
tries=$(($1 * 20))
[ -f /tmp/nginx.pid ] || exit 0
kill -QUIT "$(cat /tmp/nginx.pid)" 2> /dev/null || exit 0
while [ -f /tmp/nginx.pid ]; do
  [ "$tries" -gt 0 ] || exit 1
  tries=$((tries - 1))
  sleep 0.05
done
