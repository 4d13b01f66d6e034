#!/bin/sh
# Says how many seconds connections may go on in an edge that makes way for another.
# usage: longest
set -eu
sed -n 's/^worker_shutdown_timeout \([0-9]*\)s;$/\1/p' /edge/shutdown.conf
