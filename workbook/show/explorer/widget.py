"""The explorer: one widget that shows what changed between two drafts, in JupyterLab and in Voilà.

Its choices are traits, so a notebook can read, set and link them. It asks the function that it
was given for each new pair of drafts, and knows nothing of where that function finds them.
"""

from collections.abc import Callable

import anywidget
import polars as pl
import traitlets

from workbook.schemas import WorkbookError
from workbook.show.explorer.bundle import list_drafts
from workbook.show.explorer.kinds import KINDS
from workbook.show.explorer.parts import STATIC, read_plotly
from workbook.show.explorer.remarking import ASKED, Keeper, Remarking, stay
from workbook.show.explorer.scaling import Scaler, Scaling
from workbook.show.explorer.selection import select_pairs
from workbook.show.explorer.taking import Take, Taking, tell_filters
from workbook.show.explorer.telling import MakeChapter, Telling
from workbook.show.explorer.uploading import ASKED as SENT
from workbook.show.explorer.uploading import Shelf, Uploading
from workbook.show.faults import tell_fault
from workbook.show.style import MEASURES

# What a person wants to do, in the order of the page.
TABS = ["compare", "follow", "themes", "commitments", "sources", "asks", "list", "workshop", "drafts"]
# The choices that decide which paragraphs are shown.
FILTERS = ["objective", "theme", "section", "change", "hand", "words", "changed_only"]


class FrameTrait(traitlets.Instance):
    """A frame as a trait. Frames are not compared: Polars would import numpy for it, in every kernel."""

    def set(self, obj: traitlets.HasTraits, value: pl.DataFrame) -> None:
        """Sets the frame and tells the observers."""
        new, old = self._validate(obj, value), obj._trait_values.get(self.name)
        obj._trait_values[self.name] = new
        obj._notify_trait(self.name, old, new)


