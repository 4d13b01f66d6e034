#!/bin/sh
# Says whose turn it is: who has taken over from the first edge of the port; nobody, without a word.
# usage: turn [TURN]
set -eu
umask 077
if [ -n "${1:-}" ]; then
  printf '%s\n' "$1" > /edge/turn.new
  sync /edge/turn.new
  mv -f /edge/turn.new /edge/turn
else
  rm -f /edge/turn
fi
sync /edge
