#!/bin/sh
# Makes the volume ready for the first edge of a port, which joined nobody and which nobody has joined. Says whether the
# kernel hands connections that wait for one listener to another when the first one goes.
# usage: first
set -eu
rm -f /edge/turn
[ ! -e /proc/sys/net/ipv4/tcp_migrate_req ] || echo migrates
