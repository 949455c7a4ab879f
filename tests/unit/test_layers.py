"""Which module may import which: everything flows one way, and nothing goes in a circle."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from macros.views import VIEWS

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("building", "decision_tree", "macros", "publish")
OF_ENGINES = {"mkdocs", "mkdocs_macros", "material", "zensical"}

LAYERS = (
    ("macros",),  # registers the macros with an engine
    ("macros.pages",),  # composes a page
    ("macros.head", "macros.rendering", "macros.theme_words"),
    ("macros.views",),  # the views by name
    ("macros.views.*",),  # one view a component
    ("macros.deadlines",),  # what several views show in the same words
    ("macros.context",),
    ("macros.prose",),
    ("macros.words",),
    ("macros.addresses", "macros.layout", "macros.filters"),
)
"""The modules of `macros/`, from what composes pages down to what knows nothing of them."""


def modules() -> dict[str, Path]:
    """Every module's file by its name."""
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for package in PACKAGES
        for file in (ROOT / package).rglob("*.py")
    }


def named_imports(name: str, file: Path) -> Iterator[str]:
    """What a module names in its imports, wherever they stand, whole."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


FILES = modules()
IMPORTED = {
    name: {
        found if found in FILES else found.rpartition(".")[0]
        for found in named_imports(name, file)
        if found in FILES or found.rpartition(".")[0] in FILES
    }
    for name, file in FILES.items()
}
OF_MACROS = sorted(name for name in FILES if name.split(".")[0] == "macros")


def layer(name: str) -> int:
    """The number of a module's layer; what composes pages has the lowest."""
    (number,) = [
        number
        for number, patterns in enumerate(LAYERS)
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]
    return number


@pytest.mark.parametrize("package", PACKAGES)
def test_no_modules_import_each_other_in_a_circle(package):
    own = {name: found for name, found in IMPORTED.items() if name.split(".")[0] == package}

    try:
        TopologicalSorter(own).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("name", OF_MACROS)
def test_a_module_of_the_pages_imports_only_from_the_layers_below_its_own(name):
    below = [found for found in IMPORTED[name] if found in OF_MACROS and layer(found) > layer(name)]

    assert IMPORTED[name] & set(OF_MACROS) == set(below)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("decision_tree")])
def test_the_core_knows_neither_pages_nor_engines(name):
    named = {found.split(".")[0] for found in named_imports(name, FILES[name])}

    assert not named & {"building", "macros", "publish", *OF_ENGINES}


@pytest.mark.parametrize("name", [name for name in OF_MACROS if name.startswith("macros.views.")])
def test_a_view_takes_a_context_and_returns_values_that_cannot_change(name):
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]

    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in VIEWS]
    takes = [node.args.args[0] for node in functions]

    assert takes
    assert {(one.arg, ast.unparse(one.annotation)) for one in takes} == {("context", "Context")}
    for node in classes:
        assert [ast.unparse(decorator) for decorator in node.decorator_list] == [
            "dataclass(frozen=True, slots=True)"
        ]
