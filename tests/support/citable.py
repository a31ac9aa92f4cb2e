"""An essay to be cited."""

from __future__ import annotations

URL = "https://www.e-ir.info/2012/05/12/russias-foreign-policy-in-kosovo/"

LINE = f"Abit Hoxha, “Russia's Foreign Policy in Kosovo”, May 12 2012, E-International Relations, {URL}"
