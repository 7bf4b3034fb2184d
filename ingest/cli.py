"""The commands of this folder, each found in its own module when it is asked for."""

from __future__ import annotations

import importlib
from typing import Any

COMMANDS = {
    "demo": "ingest.commands_demo",
    "ingest": "ingest.commands_read",
    "forget": "ingest.commands_read",
    "extract": "ingest.commands_extract",
    "evaluate": "ingest.commands_evaluate",
    "accounts": "ingest.commands_accounts",
}


def __getattr__(name: str) -> Any:
    """The command of that name; its module is imported now and not before."""
    if name not in COMMANDS:
        raise AttributeError(f"ingest.cli has no command {name!r}; it knows {', '.join(COMMANDS)}")
    return getattr(importlib.import_module(COMMANDS[name]), name)
