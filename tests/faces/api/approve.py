"""Write the approved description of the interface anew:  python -m tests.faces.api.approve"""

from __future__ import annotations

import json
from pathlib import Path

if __name__ == "__main__":
    from yichuang.faces.terminal.site import ready

    ready()
    from yichuang.faces.api.site import openapi

    text = json.dumps(openapi(), ensure_ascii=False, indent=1, sort_keys=True)
    Path(__file__).with_name("openapi.json").write_text(text + "\n", encoding="utf-8")
