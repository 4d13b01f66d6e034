#!/bin/sh
# Says what is in the volume and what the running edge serves, a fact a line.
# usage: observe PROJECT KEY
set -eu
project=$1 key=$2
cd /edge 2> /dev/null || exit 0
[ -f nginx.conf ] || exit 0
echo "version $(sed -n '1s/^# edge configuration //p' nginx.conf)"
[ ! -f turn ] || echo "turn $(cat turn)"
generation=$(curl -sf --unix-socket /tmp/admin.sock -m 5 -H "Host: $key" http://edge/generation 2> /dev/null) || generation=
[ -z "$generation" ] || echo "generation $generation"
[ ! -f "slots/$project.slot" ] ||
  echo "slot $(sed -n 's/^  default "\(r[0-9]*\)";$/\1/p' "slots/$project.slot")"
# whole DIGEST: a certificate's directory is named by the digest of what has to be inside
digest() { sha256sum "$@" | cut -c 1-64 | tr -d '\n'; }
whole() {
  inside=$(digest "certs/$project/$1/fullchain.pem" "certs/$project/$1/key.pem" 2> /dev/null | digest)
  [ "${inside%"${inside#????????????????}"}" = "$1" ]
}
for file in projects/*.conf; do
  [ -f "$file" ] || continue
  sed -n '1,2s/^# \(site\|aside\) /\1 /p' "$file"
  [ "$file" = "projects/$project.conf" ] || continue
  echo "digest $(digest "$file")"
  used=$(sed -n 's|^  ssl_certificate certs/[^/]*/\([0-9a-f]*\)/fullchain.pem;$|\1|p' "$file")
  [ -z "$used" ] || whole "$used" || echo "aside - - its certificate in the volume is damaged"
done
for file in units/"$project".*.unit; do
  [ -f "$file" ] || continue
  name=${file%.unit}
  echo "upstream ${name##*.}"
done
for file in "releases/$project"/*.json; do
  [ -f "$file" ] || continue
  name=${file%.json}
  echo "record ${name##*/} $(sed -n '1s/^{"schema":[0-9]*,"release":"[^"]*","image":"\([^"]*\)".*/\1/p' "$file")"
done
for directory in "certs/$project"/*; do
  ! whole "${directory##*/}" || echo "certificate ${directory##*/}"
done
journal=journal/$project.jsonl
if [ -f "$journal" ]; then
  entry='{"time":"[^"]*","event"'
  echo "last $(sed -n "s/^$entry:\"[^\"]*\",\"release\":\"r\([0-9]*\)\".*/\1/p" "$journal" | sort -n | tail -n 1)"
  unfinished=$(sed -n "\$s/^$entry:\"begin\",\"release\":\"\(r[0-9]*\)\".*/\1/p" "$journal")
  [ -z "$unfinished" ] || echo "unfinished $unfinished"
fi
kilobytes=$(df -Pk / /edge | awk 'NR > 1 && (least == "" || $4 < least) { least = $4 } END { print least }') || kilobytes=
# Some file systems have no limit on files, and say 0 of 0.
inodes=$(df -Pi / /edge | awk 'NR > 1 && $2 > 0 && (least == "" || $4 < least) { least = $4 } END { print least }') || inodes=
echo "room ${kilobytes:--} ${inodes:--}"
