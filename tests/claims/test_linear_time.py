"""Time grows with the text and no faster, whatever the text; and with the number of articles.

Measured in a process of its own, so that a text that never ends can be killed and named.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CAP = 240  # seconds for all cases together


def measured() -> list[dict[str, Any]]:
    """What pumped.py printed of all its cases, the last of them the one that was running."""
    script = Path(__file__).with_name("pumped.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            lines, _ = process.communicate(timeout=CAP)
        except subprocess.TimeoutExpired:
            process.kill()
            lines, _ = process.communicate()
    return [json.loads(line) for line in lines.splitlines()]


def test_twice_the_text_takes_about_twice_the_time() -> None:
    cases = measured()
    assert [case for case in cases if "doubling" in case] == []
    assert cases[-1] == {"case": "done"}, "no end was seen"
    assert len(cases) > 100, "nothing was measured"
