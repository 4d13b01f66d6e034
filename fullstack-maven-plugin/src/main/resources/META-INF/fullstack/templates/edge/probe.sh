#!/bin/sh
# Asks a unit through the edge's own way to it. Prints the status of /readyz and what /healthz says.
# usage: probe UPSTREAM HOST
set -eu
base=http://edge/unit/$1
code=$(curl -s --unix-socket /tmp/admin.sock -m 6 -H "X-Probe-Host: $2" -o /dev/null -w '%{http_code}' "$base/readyz") || :
identity=$(curl -sf --unix-socket /tmp/admin.sock -m 6 -H "X-Probe-Host: $2" "$base/healthz" | head -c 100 | head -n 1) || :
printf '%s %s\n' "${code:-000}" "$identity"
