#!/bin/sh
# Like the official image's: hands over to the command, after the scripts of /docker-entrypoint.d for nginx.
set -e
if [ "$1" = nginx ] && [ -d /docker-entrypoint.d ]; then
    for script in /docker-entrypoint.d/*.sh; do
        if [ -x "$script" ]; then "$script"; fi
    done
fi
exec "$@"
