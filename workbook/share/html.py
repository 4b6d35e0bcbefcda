"""A comparison -> one HTML file that opens anywhere and fetches nothing.

Where scripts run, the explorer takes the place of the plain text; where they do not, as in a phone's
preview, the plain text is all there.
"""

import base64
import gzip
import hashlib
import html
import json

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.show.cards import caution_draft, tell_notices, tell_relations
from workbook.show.explorer.parts import read_plotly, read_script, read_style
from workbook.show.redline import write_redlines

# The page runs nothing and asks for nothing, whatever stands in a draft.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# With the explorer it runs the scripts of these hashes alone; pictures of charts are made in the page.
_LIVELY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5c5c5c; --line: #d9d9d9; --page: #fff;
  --in: #00523f; --in-ground: #e0f2ec; --out: #8a2b06; --out-ground: #fbe9e2; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #a9a9a9; --line: #3a3a3a;
  --page: #161616; --in: #7fd8bb; --in-ground: #10352b; --out: #f3a98b; --out-ground: #45200f; } }
body { font: 1.05rem/1.65 system-ui, sans-serif; color: var(--ink); background: var(--page);
  max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.1rem; margin: 2.5rem 0 0; }
a { color: inherit; }
h3 { font-size: 1rem; margin: 0 0 .25rem; } h3 span { font-weight: 400; color: var(--soft); }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
.doubt { border-left: 4px solid var(--line); padding: .25rem .75rem; }
.caution { border-left: 4px solid var(--out); padding: .25rem .75rem; background: var(--out-ground); }
ins { color: var(--in); background: var(--in-ground); text-decoration: underline; }
del { color: var(--out); background: var(--out-ground); text-decoration: line-through; }
.form { color: inherit; background: none; text-decoration-style: dotted; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
"""


def write_page(
    drafts: pl.DataFrame,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    bundle: dict | None = None,
    *,
    notices: pl.DataFrame | None = None,
    plotly: str = "",
    pages: dict[str, str] | None = None,
    chapters: dict[str, dict] | None = None,
    view: str = "",
) -> str:
    """The comparison of two drafts as a whole HTML page; `drafts` has the old draft first.

    Every paragraph of the new draft in its order, with what became of it and its redline, under its
    section's heading; unchanged ones in full as well. Words of a draft are escaped throughout. `notices`, as
    NOTICES, stand at the top, below the cautions.
    With a `bundle` the explorer stands in the page too. `plotly` is the address of plotly.js where it
    lies beside the page, else it is packed inside; `pages` are the addresses of other comparisons, `chapters`
    what the explorer's tabs show besides, `view` the #fragment that the page opens at.
    """
    old, new = drafts.row(0, named=True), drafts.row(-1, named=True)
    title = f"{old['title']} → {new['title']}"
    cautions = [
        f'<p class="caution">{html.escape(draft["title"])}: {html.escape(said)}</p>'
        for draft in ((old,) if old["draft"] == new["draft"] else (old, new))
        if (said := caution_draft(draft["status"], draft["file"]))
    ]
    doubts = [f'<p class="doubt">{html.escape(said)}</p>' for said in tell_notices(drafts, notices)]
    summary = f"<p>{sum_up(pairs)}</p>"
    cards = _write_cards(paragraphs, pairs, diffs, bundle)
    given = (plotly, pages or {}, chapters or {}, view)
    head, foot = ("", "") if bundle is None else _write_explorer(bundle, *given)
    return "\n".join(
        [
            *_open_page(title, head),
            f"<body><main><h1>{html.escape(title)}</h1>",
            *cautions,
            *doubts,
            summary,
            *cards,
            f"</main>{foot}</body></html>\n",
        ]
    )


def _open_page(title: str, head: str) -> list[str]:
    """The page down to its body; `head` has a policy and styles of its own, where there is more than text."""
    plain = f"<style>{_STYLE}</style>"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        head or policy,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(title)}</title>{'' if head else plain}</head>",
    ]


def _write_explorer(
    bundle: dict, plotly: str, pages: dict[str, str], chapters: dict[str, dict], view: str
) -> tuple[str, str]:
    """What the explorer puts into the page's head, and what it puts at its end."""
    script, style = read_script(), read_style()
    scripts = f"{_hash(script)} 'self'" if plotly else f"{_hash(script)} {_hash(read_plotly())}"
    styles = f"{_hash(style)} {_hash(_STYLE)} {_hash('')}"  # plotly begins with an empty style
    policy = _LIVELY.format(scripts=scripts, styles=styles)
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="icon" href="data:,">'
        f'<style id="workbook-plain">{_STYLE}</style><style>{style}</style>'
    )
    parts = [
        f'<script type="application/json" id="workbook-bundle">{_as_json(bundle)}</script>',
        f'<script type="application/json" id="workbook-pages">{_as_json(pages)}</script>',
        f'<script type="application/json" id="workbook-view">{_as_json(view)}</script>',
    ]
    if plotly:
        file = html.escape(plotly)
        parts.append(f'<script type="text/plain" id="workbook-plotly" data-file="{file}"></script>')
    parts.append(f"<script>{script}</script>")
    # Behind the explorer, so that choices and redlines need wait for neither these nor the chart.
    parts += [
        f'<script type="text/plain" id="workbook-chapter-{name}">{_pack(_as_json(chapter).encode())}</script>'
        for name, chapter in chapters.items()
    ]
    if not plotly:
        parts.append(f'<script type="text/plain" id="workbook-plotly">{_pack(read_plotly())}</script>')
    return head, "\n".join(parts)


