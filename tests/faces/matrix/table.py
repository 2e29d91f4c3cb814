"""Who gets what (权限矩阵): one row for each route; people and places are those of world.py. Approved by reading.

How a call is answered: through the door (`who`, else 302 to log in, or 403), then by sight of the object (else 404),
then the status of the row. A new route needs a row here; what its view declares must say the same.
The rows stand in `rows/`, by the face they belong to.
"""

from __future__ import annotations

from tests.faces.matrix.rows.centre import OVERSIGHT
from tests.faces.matrix.rows.counter import DESK, FEEDBACK, HALL
from tests.faces.matrix.rows.office import BACK_OFFICE, WORKS
from tests.faces.matrix.rows.public import APPLYING, INTERFACE, MINE, PUBLIC_PAGES
from tests.faces.matrix.rows.shapes import Row

__all__ = ["TABLE", "Row"]

_PARTS = (FEEDBACK, PUBLIC_PAGES, APPLYING, MINE, DESK, BACK_OFFICE, OVERSIGHT, WORKS, HALL, INTERFACE)
TABLE = {row.name: row for part in _PARTS for row in part}
