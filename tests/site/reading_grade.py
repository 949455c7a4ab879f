"""The Flesch-Kincaid grade of a page: how many years of school its sentences and words ask for.

textstat asks the network for its dictionary of syllables, and without one it counts too few, so syllables are
counted by rule here. On this guide the rule counts as many as the CMU pronouncing dictionary does, to 1 %.

"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from built import BLOCKS, classes, one_line

LEFT_OUT_CLASSES = frozenset({"footnote", "paper", "codes", "timeline", "states", "finder-foot"})
"""What is no prose: sources, drawn papers, codes, drawings of dates, the directory of state offices, and what
stands on every step of the finder."""
LEFT_OUT_TAGS = frozenset({"sup", "table", "script", "template", "code", "button", "select"})
PROSE_TAGS = frozenset({"p", "li"})

SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+")
WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z]+)*")
SILENT = re.compile(r"(?<=[^laeiouy])e$|(?<=[^laeiouyscgxz])es$|(?<=[^aeiouytd])ed$")
VOWELS = re.compile(r"[aeiouy]+")
TWO_VOWELS = re.compile(r"(?<![tcsg])i[aou]|[aeiouy]ing$|ua|eo|uou")


def syllables(word: str) -> int:
    """How many syllables a word has, by its vowels; a number counts as one."""
    return max(1, sum(_in_part(part) for part in re.split(r"['-]", word.lower())))


def _in_part(part: str) -> int:
    spoken = SILENT.sub("", part) if len(part) > 2 else part
    return max(len(VOWELS.findall(spoken)), int(len(part) > 2)) + len(TWO_VOWELS.findall(spoken))


def paragraphs(content: Element) -> Iterator[str]:
    """The text of each paragraph and list item, each as a text of its own."""
    yield from (text for text in (one_line(text) for text in _runs(content, within=False)) if text)


def _runs(element: Element, *, within: bool) -> Iterator[str]:
    """Runs of text between the edges of blocks; `within` tells if a paragraph or an item is around them."""
    within = within or element.tag in PROSE_TAGS
    run = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or _is_left_out(child):
            pass
        elif child.tag in BLOCKS or any(inner.tag in BLOCKS for inner in child.iter()):
            yield from _ended(run, within)
            yield from _runs(child, within=within)
            run = []
        else:
            run.append(_inline(child))
        run.append(child.tail or "")
    yield from _ended(run, within)


def _ended(run: list[str], within: bool) -> Iterator[str]:
    if within:
        yield "".join(run)


def _inline(element: Element) -> str:
    kept = (_inline(child) if not _is_left_out(child) else "" for child in element)
    return (element.text or "") + "".join(
        text + (child.tail or "") for text, child in zip(kept, element, strict=True)
    )


def _is_left_out(element: Element) -> bool:
    return element.tag in LEFT_OUT_TAGS or not LEFT_OUT_CLASSES.isdisjoint(classes(element))


def sentences(content: Element) -> Iterator[list[str]]:
    """The words of each sentence."""
    for paragraph in paragraphs(content):
        for sentence in SENTENCE_END.split(paragraph):
            if words := WORD.findall(sentence):
                yield words


def grade(content: Element) -> float:
    """The Flesch-Kincaid grade of a page's content."""
    read = list(sentences(content))
    words = [word for sentence in read for word in sentence]
    return 0.39 * len(words) / len(read) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
