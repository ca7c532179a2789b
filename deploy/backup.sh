#!/bin/sh
# Write one encrypted backup into a folder, then delete those older than some days. A failed backup deletes nothing.
# Needs the settings in the environment and `flask` on PATH.
#
#     deploy/backup.sh /backups 7
set -eu
if [ $# -ne 2 ] || [ ! -d "$1" ]; then
	echo "backup.sh: expected a folder that exists, and a number of days" >&2
	exit 2
fi
umask 077
flask --app app store backup "$1/$(date -u +%Y-%m-%dT%H%M%SZ).backup"
find "$1" -maxdepth 1 -name '*.backup' -mtime "+$2" -delete
