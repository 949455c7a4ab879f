"""A site of a few files, as an engine might build one."""

from collections.abc import Mapping
from pathlib import Path

PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <link rel="canonical" href="{canonical}">
    <link rel="icon" href="{up}assets/brand/icon.svg">
    <link rel="stylesheet" href="{up}assets/stylesheets/main.0a1b2c3d.min.css">
    <link rel="stylesheet" href="{up}assets/site/site.css">
  </head>
  <body>
    <p>{words}</p>
    <script>{script}</script>
    <script type="module" src="{up}assets/finder/finder.js"></script>
  </body>
</html>
"""

PAGES: Mapping[str, str] = {
    "index.html": "./",
    "404.html": "/",
    "embed/index.html": "../",
    "help/index.html": "../",
    "paths/index.html": "../",
    "paths/urgent/index.html": "../../",
}
"""The pages, and how each names the site's root."""

ASSETS: Mapping[str, str] = {
    "assets/brand/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/finder/finder.js": 'import { say } from "../site/say.js";\nsay("hello");\n',
    "assets/site/say.js": "export const say = (words) => console.log(words);\n",
    "assets/site/site.css": "p { color: black; }\n",
    "assets/stylesheets/main.0a1b2c3d.min.css": "body{margin:0}",
}


def page(page_path: str, *, words: str = "Words.", script: str = "var a = 1", home: str = "/") -> str:
    """The HTML of one page."""
    return PAGE.format(
        canonical=f"https://name.example{home}", up=PAGES[page_path], words=words, script=script
    )


def make_small_site(folder: Path, *, home: str = "/", **of_page: str) -> Path:
    """Write the site; `home` is the path that it is served below."""
    written = {name: page(name, home=home, **of_page) for name in PAGES}
    for name, text in {**written, **ASSETS}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder
