"""A difference as one JSON object for tools."""

from collections.abc import Mapping
from dataclasses import asdict

from decision_tree.comparing.difference import Difference, end
from decision_tree.ids import Id


def as_json(difference: Difference) -> dict[str, object]:
    """Return a difference as plain data; what did not exist is null."""
    return {
        "old": difference.old,
        "new": difference.new,
        "routes": [
            {
                "tree": route.tree,
                "answers": [asdict(answer) for answer in route.answers],
                "old": _end(route.old, difference.old_ids),
                "new": _end(route.new, difference.new_ids),
            }
            for route in difference.routes
        ],
        "routes_complete": difference.routes_complete,
        "ids": [
            {
                "kind": change.id.kind,
                "id": change.id.name,
                "old": change.old,
                "new": change.new,
                "heir": change.heir or None,
            }
            for change in difference.ids
        ],
        "leads": [asdict(change) for change in difference.leads],
        "passages": [asdict(change) for change in difference.passages],
        "order": [asdict(change) for change in difference.order],
    }


def _end(name: str | None, known: Mapping[Id, str]) -> dict[str, str] | None:
    if name is None:
        return None
    kind, words = end(name, known)
    return {"kind": kind, "id": name, "words": words}
