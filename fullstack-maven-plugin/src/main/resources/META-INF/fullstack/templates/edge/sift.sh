#!/bin/sh
# Functions for what starts the edge and what changes it: one broken application must not keep the others from being served.

# lay DIRECTORY: begins a copy of the edge's configuration, with no application in it
lay() {
  rm -rf /tmp/sift
  mkdir -p /tmp/sift/units /tmp/sift/slots /tmp/sift/projects
  cp -R "$1/nginx.conf" "$1/mime.types" "$1/shutdown.conf" "$1/serial.conf" "$1/certs" /tmp/sift/
}

# good: says whether nginx can take the copy
good() { nginx -t -q -e /dev/stderr -c /tmp/sift/nginx.conf 2> /tmp/sift.why; }

# gather DIRECTORY PROJECT: adds an application's files to the copy, and says whether it is still good
gather() {
  for file in "$1/units/$2".r*.unit "$1/slots/$2.slot" "$1/projects/$2.conf"; do
    [ ! -f "$file" ] || cp "$file" "/tmp/sift${file#"$1"}"
  done
  good
}

# discard PROJECT: takes its files out of the copy again
discard() {
  rm -f "/tmp/sift/units/$1".r*.unit "/tmp/sift/slots/$1.slot" "/tmp/sift/projects/$1.conf"
}

# why: the first complaint of nginx, on one line
why() {
  sed -n 's#/tmp/\(sift\|next\)/#/edge/#g; s/ (SSL: .*//; s/.*\[emerg\] \([0-9#]*: \)\{0,1\}//p' /tmp/sift.why | head -n 1 | tr -cd ' -~' | cut -c 1-300
}

# stub FILE: the site of an application that is set aside keeps its domain, and says that it is not there
stub() {
  # shellcheck disable=SC2046 # words, taken apart on purpose
  set -- "$1" $(sed -n '1s/^# site \([a-z0-9-]* [a-z0-9-]* [a-z0-9.-]*\) [a-z-]*\( [0-9]*\)\{0,1\}$/\1\2/p' "$1")
  [ $# -ge 4 ] || return 0
  [ $# -eq 5 ] || set -- "$@" 30
  if [ "$4" = - ]; then set -- "$@" _ ' default_server'; else set -- "$@" "$4" ''; fi
  printf '# site %s %s %s set-aside %s\n# aside %s %s %s\n' "$2" "$3" "$4" "$5" "$2" "$3" "$(why)"
  printf 'server {\n  listen 8080%s;\n  server_name %s;\n  return 503;\n}\n' "$7" "$6"
}

# aside DIRECTORY PROJECT: puts a stub in place of a site; its way to the units goes as well when that is what is broken
aside() {
  echo "$2 is broken: $(why)" >&2
  if [ -f "$1/projects/$2.conf" ]; then
    stub "$1/projects/$2.conf" > /tmp/sift.stub
    mv -f "$1/projects/$2.conf" "$1/projects/$2.broken"
    [ ! -s /tmp/sift.stub ] || cp /tmp/sift.stub "$1/projects/$2.conf"
    discard "$2"
    ! gather "$1" "$2" || return 0
  fi
  discard "$2"
  for file in "$1/units/$2".r*.unit "$1/slots/$2.slot"; do
    [ -f "$file" ] || continue
    mv -f "$file" "$file.broken"
  done
  gather "$1" "$2" || discard "$2"
}

# sift DIRECTORY [PROJECT]: sets broken applications aside, and names them on standard error. PROJECT comes last, after all
# that were there before it, and is never set aside: the answer is whether it is good.
sift() {
  lay "$1"
  projects=$(
    cd "$1" || exit
    for file in projects/*.conf slots/*.slot units/*.unit; do [ ! -f "$file" ] || echo "$file"; done |
      sed 's|^[a-z]*/||; s/\.conf$//; s/\.slot$//; s/\.r[0-9]*\.unit$//' | sort -u
  )
  for project in $projects; do
    [ "$project" != "${2:-}" ] || continue
    gather "$1" "$project" || aside "$1" "$project"
  done
  [ -z "${2:-}" ] || gather "$1" "$2"
}

# longest DIRECTORY: how long workers of an older configuration may go on, which is the longest that any application asks for
longest() {
  set -- "$1"/projects/*.conf
  [ -f "$1" ] || set -- /dev/null
  awk 'BEGIN { most = 30 }
    FNR == 1 && $1 == "#" && $2 == "site" && $NF + 0 > most { most = $NF + 0 }
    END { printf "worker_shutdown_timeout %ds;\n", most }' "$@"
}

# ground DIRECTORY: writes what only the container knows that nginx runs in: name server, key exchange
ground() {
  # The first name server alone: engines list the host's as well, and those know no container.
  awk '$1 == "nameserver" {
    printf "resolver %s valid=5s ipv6=off;\nresolver_timeout 2s;\n", index($2, ":") ? "[" $2 "]" : $2
    exit
  }' /etc/resolv.conf > /tmp/resolver.conf
  test -s /tmp/resolver.conf || echo 'resolver 127.0.0.11 valid=5s ipv6=off;' > /tmp/resolver.conf

  # Post-quantum key exchange came with OpenSSL 3.5.
  lay "$1"
  curves X25519MLKEM768:
  good || curves ''
}

curves() { echo "ssl_ecdh_curve $1X25519:prime256v1:secp384r1;" > /tmp/curves.conf; }

# recent: says whether nginx is new enough, and which one it is on standard error when it is not
recent() {
  version=$(nginx -v 2>&1 | sed -n 's|^nginx version: [^/]*/\([0-9]*\)\.\([0-9]*\).*|\1 \2|p')
  # shellcheck disable=SC2086 # two numbers, taken apart on purpose
  set -- $version 0 0
  [ "$1" -gt 1 ] || { [ "$1" -eq 1 ] && [ "$2" -ge 28 ]; } || {
    echo "nginx in the edge's image is $1.$2" >&2
    return 1
  }
}

# listening: counts the edges that serve in this network, in whatever container
listening() {
  found=0
  while read -r _ _ _ flags _ _ _ path; do
    [ "$flags $path" != '00010000 /tmp/admin.sock' ] || found=$((found + 1))
  done < /proc/net/unix
  echo "$found"
}
