"""What the page shows of the scale of commitment: its phrases by rung, and what a visitor did to them."""

from collections import defaultdict

import polars as pl

from workbook.meaning.own_scale import MOVABLE, name_rungs
from workbook.show.style import RUNGS

Rows = list[dict]


def tell_scale(ladder: pl.DataFrame, base: pl.DataFrame, changes: str) -> dict:
    """The scale as `ladder` has it, a visitor's `changes` made in `base`.

    Keys: `changes`, `rungs` (from the highest: rung, name, title and its phrases), `out` (phrases taken out,
    each with its rung in `base`), `decided` (leads whose act decides) and `orders` (tones and objects, the
    weakest first). A phrase says its rung in `base` by scheme, None where it was added.
    """
    shipped = dict(_list_phrases(base))
    here = dict(_list_phrases(ladder))
    titles = name_rungs(base)
    return {
        "changes": changes,
        "rungs": [
            {
                "rung": rung,
                "name": RUNGS[rung].replace("<br>", " "),
                "title": titles.get(rung, ""),
                "phrases": _gather([(*key, shipped.get(key)) for key, at in here.items() if at == rung]),
            }
            for rung in sorted(RUNGS, reverse=True)
        ],
        "out": _gather([(*key, rung) for key, rung in shipped.items() if key not in here]),
        "decided": ladder.filter(pl.col("scheme") == "lead", pl.col("rung").is_null())["term"].to_list(),
        "orders": _list_orders(ladder),
    }


def _list_phrases(ladder: pl.DataFrame) -> list[tuple[tuple[str, str], int]]:
    """Scheme and name of each phrase that has a rung, and the rung."""
    wanted = ladder.filter(pl.col("scheme").cast(pl.String).is_in(MOVABLE), pl.col("rung").is_not_null())
    return [((scheme, term), rung) for scheme, term, rung in wanted.select("scheme", "term", "rung").rows()]


def _gather(phrases: list[tuple[str, str, int | None]]) -> Rows:
    """One entry a name: "consider" leads a clause and is an act, on the same rung."""
    named: dict[str, dict[str, int | None]] = defaultdict(dict)
    for scheme, term, base in phrases:
        named[term][scheme] = base
    return [{"term": term, "base": base} for term, base in named.items()]


def _list_orders(ladder: pl.DataFrame) -> Rows:
    """The tones and objects, each with its words from the weakest to the strongest."""
    orders = defaultdict(lambda: defaultdict(list))
    wanted = ladder.filter(pl.col("scheme").cast(pl.String).is_in(["tone", "object"])).sort("rung")
    for scheme, title, term, rung in wanted.select("scheme", "title", "term", "rung").iter_rows():
        orders[scheme, title][rung].append(term)
    return [
        {"scheme": scheme, "title": title, "terms": [", ".join(terms) for _rung, terms in found.items()]}
        for (scheme, title), found in orders.items()
    ]
