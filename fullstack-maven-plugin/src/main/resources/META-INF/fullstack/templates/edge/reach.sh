#!/bin/sh
# Names the units that this edge reaches, by its own way to them; whether it is open to the public or not.
# usage: reach
set -eu
socket=/tmp/admin.sock
[ -S "$socket" ] || socket=/tmp/closed-admin.sock
curl -sf -m 2 --unix-socket "$socket" -o /dev/null http://edge/alive
for file in /edge/units/*.unit; do
  [ -f "$file" ] || continue
  name=$(sed -n 's/^upstream \([a-z0-9_]*\) {$/\1/p' "$file")
  code=$(curl -s --unix-socket "$socket" -m 4 -H 'X-Probe-Host: localhost' -o /dev/null -w '%{http_code}' "http://edge/unit/$name/healthz") || :
  case ${code:-000} in 000 | 502 | 504) ;; *) echo "$name" ;; esac
done
