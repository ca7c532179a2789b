"""Entry point of `python -m bot.server`, which runs the whole product on this machine."""

import sys

from bot.server.supervisor import main

sys.exit(main())
