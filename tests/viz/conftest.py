"""A real headless Chromium with the network cut, and small subgraphs to draw."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from graph.model import Claim, Document, Entity, Evidence, Link, Subgraph, rank_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CUT = "--host-resolver-rules=MAP * ~NOTFOUND"


@dataclass(slots=True)
class Opened:
    """A page in the browser, every request it made but that for the file, and every complaint it printed."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def details(self) -> str:
        return str(self.page.locator("#details").inner_text())

    def settle(self) -> None:
        self.page.wait_for_timeout(350)

    def click_at(self, place: dict[str, float]) -> None:
        self.page.mouse.click(place["x"], place["y"])


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail(f"no browser: the pages are tested in a real Chromium; install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=[*ARGUMENTS, CUT])
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page from a file with the network cut: `show(html, width=…, height=…, theme=…)`."""
    contexts = []

    def opened(html: str, width: int = 1280, height: int = 800, theme: str = "light") -> Opened:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, offline=True, reduced_motion="reduce"
        )
        contexts.append(context)
        result = Opened(context.new_page())
        result.page.set_default_timeout(20_000)

        def route(route: Any) -> None:
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                route.abort()

        context.route("**/*", route)
        result.page.on("request", lambda r: r.url == file.as_uri() or result.requests.append(r.url))
        result.page.on("console", lambda m: m.type in ("error", "warning") and result.complaints.append(m.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.goto(file.as_uri())
        result.page.wait_for_function("performance.getEntriesByName('explorer-ready').length > 0")
        return result

    yield opened
    for context in contexts:
        context.close()


REPORT = Document(
    "d1",
    "",
    title="Raid on the riverside park",
    publisher="Border Post",
    published="2024-05-02",
    addresses=("https://news.example/raid",),
)
LEDGER = Document(
    "d2", "", title="Case file 7", publisher="Legal Aid Desk", published="2023", addresses=("case-7.pdf",)
)


def claim(kind: str, source: str, target: str | None, quote: str, document: Document = REPORT, **more: Any) -> Claim:
    start = 10 * (sum(map(ord, quote)) % 997)
    return Claim(document.id, kind, source, target, (Evidence(document.id, start, start + len(quote), quote),), **more)


def link(*claims: Claim) -> Link:
    first = claims[0]
    assert first.target is not None
    return Link(min(c.id for c in claims), first.type, first.source, first.target, tuple(sorted(claims, key=rank_of)))


@pytest.fixture
def network() -> Subgraph:
    """Two people, a firm, two sites, towns, a survivor, an account: every status, two parallel links."""
    entities = (
        Entity("p1", "Person", "Wei Dongming", ("Boss Wei", "魏東明"), 2),
        Entity("p2", "Person", "Sok Chanthy", ("សុខ ចាន់ធី",)),
        Entity("c1", "Company", "Golden Lotus Holding"),
        Entity("k1", "Compound", "KK Park", ("KK园区",), 2),
        Entity("k2", "Compound", "Riverside Park"),
        Entity("l1", "Location", "Myawaddy"),
        Entity("l2", "Location", "Cambodia"),
        Entity("l3", "Location", "Building 9"),
        Entity("g1", "Group", "24 Vietnamese nationals"),
        Entity("p3", "Person", "นภา ใจดี"),
        Entity("w1", "CryptoWallet", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"),
        Entity("b1", "PublicBody", "Thai police"),
    )
    links = (
        link(
            claim("OPERATES", "p1", "k1", "Wei Dongming runs KK Park.", role="operator", probability=0.91),
            claim("OPERATES", "p1", "k1", "A lawyer denied that Wei runs the park.", LEDGER, status="denied"),
        ),
        link(claim("OWNS", "p1", "c1", "Wei owns Golden Lotus Holding.", role="owner", date="2021")),
        link(claim("DIRECTS", "p1", "c1", "Former chairman Wei left Golden Lotus.", role="chair", ended=True)),
        link(claim("OPERATES", "c1", "k2", "Golden Lotus is said to operate Riverside Park.", status="alleged")),
        link(claim("LOCATED_IN", "k1", "l1", "KK Park near Myawaddy was cleared.")),
        link(claim("LOCATED_IN", "k2", "l2", "Riverside Park in Cambodia was sealed.")),
        link(claim("HELD_AT", "g1", "k1", "24 Vietnamese nationals were locked up in KK Park.", role="captive")),
        link(claim("RELEASED_FROM", "p3", "k1", "นภา ใจดี หนีออกมา", LEDGER, role="escaped", date="2024-05-02")),
        link(claim("HOLDS_ACCOUNT", "p1", "w1", "Wei used TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H.", LEDGER, role="holder")),
        link(claim("ACTED_AGAINST", "b1", "p1", "Police plan to charge Wei.", role="charged", status="planned")),
        link(claim("FAMILY_OF", "p2", "p1", "Sok Chanthy denied being Wei's sister.", status="denied", role="sibling")),
    )
    properties = {"p1": (claim("nationality", "p1", None, "the Chinese national Wei", value="cn"),)}
    properties["g1"] = (claim("part", "g1", None, "24 Vietnamese nationals", value="victims"),)
    return Subgraph(entities, links, (REPORT, LEDGER), properties)


PAYLOADS = (
    "<img src=x onerror=window.PWN=1>",
    "</script><script>window.PWN=1</script>",
    "<svg onload=window.PWN=1>",
    "${window.PWN=1}",
    "`-(window.PWN=1)-`",
    "\"';window.PWN=1;//",
    '" onmouseover="window.PWN=1" x="',
    "<a href=javascript:window.PWN=1>href</a>",
    "javascript:window.PWN=1",
    "data:text/html,<script>window.PWN=1</script>",
    "<!--<script>",
    "]]><script>window.PWN=1</script>",
    "{{constructor.constructor('window.PWN=1')()}}",
    "<iframe srcdoc='<script>parent.PWN=1</script>'>",
    "\u2028window.PWN=1\u2029",
    "\u202egnimmag\u0000\ud800",
    "constructor",
    "__proto__",
)


@pytest.fixture
def hostile() -> Subgraph:
    """Every payload in every field that a document, an import or a user can fill."""
    all_of = " ".join(PAYLOADS)
    documents = tuple(
        Document(f"d{n}{text}", "", title=text, publisher=text, published=text, addresses=(text,))
        for n, text in enumerate(PAYLOADS)
    )
    entities, links, properties = [], [], {}
    for n, text in enumerate(PAYLOADS):
        schema = ("Person", "Compound", "Location", "Company")[n % 4]
        entities.append(Entity(f"e{n}{text}", schema, text, (text + "2", all_of)))
        said = replace(
            claim("OWNS", f"e{n}{text}", f"e0{PAYLOADS[0]}", text + " " + all_of, documents[n]),
            role=text,
            attributed_to=text,
            date=text,
            amount=text,
            currency=text,
            probability=0.5,
        )
        links.append(Link(f"l{n}{text}", "OWNS", said.source, f"e{(n + 1) % 5}{PAYLOADS[(n + 1) % 5]}", (said,)))
        properties[f"e{n}{text}"] = (claim(text, f"e{n}{text}", None, text, documents[n], value=text),)
    return Subgraph(tuple(entities), tuple(links), documents, properties)
