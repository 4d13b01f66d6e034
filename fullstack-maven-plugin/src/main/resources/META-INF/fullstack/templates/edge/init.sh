#!/bin/sh
# Makes an empty volume the home of an edge; what is there already is left as it is. Runs once, as root.
# usage: init < nginx.conf
set -eu
version=$(nginx -v 2>&1 | sed -n 's|^nginx version: [^/]*/\([0-9]*\)\.\([0-9]*\).*|\1 \2|p')
# shellcheck disable=SC2086 # two numbers, taken apart on purpose
set -- $version 0 0
if [ "$1" -lt 1 ] || { [ "$1" -eq 1 ] && [ "$2" -lt 28 ]; }; then
  echo "nginx in the edge's image is $1.$2" >&2
  exit 3
fi
umask 077
cd /edge
mkdir -p units slots projects certs releases journal
cat > nginx.conf.new
if [ -f nginx.conf ]; then rm nginx.conf.new; else mv nginx.conf.new nginx.conf; fi
[ -f serial.conf ] ||
  printf '# serial 0\nserver {\n  listen 127.0.0.1:9999;\n  server_name serial;\n  return 200 "0\\n";\n}\n' > serial.conf
chown -R 101:101 /edge
chmod 0750 /edge
sync
