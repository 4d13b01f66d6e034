#!/bin/sh
# Says which release the running edge serves, after a change that is under way has come to its end.
# usage: generation KEY
set -eu
exec 9> /edge/.lock
flock -w 30 9
curl -sf --unix-socket /tmp/admin.sock -m 5 -H "Host: $1" http://edge/generation || :
