"""Where the boxes of a drawn graph stand: in layers from left to right, none over another.

Takes ids, lines between them and heights, and knows nothing of trees or of pages. The way is the usual one:
each box goes one layer behind the last box that leads to it; a line over several layers gets a place of its
own in each; the order within a layer is the one with the fewest crossings that a few sweeps find; then the
boxes move toward their neighbors as far as the order lets them. The same graph always gets the same places.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

SWEEPS = 12
"""How often the order of all layers is improved, to and fro. More finds nothing better in this guide."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in a drawing, in pixels."""

    column: int = 168
    """The width of a box."""
    between: int = 56
    """The room between two layers, where the lines run."""
    gap: int = 14
    """The least room between two boxes of a layer."""
    lane: int = 4
    """The height of the place that a passing line takes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one box stands; x and y are its upper left corner."""

    layer: int
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The height at which lines come and go."""
        return self.y + self.height // 2


Stop = tuple[str, int]
"""A line's target and a layer: all lines to one target share one place in a layer that they pass."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A graph with its places, e.g. `lay_out(ids, lines, heights)`."""

    width: int
    height: int
    places: Mapping[str, Place]
    lanes: Mapping[Stop, Place]
    """The places where lines pass a layer on their way."""
    lines: tuple[tuple[Place, ...], ...]
    """Each line as the places that it joins, the two boxes at its ends included."""


def lay_out(
    ids: Sequence[str],
    lines: Iterable[tuple[str, str]],
    heights: Mapping[str, int],
    sizes: Sizes = Sizes(),
) -> Layout:
    """Return the places of the boxes `ids`, of which `lines` join some; the lines make no circle.

    A line that stands twice is drawn once. Boxes keep the order of `ids` where nothing speaks against it.
    """
    pairs = tuple(dict.fromkeys(lines))
    graph = _Graph(ids, pairs, heights, sizes.lane)
    best = graph.order
    fewest = graph.crossings()
    for sweep in range(SWEEPS):
        graph.sweep(backward=bool(sweep % 2))
        if (now := graph.crossings()) < fewest:
            best, fewest = [list(layer) for layer in graph.order], now
    graph.order = best
    tops = _tops(graph, sizes)
    return _layout(graph, pairs, tops, sizes)


