"""Write the JSON Schemas of claimcheck's documents beside this file: `make schemas`.

They are made from the types that write the documents, so that the two cannot part.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from claimcheck.desk.draft import DraftDocument
from claimcheck.document import FindingsDocument, json_schema

FOLDER = Path(__file__).parent
SCHEMAS: dict[str, type[msgspec.Struct]] = {
    "findings-1.json": FindingsDocument,
    "draft-1.json": DraftDocument,
}


def content(name: str) -> bytes:
    """The file of that name, as it should be."""
    schema = json_schema(SCHEMAS[name])
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    for name in SCHEMAS:
        (FOLDER / name).write_bytes(content(name))
