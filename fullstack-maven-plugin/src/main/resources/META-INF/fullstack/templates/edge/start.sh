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

check() {
  rm -rf /tmp/check
  mkdir /tmp/check
  cp -R /edge/nginx.conf /edge/serial.conf /edge/certs /tmp/check/
  mkdir /tmp/check/units /tmp/check/slots /tmp/check/projects
  for project in "$@"; do
    cp /edge/units/"$project".* /tmp/check/units/ 2> /dev/null || :
    cp /edge/slots/"$project".slot /tmp/check/slots/ 2> /dev/null || :
    cp /edge/projects/"$project".conf /tmp/check/projects/
  done
  nginx -t -q -e /dev/stderr -c /tmp/check/nginx.conf
}

# Post-quantum key exchange came with OpenSSL 3.5.
echo 'ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1:secp384r1;' > /tmp/curves.conf
check 2> /dev/null || echo 'ssl_ecdh_curve X25519:prime256v1:secp384r1;' > /tmp/curves.conf

# One application with a broken certificate must not keep the others from being served.
if ! nginx -t -q -e /dev/stderr -c /edge/nginx.conf; then
  for file in /edge/projects/*.conf; do
    project=$(basename "$file" .conf)
    check "$project" || {
      echo "edge: $project is set aside: its configuration is broken" >&2
      mv "$file" "$file.broken"
    }
  done
fi
rm -rf /tmp/check
exec nginx -e /dev/stderr -c /edge/nginx.conf -g 'daemon off;'
