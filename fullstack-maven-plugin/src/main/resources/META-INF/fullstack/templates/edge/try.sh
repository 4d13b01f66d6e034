#!/bin/sh
# Says whether this image's nginx can take the configuration that is in the volume, and changes nothing.
# usage: try
set -eu
umask 077
recent || exit 3
ground /edge
nginx -t -q -e /dev/stderr -c /edge/nginx.conf 2> /tmp/sift.why || { why >&2; exit 4; }
nginx -v 2>&1 | sed 's|.*/||'
