#!/bin/sh
# Makes an empty volume the home of an edge; what is there already is left as it is. Runs once, as root.
# usage: init BYTES < nginx.conf, of so many bytes, and mime.types after it
set -eu
bytes=$1
recent || exit 3
umask 077
cd /edge
mkdir -p units slots projects certs releases journal
head -c "$bytes" > nginx.conf.new
cat > mime.types.new
for file in nginx.conf mime.types; do
  if [ -f "$file" ]; then rm "$file.new"; else mv "$file.new" "$file"; fi
done
[ -f shutdown.conf ] || echo 'worker_shutdown_timeout 30s;' > shutdown.conf
[ -f serial.conf ] ||
  printf '# serial 0\nserver {\n  listen unix:/tmp/admin.sock;\n  server_name serial;\n  return 200 "0\\n";\n}\n' > serial.conf
chown -R 101:101 /edge
chmod 0750 /edge
sync
