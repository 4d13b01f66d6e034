#!/bin/sh
# The edge's own process: writes what only the running container knows, then runs nginx.
#
# The first edge of a port has the port, and a network. One of another image joins that network, with a word by which it knows
# whether it has taken over: /edge/turn says whose turn it is. Before, it listens for administration alone. Afterwards the
# first one holds the port, and runs nginx only while nobody else does: an engine that starts anew may start it alone.
# usage: edge [TURN]
set -eu
umask 077
turn=${1:-} nginx='' ended=''

# candidate: has joined, and not taken over
candidate() { [ -n "$turn" ] && [ "$(cat /edge/turn 2> /dev/null)" != "$turn" ]; }

# held: has the port, and another one has taken over
held() { [ -z "$turn" ] && [ -e /edge/turn ]; }

stop() {
  ended=1
  [ -z "$nginx" ] || kill -s "$1" "$nginx" || :
}
trap 'stop QUIT' QUIT
trap 'stop TERM' TERM INT

# closed: the same configuration, but for where it listens
closed() {
  rm -rf /tmp/closed /tmp/closed-*.sock
  mkdir /tmp/closed
  for file in nginx.conf mime.types shutdown.conf serial.conf units slots projects; do cp -R "/edge/$file" /tmp/closed/; done
  ln -s /edge/certs /tmp/closed/certs
  find /tmp/closed -type f -exec sed -i 's#listen unix:/tmp/admin.sock#listen unix:/tmp/closed-admin.sock#
    s#listen \(8080\|8443\)#listen unix:/tmp/closed-\1.sock#; s#\(listen unix:.*\) reuseport#\1#' {} +
}

# serve: runs nginx to its end. One that only stands in ends when another is there again.
serve() {
  rm -f /tmp/admin.sock
  nginx -e /dev/stderr -c /tmp/run/nginx.conf -g 'daemon off;' &
  nginx=$! seen=0 code=0
  while held && kill -0 "$nginx" 2> /dev/null; do
    sleep 1
    if [ "$(listening)" -gt 1 ]; then seen=$((seen + 1)); else seen=0; fi
    [ "$seen" -ne 2 ] || kill -QUIT "$nginx"
  done
  while :; do
    code=0
    wait "$nginx" || code=$?
    kill -0 "$nginx" 2> /dev/null || break
  done
  nginx=
}

# hold: keeps the port for as long as somebody else serves it
hold() {
  missed=0
  while [ -z "$ended" ] && held && [ "$missed" -lt 2 ]; do
    sleep 1
    if [ "$(listening)" -gt 0 ]; then missed=0; else missed=$((missed + 1)); fi
  done
}

ground /edge
if ! nginx -t -q -e /dev/stderr -c /edge/nginx.conf; then
  # What is served well is no business of one that has yet to show that it can.
  ! candidate || exit 1
  sift /edge
fi
rm -rf /tmp/sift
ln -sfn /edge /tmp/run
if candidate; then
  closed
  ln -sfn /tmp/closed /tmp/run
fi

while [ -z "$ended" ]; do
  serve
  held || break
  hold
done
[ -z "$ended" ] || exit 0
exit "$code"