def layers(ids: Sequence[str], lines: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return each box's layer: 0 where no line comes in, else one more than the farthest that leads there."""
    after: dict[str, list[str]] = {id_: [] for id_ in ids}
    waits = dict.fromkeys(ids, 0)
    for source, target in lines:
        after[source].append(target)
        waits[target] += 1
    found = dict.fromkeys(ids, 0)
    ready = deque(id_ for id_ in ids if not waits[id_])
    while ready:
        here = ready.popleft()
        for target in after[here]:
            found[target] = max(found[target], found[here] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return found


@dataclass(slots=True)
class _Graph:
    """The boxes and lanes by layer, and what each is joined to in the layers before and after its own."""

    ids: Sequence[str]
    pairs: tuple[tuple[str, str], ...]
    boxes: Mapping[str, int]
    lane: int
    order: list[list[Stop]] = field(default_factory=list)
    before: dict[Stop, list[Stop]] = field(default_factory=dict)
    after: dict[Stop, list[Stop]] = field(default_factory=dict)
    own: dict[str, Stop] = field(default_factory=dict)
    """The stop that is the box itself."""

    def __post_init__(self) -> None:
        found = layers(self.ids, self.pairs)
        self.order = [[] for _ in range(max(found.values(), default=0) + 1)]
        for id_ in self.ids:
            self.own[id_] = (id_, found[id_])
            self._add(self.own[id_])
        for pair in self.pairs:
            for one, two in zip(self.way(*pair), self.way(*pair)[1:], strict=False):
                self._add(two)
                if two not in self.after[one]:
                    self.after[one].append(two)
                    self.before[two].append(one)

    def _add(self, stop: Stop) -> None:
        if stop not in self.before:
            self.order[stop[1]].append(stop)
            self.before[stop], self.after[stop] = [], []

    def way(self, source: str, target: str) -> list[Stop]:
        """Return the stops of a line: its source, a lane in each layer between, its target."""
        start, end = self.own[source], self.own[target]
        return [start, *((target, layer) for layer in range(start[1] + 1, end[1] + 1))]

    def height(self, stop: Stop) -> int:
        return self.boxes[stop[0]] if self.own[stop[0]] == stop else self.lane

    def crossings(self) -> int:
        """Return how often lines cross, counted layer by layer."""
        count = 0
        for layer in self.order[:-1]:
            ranks = self._ranks(layer[0][1] + 1) if layer else {}
            seen: list[int] = []
            for stop in layer:
                ends = [ranks[other] for other in self.after[stop]]
                count += sum(len(seen) - bisect_right(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end)
        return count

    def sweep(self, *, backward: bool) -> None:
        """Order each layer by the middle of what its stops are joined to in the layer just ordered."""
        joined = self.after if backward else self.before
        numbers = range(len(self.order) - 2, -1, -1) if backward else range(1, len(self.order))
        for number in numbers:
            ranks = self._ranks(number + 1 if backward else number - 1)
            old = {stop: rank for rank, stop in enumerate(self.order[number])}

            def middle(stop: Stop, ranks: dict[Stop, int] = ranks, old: dict[Stop, int] = old) -> float:
                near = [ranks[other] for other in joined[stop]]
                return sum(near) / len(near) if near else float(old[stop])

            self.order[number].sort(key=middle)

    def _ranks(self, number: int) -> dict[Stop, int]:
        return {stop: rank for rank, stop in enumerate(self.order[number])}


def _tops(graph: _Graph, sizes: Sizes) -> dict[Stop, int]:
    """Return the upper edge of every stop: near its neighbors, in order, and clear of the next."""
    middles: dict[Stop, float] = {}
    for layer in graph.order:
        top = 0
        for stop in layer:
            middles[stop] = top + graph.height(stop) / 2
            top += graph.height(stop) + sizes.gap
    tops: dict[Stop, int] = {}
    for sweep in range(SWEEPS):
        backward = bool(sweep % 2)
        joined = graph.after if backward else graph.before
        for layer in reversed(graph.order) if backward else graph.order:
            wished = [
                sum(middles[other] for other in joined[stop]) / len(joined[stop])
                if joined[stop]
                else middles[stop]
                for stop in layer
            ]
            heights = [graph.height(stop) for stop in layer]
            for stop, top in zip(layer, spread(wished, heights, sizes.gap), strict=True):
                tops[stop] = top
                middles[stop] = top + graph.height(stop) / 2
    highest = min(tops.values(), default=0)
    return {stop: top - highest for stop, top in tops.items()}


def spread(wished: Sequence[float], heights: Sequence[int], gap: int) -> list[int]:
    """Return upper edges, in order and `gap` apart, whose middles are as near as can be to those wished.

    Near in the sense of least squares: what would overlap is pooled, and each pool stands at its average.
    """
    offsets = [0]
    for height in heights:
        offsets.append(offsets[-1] + height + gap)
    pools: list[tuple[float, int]] = []
    for wish, height, offset in zip(wished, heights, offsets, strict=False):
        pool = (wish - height / 2 - offset, 1)
        while pools and pools[-1][0] > pool[0]:
            value, size = pools.pop()
            pool = ((value * size + pool[0] * pool[1]) / (size + pool[1]), size + pool[1])
        pools.append(pool)
    starts = [round(value) for value, size in pools for _ in range(size)]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]


def _layout(graph: _Graph, pairs: tuple[tuple[str, str], ...], tops: dict[Stop, int], sizes: Sizes) -> Layout:
    step = sizes.column + sizes.between
    places = {
        stop: Place(stop[1], stop[1] * step, top, sizes.column, graph.height(stop))
        for stop, top in tops.items()
    }
    return Layout(
        width=(len(graph.order) - 1) * step + sizes.column,
        height=max((place.y + place.height for place in places.values()), default=0),
        places={id_: places[graph.own[id_]] for id_ in graph.ids},
        lanes={stop: place for stop, place in places.items() if graph.own[stop[0]] != stop},
        lines=tuple(tuple(places[stop] for stop in graph.way(*pair)) for pair in pairs),
    )
