#!/bin/sh
# tests/batch/cases.sh - the cases that need packages with services, or another compiler: see scripts/bootstrap
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
exec "$here/../run" "$here/../services"
