"""One peer library, timed in an environment of its own; benchmarks/quantities.py starts it.

    python -P peer.py NAME

Each line on stdin is a JSON list of texts; the answer is a line with the seconds that reading them
took, how much was found, and on how many texts the library raised.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence

Read = Callable[[str], Sequence[object]]
WARM_UP = "About 20 people paid $5 million for 3 km on May 5, 2018, at 6 p.m."


def quantulum3() -> Read:
    from quantulum3 import parser

    return parser.parse


def recognizers(*, dated: bool) -> Read:
    import recognizers_suite as suite

    models = [
        suite.recognize_number,
        suite.recognize_dimension,
        suite.recognize_currency,
        suite.recognize_temperature,
        suite.recognize_age,
        *([suite.recognize_datetime] if dated else []),
    ]
    english = suite.Culture.English
    return lambda text: [found for model in models for found in model(text, english)]


PEERS: dict[str, Callable[[], Read]] = {
    "quantulum3": quantulum3,
    "recognizers": lambda: recognizers(dated=False),
    "recognizers-dated": lambda: recognizers(dated=True),
}


def main() -> None:
    read = PEERS[sys.argv[1]]()
    read(WARM_UP)  # grammars and tables are made on first use, which is not reading
    for line in sys.stdin:
        texts = json.loads(line)
        found = failed = 0
        start = time.perf_counter()
        for text in texts:
            try:
                found += len(read(text))
            except Exception:
                failed += 1
        seconds = time.perf_counter() - start
        sys.stdout.write(json.dumps({"seconds": seconds, "found": found, "failed": failed}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
