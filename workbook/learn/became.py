"""Two drafts and a seed -> the exercise "Which paragraph became this one?".

A paragraph of the newer draft is shown without its number, beside the paragraph that it came from, the others
of the older draft that are most like it, and "none of them". What is fair to ask stands in `parents.py`.
"""

from workbook.compare.words import split_words
from workbook.learn.exercise import Answer, Exercise, Material, Option, Question, Shown
from workbook.learn.parents import Choice, list_words
from workbook.learn.picking import Sides, order_by_seed, pick_number, quote_words
from workbook.schemas import WorkbookError

KIND = "became"
LETTERS = "abcde"
NONE = "none"
# So many of the shared words are looked for in a hint, and so many words tell where a paragraph begins.
HINTED, OPENING = 2, 6
# What another paragraph speaks of, in a reason: a few words of many.
MOST_OWN = 3
# Fewer paragraphs that stand elsewhere than these would be asked about again and again.
FEWEST_ELSEWHERE = 4


def make_became(choices: list[Choice], sides: Sides, seed: int) -> Exercise:
    """The exercise of this seed, out of what `find_choices` found.

    Four older paragraphs stand beside the true one, or five where the paragraph is new; fewer where fewer are
    like it. Raises WorkbookError where there is nothing to choose from.
    """
    if not choices:
        raise WorkbookError("There is no paragraph to ask about.")
    choice = order_by_seed(_prefer(choices, seed), seed, KIND, lambda each: each.told)[0]
    parents = [choice.parent] if choice.parent else []
    others = order_by_seed(choice.others, seed, "others", _tell_place)[: len(LETTERS) - len(parents)]
    options = dict(zip(LETTERS, order_by_seed([*others, *parents], seed, "order", _tell_place), strict=False))
    shown = Shown("", choice.new.position, choice.new.text)  # its number could give the answer away
    return Exercise(
        id=f"{KIND}-{seed}",
        title="Which paragraph became this one?",
        minutes=5,
        task=(
            f"Below stands one paragraph of {sides.new_title}, without its number. Find the paragraph of "
            f"{sides.old_title} that it came from. Decide by the words: numbers change from draft to "
            "draft.\n\nIt may also come from none of those shown. Paragraphs that look alike often share "
            "only the phrases that all such texts use."
        ),
        questions=(_ask(choice, options, others, sides),),
        material=(Material(sides.new, title=sides.new_title.strip("“”"), paragraphs=(shown,)),),
        debrief=(
            "What made you sure: the place, the subject, or single words? Which of them could mislead you?",
            "What does it do to a text when a paragraph keeps its words and changes its place or its number?",
        ),
        seed=seed,
        about=sides.tell_about(seed),
        cautions=sides.cautions,
    )


def _prefer(choices: list[Choice], seed: int) -> list[Choice]:
    """In half of the seeds those whose place does not tell, where there are some to choose from."""
    linked = [choice for choice in choices if choice.elsewhere and choice.parent]
    news = [choice for choice in choices if not choice.parent]
    elsewhere = [*linked, *news[: len(linked) // 2]]
    wanted = len(elsewhere) >= FEWEST_ELSEWHERE and pick_number(seed, f"{KIND} elsewhere", 0, 1)
    return elsewhere if wanted else choices


def _ask(choice: Choice, options: dict[str, Shown], others: list[Shown], sides: Sides) -> Question:
    listed = [
        Option(letter, f"{old.label}: " * bool(old.label) + old.text) for letter, old in options.items()
    ]
    letters = {old.position: letter for letter, old in options.items()}
    traps = [Answer(letters[old.position], _tell_trap(old, choice)) for old in others]
    if choice.parent:
        accepted = Answer(letters[choice.parent.position], choice.why)
        traps.append(
            Answer(NONE, "It is not new: one of the paragraphs shown has most of its rarer wording.")
        )
    else:
        accepted = Answer(NONE, choice.why, "most likely")
    return Question(
        id="a",
        kind="choose",
        ask=f"Which paragraph of {sides.old_title} became this one?",
        wanted=1,
        accepted=(accepted,),
        traps=tuple(traps),
        hints=_hint(choice, others),
        options=(*listed, Option(NONE, "None of these: the paragraph is new.")),
    )


def _hint(choice: Choice, others: list[Shown]) -> tuple[str, ...]:
    """Three steps: how to look, what to look for, and which one it is not. None tells whether it is new."""
    words = [f"“{word}”" for word in choice.rare[:HINTED]]
    opening = _open(others[-1].text, [old.text for old in (choice.parent, *others[:-1]) if old])
    return (
        "Leave the numbers and the phrases that every paragraph has. Look for a name, or a word that few "
        "paragraphs need.",
        f"Look for {' and '.join(words)}: in which of the older paragraphs do they stand, if in any?",
        f"It is not the one that begins “{opening} …”.",
    )


def _open(text: str, rest: list[str]) -> str:
    """The first words of a text: so many that none of the rest begins with them."""
    words = text.split()
    openings = (" ".join(words[:count]) for count in range(OPENING, len(words)))
    return next((first for first in openings if not any(other.startswith(first) for other in rest)), text)


def _tell_trap(old: Shown, choice: Choice) -> str:
    here = set(split_words(choice.new.text))
    own = sorted((word for word in list_words(old.text) if word not in here), key=len, reverse=True)
    words = f"It lacks {quote_words(choice.rare)}"
    words += f", and speaks of {quote_words(own[:MOST_OWN])} instead." if own else "."
    if choice.parent and old.label and old.label == choice.new.label:
        return f"It bears the number that this paragraph has now, {old.label}; but the words differ. {words}"
    return f"It shares little with this paragraph but phrases that many paragraphs have. {words}"


def _tell_place(old: Shown) -> str:
    return f"{old.position} {old.text}"
