"""Times our whole check beside check-jsonschema on the same made trees, and shows how both grow.

Run: `python tests/bench/bench_check.py [QUESTIONS ...]`. It asserts nothing: timings belong to a machine.
"""

import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SIZES = (1_000, 10_000, 20_000)
OPTIONS = 9
"""Options a question beside `not-sure`, so that 20,000 questions are no more than five answers deep."""

OUTCOME = """outcomes:
  end:
    title: The end
    description: A description that is long enough for a search engine, and that says nothing at all.
    here_if: You are here if it is the end.
    why: Every answer leads here.
    means: It means the end.
    today:
      ask: {who: The plan, do: Ask for it.}
"""


def made_tree(questions: int) -> str:
    """A tree of so many questions, each leading to the next ones and all to one outcome."""
    lines = ["start: q-0", "questions:"]
    for number in range(questions):
        lines += [
            f"  q-{number}:",
            "    text: Is this the right question to ask here?",
            "    hint: Look at the top of the first page of the letter.",
            "    options:",
        ]
        for option in range(OPTIONS):
            child = number * OPTIONS + option + 1
            lines += [
                f"      answer-{option}:",
                "        label: This is the answer",
                "        hint: A little more about it.",
                f"        next: {f'q-{child}' if child < questions else 'end'}",
            ]
        lines.append("      not-sure: {label: I'm not sure, next: end}")
    return "\n".join(lines) + "\n" + OUTCOME


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return time.perf_counter() - start


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    compare = importlib.util.find_spec("check_jsonschema") is not None
    if not compare:
        print("check-jsonschema is not installed: only our own times are shown")
    print(" questions        bytes   ours, s   µs each  theirs, s  ours / theirs")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            tree = Path(folder) / f"tree-{size}.yml"
            tree.write_text(made_tree(size), encoding="utf-8")
            ours = seconds([sys.executable, "-m", "decision_tree", "check", str(tree)])
            row = f"{size:>10,} {tree.stat().st_size:>12,} {ours:>9.2f} {ours / size * 1e6:>9.0f}"
            if compare:
                schema = ROOT / "decision_tree" / "tree.schema.json"
                theirs = seconds(
                    [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(tree)]
                )
                row += f" {theirs:>10.2f} {ours / theirs:>14.2f}"
            print(row, flush=True)


if __name__ == "__main__":
    main()
