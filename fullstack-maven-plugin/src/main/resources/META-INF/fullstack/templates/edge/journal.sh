#!/bin/sh
# Adds a line to the application's journal.
# usage: journal PROJECT < line
set -eu
umask 077
mkdir -p /edge/journal
cat >> "/edge/journal/$1.jsonl"