class Explorer(anywidget.AnyWidget, Remarking, Uploading, Telling, Scaling, Taking):
    """What changed between two drafts: a heatmap, its table, and the redlines, filtered together.

    `old` and `new` are draft ids. `objective` ("13"), `theme` ("T04", "P07"), `section` (the heading),
    `change` (a key of kinds.KINDS), `hand` (whose changes; "?": those of no known hand), `words` (looked
    for in both texts) and `changed_only` filter the list; None, "" or False shows all. `selection` is what
    they leave, as a Polars frame: the columns of PAIRS, and `words`, what became of the paragraph. `cell` is
    the heatmap's cell, (objective, section), or empty; `paragraph` is the chosen card, "old position-new
    position". `struck` shows which words of a flattened older draft were probably struck; `folded` folds what
    stayed in long paragraphs. `remarks` are a reader's own changes to the marks. A pair that cannot be made
    leaves its message in `error` and the last one on show.
    """

    _esm = STATIC / "explorer.js"
    _css = STATIC / "explorer.css"

    drafts = traitlets.List().tag(sync=True, from_json=stay("drafts"))
    old = traitlets.Unicode().tag(sync=True)
    new = traitlets.Unicode().tag(sync=True)
    objective = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    theme = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    section = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    change = traitlets.Enum([None, *KINDS], None, allow_none=True).tag(sync=True)
    hand = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    words = traitlets.Unicode().tag(sync=True)
    changed_only = traitlets.Bool(False).tag(sync=True)
    selection = FrameTrait(pl.DataFrame)
    cell = traitlets.Tuple()
    paragraph = traitlets.Unicode().tag(sync=True)
    map = traitlets.Enum(["objective", "theme", "principle", "similarity"], "objective").tag(sync=True)
    measure = traitlets.Enum(list(MEASURES), "share").tag(sync=True)
    # auto: the chart where there is room for it, else its table
    view = traitlets.Enum(["auto", "chart", "table"], "auto").tag(sync=True)
    reading = traitlets.Enum(["inline", "beside"], "inline").tag(sync=True)
    struck = traitlets.Bool(False).tag(sync=True)
    folded = traitlets.Bool(False).tag(sync=True)
    # which tab is open; whose passport is, "draft:position"; the paragraphs and the words of my list
    tab = traitlets.Enum(TABS, "compare").tag(sync=True)
    followed = traitlets.Unicode().tag(sync=True)
    ticked = traitlets.Unicode().tag(sync=True)
    watched = traitlets.Unicode().tag(sync=True)
    # the draft whose words are looked for in the newer one; the one document whose citations are listed
    reference = traitlets.Unicode().tag(sync=True)
    later = traitlets.Unicode().tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)
    # what of the workshop is open; a room's exercises, whether it gives hints; a learner's short answers
    workshop = traitlets.Unicode().tag(sync=True)
    room = traitlets.Unicode().tag(sync=True)
    hints = traitlets.Enum(["", "no"], "").tag(sync=True)
    answers = traitlets.Unicode().tag(sync=True)
    # the paragraph on the amendment bench, "draft:position"
    amended = traitlets.Unicode().tag(sync=True)
    bundle = traitlets.Dict().tag(sync=True, from_json=stay("bundle"))
    error = traitlets.Unicode().tag(sync=True, from_json=stay("error"))

    def __init__(
        self,
        make_bundle: Callable[[str, str], dict],
        drafts: pl.DataFrame,
        old: str | None = None,
        new: str | None = None,
        keeper: Keeper | None = None,
        shelf: Shelf | None = None,
        make_chapter: MakeChapter | None = None,
        scaler: Scaler | None = None,
        take: Take | None = None,
        **traits: object,
    ) -> None:
        """`make_bundle(old, new)` returns a bundle; `drafts` are DRAFTS, whose first two come first.

        A `keeper` keeps what a reader changes on marks; without one nothing can be changed. A `shelf` takes
        a visitor's own drafts; without one none can be added. `make_chapter` makes what the tabs show;
        without it there is no more than the comparison. A `scaler` has pages made by a visitor's own scale.
        `take` makes what a page takes away; without it there are no files.
        """
        listed = list_drafts(drafts)
        first = listed[0]["draft"] if listed else ""
        second = listed[1]["draft"] if len(listed) > 1 else first
        super().__init__(drafts=listed, old=old or first, new=new or second, **traits)
        self._make_bundle = make_bundle
        self._given = {self.old, self.new}  # by Python, where the path of a file works as an id
        self.keep(keeper)
        self.open_shelf(shelf)
        self.tell_chapters(make_chapter)
        self.open_scale(scaler)
        self.hand_out(take)
        self._compare()
        self._select()
        self.observe(self._note, ["old", "new"])
        self.observe(self._compare, ["old", "new", "scale"])
        self.observe(self._select, ["bundle", *FILTERS])
        self.observe(self._point, ["objective", "section"])
        self.observe(self._choose, "cell")
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        """The same for the same choices, so that a notebook's saved output can be compared."""
        return f"Explorer(old={self.old!r}, new={self.new!r})"

    def set_state(self, sync_data: dict) -> None:
        """Takes what a page chose: drafts that are listed, or that Python named, and no other file."""
        known = self._given | {draft["draft"] for draft in self.drafts}
        asked = {name: sync_data[name] for name in ("old", "new") if name in sync_data}
        strange = [draft for draft in asked.values() if not isinstance(draft, str) or draft not in known]
        if not strange:
            super().set_state(sync_data)
            return
        super().set_state({name: value for name, value in sync_data.items() if name not in asked})
        self.error = f"No draft in this list is called “{str(strange[0])[:80]}”. Choose one of the list."
        self.send_state(list(asked))

    def _note(self, change: dict) -> None:
        """Remembers a draft that Python chose: a page may come back to it."""
        if change["name"] not in self._property_lock:
            self._given.add(change["new"])

    def _compare(self, _change: object = None, *, anew: bool = False) -> None:
        """Makes the bundle of the chosen pair; where that fails, says why and keeps the last one."""
        on_show = tuple(self.bundle.get(name, "") for name in ("old", "new", "scale"))
        if not anew and (self.old, self.new, self.scale) == on_show:
            self.error = ""
            return
        try:
            self.use_scale()
            bundle = self._make_bundle(self.old, self.new)
        except WorkbookError as error:
            self.error = str(error)
        except Exception as error:  # the page must go on, and say what happened
            failed = tell_fault("comparing two drafts", error)
            self.error = f"Comparing {self.old} with {self.new} failed. {failed}"
        else:
            self.error = ""
            with self.hold_sync():  # the titles and what they are titles of reach the page together
                self.drafts = self.join_drafts(bundle.get("drafts", self.drafts))
                self.bundle = bundle

    def _compared(self) -> tuple[str, str]:
        """The two drafts that are on show."""
        return self.bundle.get("old", self.old), self.bundle.get("new", self.new)

    def _select(self, _change: object = None) -> None:
        """Keeps `selection` in step with the bundle and the filters, wherever they were set."""
        self.selection = select_pairs(self.bundle, self._list_filters())

    def _list_filters(self) -> dict[str, object]:
        """The filters and what is chosen in each."""
        return {name: getattr(self, name) for name in FILTERS}

    def _point(self, _change: object = None) -> None:
        """Keeps `cell` in step with the two filters that make it."""
        self.cell = () if None in (self.objective, self.section) else (self.objective, self.section)

    def _choose(self, change: dict) -> None:
        """Filters by the cell that was set from Python; an empty one clears both filters."""
        if change["new"] or None not in (self.objective, self.section):
            with self.hold_trait_notifications():
                self.objective, self.section = change["new"] or (None, None)

    def show_uploads(self) -> None:
        """Lists the visitor's own drafts; what is on show is made anew where it is one, or was."""
        before, self.drafts = self.drafts, self.join_drafts(self.drafts)
        own = [draft["draft"] for draft in (*before, *self.drafts) if draft.get("yours")]
        here = {draft["draft"] for draft in self.drafts}
        theirs = [draft["draft"] for draft in self.drafts if not draft.get("yours")]
        gone = [side for side in ("old", "new") if getattr(self, side) in set(own) - here]
        if gone:
            with self.hold_trait_notifications():
                for side in gone:
                    setattr(self, side, theirs[min(side == "new", len(theirs) - 1)])
        elif {self.old, self.new} & set(own) and before != self.drafts:
            self._compare(anew=True)

    def _answer(self, _widget: object, content: object, buffers: object) -> None:
        """Sends plotly.js to a page that has none; does what it asks on a reading or a file, and tells it."""
        if content == {"ask": "plotly"}:
            self.send({"plotly": True}, buffers=[read_plotly()])
        elif isinstance(content, dict) and content.get("ask") in ASKED:
            before, told = self.remarks, self.act(content)
            if self.remarks != before:
                self._compare(anew=True)
            self.send({"told": content.get("id"), **told})
        elif isinstance(content, dict) and content.get("ask") == "chapter":
            self.send({"told": content.get("id"), **self.tell_chapter(content, self._compared())})
        elif isinstance(content, dict) and content.get("ask") == "take":
            filters = tell_filters(self.bundle, self._list_filters())
            told, files = self.take_file(content, self._compared(), self.selection, filters)
            self.send({"told": content.get("id"), **told}, buffers=files)
        elif isinstance(content, dict) and content.get("ask") in SENT:
            self.answer_sent(content, buffers)
