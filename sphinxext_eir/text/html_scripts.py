"""JSON inside of HTML."""

from __future__ import annotations

import json
import re
from typing import Any


def script_text(data: Any) -> str:
    """Return *data* as JSON in which no HTML parser finds a comment or the end of a script."""
    text = json.dumps(data, ensure_ascii=False)
    # The separators U+2028 and U+2029 end a line of a script, for parsers before ECMAScript 2019.
    return re.sub("[<>&\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", text)
