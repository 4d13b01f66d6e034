#!/bin/sh
# Prints the application's journal, oldest line first.
# usage: history PROJECT
set -eu
[ ! -f "/edge/journal/$1.jsonl" ] || cat "/edge/journal/$1.jsonl"
