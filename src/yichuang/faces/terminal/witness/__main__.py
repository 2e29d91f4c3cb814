"""The witness without the launcher: `python -m yichuang.faces.terminal.witness`."""

from yichuang.faces.terminal.witness import main

raise SystemExit(main())
