"""The GCM drafts workbook: how a negotiated UN text changes from draft to draft.

drafts     = load_drafts()
runs       = read_runs(drafts)
paragraphs = split_paragraphs(runs, drafts)
pairs      = pair_paragraphs(paragraphs, old="rev2", new="rev3")
diffs      = diff_words(pairs, paragraphs)
marks      = find_marks(runs, drafts)
origins    = trace_hands(diffs, marks, paragraphs, drafts)
terms      = load_terms()
tags       = tag_paragraphs(paragraphs, terms)
counts     = count_changes(diffs, tags, paragraphs, terms, origins)
draw_changes(counts)
"""

from importlib import import_module

from workbook.schemas import WorkbookError

# Each name is read from its module when it is first used: importing scipy and plotly takes time.
_HOMES = {
    "load_drafts": "text.drafts",
    "pick_drafts": "text.drafts",
    "read_runs": "text.runs",
    "apply_hands": "text.runs",
    "split_paragraphs": "text.paragraphs",
    "body_of": "text.paragraphs",
    "find_citations": "text.citations",
    "list_objectives": "text.objectives",
    "account_for": "text.account",
    "find_marks": "text.marks",
    "list_hands": "text.marks",
    "pair_paragraphs": "compare.pairs",
    "diff_words": "compare.diffs",
    "trace_hands": "compare.origins",
    "load_terms": "meaning.lexicon",
    "tag_paragraphs": "meaning.tags",
    "follow_tags": "meaning.travels",
    "load_glossary": "meaning.glossary",
    "load_ladder": "meaning.ladder",
    "edit_ladder": "meaning.own_scale",
    "find_clauses": "meaning.clauses",
    "follow_clauses": "meaning.trail",
    "load_asks": "meaning.asks",
    "find_wanted": "meaning.wanted",
    "judge_asks": "meaning.verdicts",
    "keep_ledger": "meaning.ledger",
    "look_for": "meaning.presence",
    "ask_whose": "app.asking",
    "count_sources": "meaning.source_changes",
    "count_changes": "show.counts",
    "count_gains": "show.gains",
    "count_passages": "show.gains",
    "count_hands": "show.tallies",
    "tell_relations": "show.cards",
    "tell_trail": "show.trails",
    "load_exercises": "learn.exercises",
    "load_plans": "learn.exercises",
    "load_roles": "learn.exercises",
    "draw_changes": "show.figures",
    "draw_trail": "show.figures",
    "draw_gains": "show.figures",
    "draw_flow": "show.figures",
    "draw_sources": "show.figures",
    "Explorer": "show.explorer.widget",
    "compare_drafts": "app",
    "make_table": "app",
    "explore": "app",
    "save_comparison": "app.files",
    "make_claim": "app.claims",
    "check_claims": "app.claims",
    "read_claims": "share.claim_files",
    "write_claims": "share.claim_files",
}

__all__ = ["WorkbookError", *_HOMES]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'workbook' has no attribute {name!r}")
    found = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