def _hash(part: str | bytes) -> str:
    """A part of the page as its policy names it."""
    raw = part.encode() if isinstance(part, str) else part
    return f"'sha256-{base64.b64encode(hashlib.sha256(raw).digest()).decode()}'"


def _pack(part: bytes) -> str:
    """What the page unpacks when it is needed: a third as long."""
    return base64.b64encode(gzip.compress(part, mtime=0)).decode()


def _as_json(data: object) -> str:
    """JSON in which nothing looks like HTML."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _write_cards(
    paragraphs: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame, bundle: dict | None
) -> list[str]:
    sections = {
        (draft, position): section
        for draft, position, section in paragraphs.select("draft", "position", "section").iter_rows()
    }
    keys = list(PAIR_KEYS)
    rows = tell_relations(pairs).join(
        write_redlines(diffs), on=keys, how="left", nulls_equal=True, maintain_order="left"
    )
    said = {row["at"]: row["said"] for row in bundle["rows"]} if bundle else {}
    cards, last = [], ""
    for at, row in enumerate(rows.iter_rows(named=True)):
        section = sections.get((row["new_draft"], row["new_position"]), last)
        if section != last:
            cards.append(f"<h2>{html.escape(section)}</h2>")
        last = section
        cards.append(_write_card(row, said.get(at, "")))
    return cards


def _write_card(row: dict, said: str) -> str:
    label = html.escape(row["new_label"] or row["old_label"] or "unnumbered")
    words = html.escape(said.partition(": ")[2] or row["words"])
    redline = f"<p>{row['html']}</p>" if row["html"] else ""
    return f"<article><h3>{label} <span>{words}</span></h3>{redline}</article>"


def sum_up(pairs: pl.DataFrame) -> str:
    """How many paragraphs of the new draft there are, and what became of them, in one sentence."""
    of_new = pairs.filter(pl.col("new_position").is_not_null() & (pl.col("relation") != "fragment"))
    total = of_new["new_position"].n_unique()
    said = [f"{total} paragraphs in the newer text"]
    for relation, words in (("same", "unchanged"), ("edited", "edited"), ("split", "from a split"),
                            ("merged", "merged"), ("inserted", "new")):  # fmt: skip
        number = of_new.filter(pl.col("relation") == relation)["new_position"].n_unique()
        if number:
            said.append(f"{number} {words}")
    moved = of_new.filter("moved")["new_position"].n_unique()
    gone = pairs.filter(pl.col("relation") == "deleted").height
    rest = [
        f"; of these {total}, {moved} moved" if moved else "",
        f"; {gone} of the older text gone" if gone else "",
    ]
    return f"{said[0]}: {', '.join(said[1:])}{''.join(rest)}."


def write_index(links: list[tuple[str, str, str]]) -> str:
    """A page that leads to others: of each its address, its title, and a sentence on what it shows."""
    entries = [
        f'<article><h3><a href="{html.escape(address)}">{html.escape(title)}</a></h3>'
        f"<p>{html.escape(said)}</p></article>"
        for address, title, said in links
    ]
    words = (
        "Each page compares two drafts. It works without a network; the other way round is a swap inside it."
    )
    title = "Drafts compared"
    head = [*_open_page(title, ""), f"<body><main><h1>{title}</h1><p>{words}</p>"]
    return "\n".join([*head, *entries, "</main></body></html>\n"])
