#!/bin/sh
# Says which nginx the edge runs.
# usage: made
set -eu
nginx -v 2>&1 | sed 's|.*/||'
