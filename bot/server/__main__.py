"""Run the whole product on this machine: `python -m bot.server`."""

import sys

from bot.server.supervisor import main

sys.exit(main())
