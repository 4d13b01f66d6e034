#!/bin/sh
# Prints the application's file of server blocks.
# usage: site PROJECT
set -eu
[ ! -f "/edge/projects/$1.conf" ] || cat "/edge/projects/$1.conf"
