#!/bin/sh
# Says what is free on the engine's disk, while there is no edge to ask.
# usage: room
set -eu
kilobytes=$(df -Pk / | awk 'NR > 1 { print $4 }')
inodes=$(df -Pi / | awk 'NR > 1 && $2 > 0 { print $4 }')
echo "room ${kilobytes:--} ${inodes:--}"
