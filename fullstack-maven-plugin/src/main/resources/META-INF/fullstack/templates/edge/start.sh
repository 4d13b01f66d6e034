#!/bin/sh
# The edge's own process: writes what only the running container knows, then becomes nginx.
set -eu
umask 077
rm -f /tmp/admin.sock
ground /edge

nginx -t -q -e /dev/stderr -c /edge/nginx.conf || sift /edge
rm -rf /tmp/sift
exec nginx -e /dev/stderr -c /edge/nginx.conf -g 'daemon off;'
