#!/bin/sh
# Changes the edge's configuration in one piece: the change is tested on a copy, written, taken up by the
# running edge and seen there, or it is undone. Prints the workers that served before.
# usage: apply KEY EXPECTED NEXT [put PATH BYTES SHA256]... [remove PATH]... < the contents, one after another
#   EXPECTED, NEXT: release that is live before and after; - for none
# exit: 4 refused by nginx, or not taken up, and undone; 9 another release is live; 75 another change goes on;
#   76 this edge does not serve: it has made way for another, or is just starting
set -eu
umask 077
key=$1 expected=$2 next=$3
shift 3
exec 9> /edge/.lock
flock -w 5 9 || { echo "another change of the edge goes on" >&2; exit 75; }
[ -f /tmp/nginx.pid ] || { echo "it does not serve just now" >&2; exit 76; }

generation() { curl -sf -m 2 --unix-socket /tmp/admin.sock -H "Host: $key" http://edge/generation || echo -; }
serial() { curl -sf -m 2 --unix-socket /tmp/admin.sock -H 'Host: serial' http://edge/ || echo -; }
workers() {
  for process in /proc/[0-9]*; do
    read -r line < "$process/cmdline" || :
    case $line in 'nginx: worker process'*) printf '%s ' "${process#/proc/}" ;; esac
  done 2> /dev/null
}

# One that stands in for another, or makes way for it, would go on with what it has read.
tries=0
while [ "$(listening)" -gt 1 ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "two edges serve this port" >&2; exit 4; }
  sleep 0.05
done

now=$(generation)
[ "$now" = "$expected" ] || { echo "live is $now, expected was $expected" >&2; exit 9; }

# What a change that was cut off left behind.
cd /edge
find . -path ./kept -prune -o \( -name '*.new' -o -name '*.old' \) -prune -exec rm -rf {} +

# The copy, with the change.
rm -rf /tmp/next /tmp/before
mkdir /tmp/next /tmp/before
trap 'rm -rf /tmp/next /tmp/before /tmp/sift' EXIT
cp -R nginx.conf mime.types serial.conf units slots projects certs /tmp/next/
number=$(($(sed -n '1s/^# serial //p' serial.conf) + 1))
printf '# serial %s\nserver {\n  listen unix:/tmp/admin.sock;\n  server_name serial;\n  return 200 "%s\\n";\n}\n' \
  "$number" "$number" > /tmp/next/serial.conf
: > /tmp/before/list
note() { printf '%s\n' "$1" >> /tmp/before/list; }
while [ $# -gt 0 ]; do
  case $1 in
    put)
      mkdir -p "/tmp/next/$(dirname "$2")"
      head -c "$3" > "/tmp/next/$2"
      echo "$4  /tmp/next/$2" | sha256sum -c --status || { echo "$2 did not arrive whole" >&2; exit 4; }
      note "$2"
      shift 4
      ;;
    remove)
      rm -rf "/tmp/next/$2"
      note "$2"
      shift 2
      ;;
    *) echo "unknown word $1" >&2; exit 2 ;;
  esac
done
note serial.conf
longest /tmp/next > /tmp/next/shutdown.conf
note shutdown.conf
if ! nginx -t -q -e /dev/stderr -c /tmp/next/nginx.conf 2> /tmp/sift.why; then
  # Whose fault is it? Nothing is changed: an application whose files are broken may be served well until the next start.
  own=$(sed -n 's|^projects/\(.*\)\.conf$|\1|p; s|^slots/\(.*\)\.slot$|\1|p; s|^units/\(.*\)\.r[0-9]*\.unit$|\1|p' \
    /tmp/before/list | head -n 1)
  why >&2
  sift /tmp/next "$own" || echo "$own is broken: $(why)" >&2
  exit 4
fi

# Whatever needs room is written beside what is read before any of that is touched: a full disk changes nothing.
#   PATH.new  what it will be
#   PATH.old  what it was, to go back to without needing room
stage() {
  while read -r path; do
    rm -rf "$path.new" "$path.old"
    if [ -e "/tmp/next/$path" ]; then
      mkdir -p "$(dirname "$path")" || return 1
      cp -R "/tmp/next/$path" "$path.new" || return 1
      sync "$path.new" || return 1
    fi
    if [ -f "$path" ]; then ln "$path" "$path.old" 2> /dev/null || cp "$path" "$path.old" || return 1; fi
  done < /tmp/before/list
}

# tidy: removes what stage wrote, and directories that it made and that have nothing in them
tidy() {
  while read -r path; do
    rm -rf "$path.new" "$path.old"
    case $path in */*/*) rmdir "${path%/*}" 2> /dev/null || : ;; esac
  done < /tmp/before/list
}

# take: makes every path what it will be, a rename for each
take() {
  while read -r path; do
    [ ! -d "$path" ] || mv "$path" "$path.old"
    if [ -e "$path.new" ]; then
      mv -f "$path.new" "$path"
    elif [ ! -e "/tmp/next/$path" ]; then
      rm -f "$path"
    fi
    [ ! -d "$(dirname "$path")" ] || sync "$(dirname "$path")"
  done < /tmp/before/list
}

# back: makes every path what it was
back() {
  while read -r path; do
    if [ ! -e "$path.old" ]; then
      rm -rf "$path"
    elif [ -d "$path.old" ] || ! cmp -s "$path.old" "$path"; then
      [ ! -d "$path.old" ] || rm -rf "$path"
      mv -f "$path.old" "$path"
    fi
    [ ! -d "$(dirname "$path")" ] || sync "$(dirname "$path")"
  done < /tmp/before/list
}

if ! stage 2> /tmp/before/why; then
  tidy
  echo "its volume does not take the change: $(tail -n 1 /tmp/before/why | tr -cd ' -~')" >&2
  exit 4
fi
old=$(workers)
take
kill -HUP "$(cat /tmp/nginx.pid)"

# Nginx reports success and keeps the old configuration when it cannot take the new one: see it.
seen=0 tries=0
while [ "$tries" -lt 200 ]; do
  if [ "$(serial)" = "$number" ] && [ "$(generation)" = "$next" ]; then seen=$((seen + 1)); else seen=0; fi
  if [ "$seen" -ge 3 ]; then
    tidy
    echo "$old"
    exit 0
  fi
  tries=$((tries + 1))
  sleep 0.05
done
back
tidy
kill -HUP "$(cat /tmp/nginx.pid)"
echo "the edge did not take up the new configuration; it serves the old one" >&2
exit 4
