"""``python -m strategy_planner`` is the command ``strategy-planner``."""

import sys

from strategy_planner.commands.main import main

sys.exit(main())
