"""The site as the project's files are now, each page made when it is asked for.

An edit of one sentence may change many pages, and which ones nobody knows. So none is kept from before the
edit, and only those are made anew that somebody looks at. What needs all pages, the search, is not made here.
"""

from contextlib import suppress
from mimetypes import guess_type
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from building import engine

NOT_FOUND = "404.html"
SHOWN = frozenset((InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV))


class PageError(Exception):
    """A page could not be made; its cause is what was raised, `page` the page's file below `docs/`."""

    def __init__(self, page: str) -> None:
        self.page = page
        super().__init__(page)


class LiveSite:
    """One state of the project's files: `LiveSite(root, address).file("paths/urgent/index.html")`."""

    def __init__(self, root: Path, address: str) -> None:
        """Read the settings and the navigation. Raises MkDocsException where they make no sense."""
        self._made: dict[str, bytes] = {}
        config = engine.settings(root, root / ".build" / "live", address)
        self._config: MkDocsConfig = config.plugins.on_config(config)
        plugins = self._config.plugins
        plugins.on_pre_build(config=self._config)
        files = get_files(self._config)
        env = self._config.theme.get_env()
        files.add_files_from_theme(env, self._config)
        self._files = plugins.on_files(files, config=self._config)
        set_exclusions(self._files, self._config)
        nav = get_navigation(self._files, self._config)
        self._nav = plugins.on_nav(nav, config=self._config, files=self._files)
        self._env = plugins.on_env(env, config=self._config, files=self._files)
        self._by_address = {file.dest_uri: file for file in self._files if file.inclusion in SHOWN}
        self._read: set[str] = set()
        for page in self._nav.pages:  # each page's navigation shows their titles
            with suppress(PageError):  # it is told where that page is asked for
                self._read_page(page)

    def file(self, name: str) -> bytes | None:
        """Return the bytes of a file of the site, or None where it has none of that name.

        Raises PageError where it is a page that cannot be made.
        """
        if name not in self._made:
            file = self._by_address.get(name)
            if file is not None:
                self._made[name] = self._page(file) if file.is_documentation_page() else file.content_bytes
            elif name in self._config.theme.static_templates:
                self._made[name] = self._template(name)
        return self._made.get(name)

    def _read_page(self, page: Page) -> None:
        """Read a page's Markdown, with what its macros make of it. Raises PageError."""
        name = page.file.src_uri
        if name in self._read:
            return
        try:
            page.read_source(self._config)
            page.markdown = self._config.plugins.on_page_markdown(
                page.markdown or "", page=page, config=self._config, files=self._files
            )
        except (Exception, SystemExit) as error:
            raise PageError(name) from error
        self._read.add(name)

    def _page(self, file: File) -> bytes:
        page = file.page or Page(None, file, self._config)
        self._read_page(page)
        plugins = self._config.plugins
        page.active = True  # the navigation marks it
        try:
            page.render(self._config, self._files)
            page.content = plugins.on_page_content(
                page.content or "", page=page, config=self._config, files=self._files
            )
            context = get_context(self._nav, self._files, self._config, page)
            context = plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            html = plugins.on_post_page(template.render(context), page=page, config=self._config)
        except (Exception, SystemExit) as error:
            raise PageError(file.src_uri) from error
        finally:
            page.active = False
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _template(self, name: str) -> bytes:
        base = "/" if name == NOT_FOUND else "."
        context = get_context(self._nav, self._files, self._config, base_url=base)
        return str(self._env.get_template(name).render(context)).encode()


def kind(name: str) -> str:
    """Return the media type of a file by its name."""
    if name.endswith((".js", ".mjs")):  # some systems know another one, which browsers refuse
        return "text/javascript; charset=utf-8"
    found = guess_type(name)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
