#!/bin/sh
# The edge's own process: writes what only the running container knows, then becomes nginx.
set -eu
umask 077
# The first name server alone: engines list the host's as well, and those know no container.
awk '$1 == "nameserver" {
  printf "resolver %s valid=5s ipv6=off;\nresolver_timeout 2s;\n", index($2, ":") ? "[" $2 "]" : $2
  exit
}' /etc/resolv.conf > /tmp/resolver.conf
test -s /tmp/resolver.conf || echo 'resolver 127.0.0.11 valid=5s ipv6=off;' > /tmp/resolver.conf
rm -f /tmp/admin.sock

# Post-quantum key exchange came with OpenSSL 3.5.
curves() { echo "ssl_ecdh_curve $1X25519:prime256v1:secp384r1;" > /tmp/curves.conf; }
lay /edge
curves X25519MLKEM768:
good || curves ''

nginx -t -q -e /dev/stderr -c /edge/nginx.conf || sift /edge
rm -rf /tmp/sift
exec nginx -e /dev/stderr -c /edge/nginx.conf -g 'daemon off;'
