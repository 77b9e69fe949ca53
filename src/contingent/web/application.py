"""The web application: which address is answered by which page, in which form, with which headers.

The law of this module: every answer forbids scripts, frames and strangers' files, and every error is a page with one
sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import contingent
from contingent.ask import Word
from contingent.ask.lookup import KIND_ORDER
from contingent.ask.overview import operations_in_force
from contingent.ask.total_account import COUNTABLE
from contingent.errors import ContingentError, UnknownNameError, UsageError
from contingent.fact import Evidence
from contingent.register import StoredDocument
from contingent.show.decision_words import SHORT
from contingent.show.failures import unexpected
from contingent.show.notes import day_words, decision_on
from contingent.show.placemat import SHORT_FACT
from contingent.show.terminal import clean, print_error
from contingent.web.desk import Desk, address_of
from contingent.web.findings import Findings
from contingent.web.messages import LANGUAGES, messages
from contingent.web.pages import Page, Pages
from contingent.web.papers import Papers
from contingent.web.question import KEPT, Question, preferred, question

_FOLDER = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""The headers of every answer."""
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A picture holds its own style, and nothing else; no page takes that over."""
_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml"}
SIGNS = {
    Word.STATED: "●",
    Word.POSSIBLE: "◐",
    Word.PRESUMED: "◌",
    Word.PLANNED: "○",
    Word.AUTHORISED: "◇",
    Word.ENDED: "×",
    Word.NOT_YET: "▹",
    Word.UNKNOWN: "?",
}
"""A sign for each word of an answer, so that nobody needs colour to tell them apart."""
_MOST_WORDS = 2_000
"""Characters of a quote or a name beyond which a page shows only its beginning."""

Make = Callable[[Request, Question], Page]


class _Headers:
    """Adds ``HEADERS`` to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class _Site:
    """The pages of one register, as answers to requests."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        self._today = today
        self._templates = _environment()
        self._pages = Pages(desk, Findings(desk.catalogue))
        self._papers = Papers(desk)

    def routes(self) -> list[BaseRoute]:
        """All addresses."""
        pages, papers = self._pages, self._papers
        found = self._in_forms("/", pages.start, "json", "csv")
        found += self._in_forms("/search", pages.search, "json")
        found += self._in_forms("/total", pages.total, "json", "csv")
        found += self._in_forms("/conflicts", pages.conflicts, "json", "csv")
        found += self._in_forms("/documents", papers.documents, "json", "csv")
        found += self._in_forms("/document/{name}", papers.document, "json", "csv")
        found += self._in_forms("/fact/{name}", pages.fact, "json")
        for kind in KIND_ORDER:
            found += self._in_forms(f"/{kind}/{{name:path}}", partial(pages.thing, kind=kind), "json", "csv")
            for title, make, forms in (
                ("timeline", pages.timeline, ("json", "csv", "svg")),
                ("total", pages.total, ("json", "csv")),
                ("conflicts", pages.conflicts, ("json", "csv")),
            ):
                found += self._in_forms(f"/{title}/{kind}/{{name:path}}", partial(make, kind=kind), *forms)
        found.append(Route("/original/{name}", papers.original, methods=["GET"]))
        return [*found, Mount("/static", StaticFiles(directory=_FOLDER / "static"))]

    def _in_forms(self, path: str, make: Make, *forms: str) -> list[BaseRoute]:
        """The addresses of a page: its own, and below the name of each form that in this form."""
        whole = Route(path, self._answering(make, "html"), methods=["GET"])
        return [whole, *(Route(f"/{form}{path}", self._answering(make, form), methods=["GET"]) for form in forms)]

    def _answering(self, make: Make, form: str) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            asked = question(request.query_params, request.headers.get("accept-language", ""), self._today())
            page = make(request, asked)
            prefix = () if form == "html" else (form,)
            if page.moved_to is not None:
                return RedirectResponse(asked.link(*prefix, *page.moved_to), 303)
            if form == "html":
                return HTMLResponse(self._rendered(request, asked, page))
            headers = {"Content-Security-Policy": _PICTURE_POLICY} if form == "svg" else {}
            return Response(page.forms[form](), media_type=_TYPES[form], headers=headers)

        return answer

    def _rendered(self, request: Request, asked: Question, page: Page) -> str:
        here = tuple(request.scope["path"].removeprefix("/").split("/"))
        template = self._templates.get_template(page.template)
        return template.render(
            **{"named": None, **page.values},
            t=messages(asked.language),
            asked=asked,
            link=asked.link,
            here=replace(asked, said=()).link(*here),
            here_parts=here,
            given=dict.fromkeys(KEPT, "") | dict(asked.said),
            query=request.query_params.get("q", ""),
            forms=[(form, asked.link(form, *here, q=request.query_params.get("q"))) for form in page.forms],
            today=self._today(),
            address=str(request.base_url).rstrip("/")
            + (replace(asked, said=(("on", asked.on.isoformat()), *asked.said)) if page.of_day else asked).link(
                *here, lang=None, q=request.query_params.get("q")
            ),
            of_day=page.of_day,
            languages=[(code, asked.link(*here, lang=code, q=request.query_params.get("q"))) for code in LANGUAGES],
        )

    def failed(self, request: Request, error: Exception) -> Response:
        """The page of an error: one sentence, and where to go on."""
        code, sentence, near = _told(error)
        if code == 500:
            print_error(f"contingent: {request.url.path}: {unexpected(error)}")
        query, accepted = request.query_params, request.headers.get("accept-language", "")
        try:
            asked = question(query, accepted, self._today())
        except UsageError:
            # The question itself is wrong, so that links can keep no more of it than its language.
            given = query.get("lang") in LANGUAGES
            language = query["lang"] if given else preferred(accepted)
            asked = Question(self._today(), None, None, language, (("lang", language),) if given else ())
        page = Page("error.html", {"code": code, "sentence": sentence, "near": near})
        return HTMLResponse(self._rendered(request, asked, page), code)


def _told(error: Exception) -> tuple[int, str, tuple[str, ...]]:
    """An error as a status, a sentence, and the names that may have been meant."""
    match error:
        case UnknownNameError():
            return 404, str(error), error.nearest
        case UsageError():
            return 400, str(error), ()
        case HTTPException():
            sentences = {404: "There is no page at this address.", 405: "This address can only be read."}
            return error.status_code, sentences.get(error.status_code, "This cannot be answered."), ()
        case ContingentError():
            return 503, str(error), ()
    return 500, "Something went wrong in Contingent itself; please report the address that shows it.", ()


def _environment() -> Environment:
    def text(value: Any) -> Any:
        """Words of documents with every control character made visible; what templates make is left as it is."""
        if value.__class__ is not str:
            return value
        return clean(value)

    found = Environment(
        loader=PackageLoader("contingent.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        signs=SIGNS, version=contingent.__version__,
        document_name=document_name, day_words=day_words, decision_on=decision_on, SHORT=SHORT,
        SHORT_FACT=SHORT_FACT, address_of=address_of, all_words=tuple(Word), COUNTABLE=COUNTABLE,
    )  # fmt: skip
    found.filters["beginning"] = beginning
    return found


def document_name(document: StoredDocument | Evidence, untitled: str) -> str:
    """What a list calls a document: its title, else its web address, or the name of its file."""
    if document.title or not document.address:
        return document.title or untitled
    return document.address if "://" in document.address else document.address.rpartition("/")[2]


def beginning(words: str, most: int = _MOST_WORDS) -> str:
    """The words, or their beginning and how many characters follow."""
    return words if len(words) <= most else f"{words[:most]} … (+{len(words) - most:,})"


def prepare(desk: Desk, today: date) -> None:
    """Work out what every page needs, so that the first one who asks need not wait for it."""
    with desk.asking():
        facts = desk.facts(Question(today, None, None, LANGUAGES[0]))
        facts.names(desk.catalogue)
        operations_in_force(facts, facts.operations(), today, None)


def application(desk: Desk, today: Callable[[], date]) -> Starlette:
    """The application that answers from a desk; ``today`` gives the day that is asked about unless an address says."""
    site = _Site(desk, today)
    handlers = dict.fromkeys((ContingentError, HTTPException, Exception), site.failed)
    middleware = [Middleware(_Headers), Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4)]
    return Starlette(routes=site.routes(), middleware=middleware, exception_handlers=handlers)
