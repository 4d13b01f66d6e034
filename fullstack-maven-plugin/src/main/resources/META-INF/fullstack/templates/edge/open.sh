#!/bin/sh
# Opens an edge to the public, beside the one that serves; from its next start on it is open if its turn has come.
# usage: open
set -eu
alive() { curl -sf -m 2 --unix-socket /tmp/admin.sock -o /dev/null http://edge/alive; }
ln -sfn /edge /tmp/run
kill -HUP "$(cat /tmp/nginx.pid)"
seen=0 tries=0
while [ "$tries" -lt 200 ]; do
  if alive; then seen=$((seen + 1)); else seen=0; fi
  [ "$seen" -lt 3 ] || exit 0
  tries=$((tries + 1))
  sleep 0.05
done
echo "it does not open" >&2
exit 4
