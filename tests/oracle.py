"""Compares our citations with citeproc-js and with the fixtures of the CSL project, in full.

    python tests/oracle.py [--accept] [--pandoc]

It prints what differs and isn't accepted in ``tests/data/csl_oracle/accepted.json``, and what is accepted and no longer
differs. With ``--accept``, it takes the latter out of the file. What is to be accepted is written by hand, with a reason.

With ``--pandoc``, plain ``pandoc --citeproc`` formats the fixtures as well, and those are listed that it prints as they say and ours doesn't.
"""

from __future__ import annotations

import json
import sys

from support import csl_fixtures, oracle


def beside_pandoc(ours: oracle.Compared) -> None:
    """Print how many fixtures pandoc alone passes, and those of them that *ours* doesn't, with the reason."""
    alone = csl_fixtures.compared_by_pandoc()
    print(
        f"of {ours.asked} fixtures, ours passes {ours.asked - len(ours.different)}, pandoc alone {alone.asked - len(alone.different)}"
    )
    reasons = oracle.accepted()["fixtures"]
    for name in sorted(ours.different.keys() - alone.different.keys()):
        print(f"  {name}: {reasons.get(name, 'no reason')}")


def main() -> int:
    """Compare, print, and return 1 if anything differs that isn't accepted."""
    wrong = 0
    accepted = oracle.accepted()
    for name, compare in (("matrix", oracle.matrix), ("fixtures", csl_fixtures.compared)):
        found = compare()
        print(f"{name}: {found.asked} compared, {len(found.different)} differ")
        for place in sorted(found.different.keys() - accepted[name].keys()):
            ours, theirs = found.different[place]
            print(f"  {place}\n    ours   {ours}\n    theirs {theirs}")
            wrong += 1
        for place in sorted(accepted[name].keys() - found.different.keys()):
            print(f"  {place}: accepted, and no longer different")
            wrong += 1
        if name == "fixtures" and "--pandoc" in sys.argv:
            beside_pandoc(found)
        if "--accept" in sys.argv:
            accepted[name] = {place: why for place, why in accepted[name].items() if place in found.different}
    if "--accept" in sys.argv:
        oracle.ACCEPTED.write_text(json.dumps(accepted, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
