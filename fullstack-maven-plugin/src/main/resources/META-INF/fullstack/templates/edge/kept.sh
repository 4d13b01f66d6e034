#!/bin/sh
# Keeps the files of a release whose names have a hash and which it calls immutable itself, for pages that are still open when
# it is gone. Names come in, a line each; files come from the release. Says how many it has now.
# usage: kept PROJECT RELEASE ADDRESS HOST RELEASES BYTES < names
set -eu
umask 077
project=$1 release=$2 address=$3 host=$4 releases=$5 most=$6
home=/edge/kept/$project
mkdir -p "$home/files" "$home/lists"
cd "$home"
exec 9> .lock
flock -w 30 9
rm -rf new
mkdir new
trap 'rm -rf "$home/new"' EXIT

# What is there already need not be fetched: such a name never changes its content.
grep -E '^(/[A-Za-z0-9_~@+-][A-Za-z0-9._~@+-]*)+$' | grep -E '[-.][A-Za-z0-9_-]{8,}[.][a-z0-9]+$' | sort -u > new/names || :
while read -r name; do
  [ -f "files$name" ] || printf 'url = "%s%s"\noutput = "new/files%s"\n' "$address" "$name" "$name"
done < new/names > new/fetch
if [ -s new/fetch ]; then
  curl -s -m 20 --create-dirs --max-filesize "$most" -H "Host: $host" -K new/fetch \
    -w '%{http_code}-%{exitcode} %{filename_effective} %header{cache-control}\n' > new/answers || :
  while read -r status file control; do
    name=${file#new/files}
    case $status$control in
      200-0*immutable*)
        mkdir -p "files${name%/*}"
        mv -f "$file" "files$name"
        ;;
    esac
  done < new/answers
fi
bytes=0
while read -r name; do
  [ -f "files$name" ] || continue
  bytes=$((bytes + $(wc -c < "files$name")))
  [ "$bytes" -gt "$most" ] || echo "$name"
done < new/names > new/list
mv -f new/list "lists/$release"

# As many releases as are asked for, and no more bytes: the oldest go first, and what none has.
count() { find lists -type f | wc -l; }
while [ "$(count)" -gt "$releases" ] ||
  { [ "$(count)" -gt 1 ] && [ "$(sort -u lists/* | sed 's/^/files/' | tr '\n' '\0' | du -c --apparent-size -B 1 --files0-from=- |
    tail -n 1 | cut -f 1)" -gt "$most" ]; }; do
  rm -f "$(find lists -type f | sort -V | head -n 1)"
done
sort -u lists/* > new/wanted
find files -type f | sed 's|^files||' | sort > new/all
comm -13 new/wanted new/all | while read -r name; do rm -f "files$name"; done
find files -mindepth 1 -type d -empty -delete
wc -l < "lists/$release"
