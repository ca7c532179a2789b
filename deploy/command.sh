#!/bin/sh
# Run a command of Warmline with the settings of systemd's services. Only their user and root may read these.
#
#     sudo -u warmline /opt/warmline/current/deploy/command.sh doctor
set -eu
cd "$(dirname "$0")/.."
settings=${WARMLINE_ENV:-/etc/warmline/warmline.env}
if [ ! -r "$settings" ]; then
	echo "command.sh: cannot read $settings: expected the settings, readable by the user that runs this" >&2
	exit 2
fi
set -a
# shellcheck source=/dev/null
. "$settings"
set +a
export VAR_DIR=/var/lib/warmline FLASK_SKIP_DOTENV=1
exec .venv/bin/flask --app app "$@"
