#!/bin/sh
# Waits until workers of older configurations are gone: those named, and all that are shutting down.
# usage: drain SECONDS [PID]...
set -eu
tries=$(($1 * 20))
shift
while :; do
  busy=
  for process in /proc/[0-9]*; do
    read -r line < "$process/cmdline" || :
    case $line in
      'nginx: worker process is shutting down'*) busy=1 ;;
      'nginx: worker process'*)
        for pid in "$@"; do [ "$pid" != "${process#/proc/}" ] || busy=1; done
        ;;
    esac
  done 2> /dev/null
  [ -n "$busy" ] || exit 0
  [ "$tries" -gt 0 ] || exit 1
  tries=$((tries - 1))
  sleep 0.05
done
