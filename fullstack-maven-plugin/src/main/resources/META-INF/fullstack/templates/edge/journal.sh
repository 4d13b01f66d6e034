#!/bin/sh
# Adds a line to the application's journal, which keeps the last thousand. On a full disk it stays as it was.
# usage: journal PROJECT < line
set -eu
umask 077
mkdir -p /edge/journal
cd /edge/journal
new=$1.new
trap 'rm -f "$new"' EXIT
{
  [ ! -f "$1.jsonl" ] || tail -n 999 "$1.jsonl"
  cat
} > "$new"
sync "$new"
mv -f "$new" "$1.jsonl"
