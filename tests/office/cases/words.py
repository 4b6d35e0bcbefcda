"""Words put in, struck and moved inside paragraphs."""

from tests.office.word import change, cut, ins, moved, pack, paragraph, plain, struck, text

_AFTER = plain("The last one stays.")

CASES = {
    "ins: words": pack(paragraph(text("We "), ins("all "), text("agree.")) + _AFTER),
    "ins: all words of a paragraph whose mark stays": pack(
        plain("First.") + paragraph(ins("All new.")) + _AFTER
    ),
    "ins: two authors side by side": pack(
        paragraph(text("We "), ins("all ", "Ana"), ins("fully ", "Ben"), text("agree.")) + _AFTER
    ),
    "ins: several runs in one change": pack(
        paragraph(text("We "), change("ins", text("all ") + text("fully ", "<w:b/>")), text("agree."))
        + _AFTER
    ),
    "ins: a change within a word": pack(paragraph(text("agree"), ins("ment"), text(".")) + _AFTER),
    "ins: an empty change": pack(paragraph(text("We "), change("ins"), text("agree.")) + _AFTER),
    "ins: a tab, a line break and a special hyphen": pack(
        paragraph(
            text("We "),
            change(
                "ins",
                "<w:r><w:tab/><w:t>all</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>state</w:t></w:r>",
            ),
            text(" agree."),
        )
        + _AFTER
    ),
    "del: words": pack(paragraph(text("We "), cut("all "), text("agree.")) + _AFTER),
    "del: all words of a paragraph whose mark stays": pack(
        plain("First.") + paragraph(cut("All gone.")) + _AFTER
    ),
    "del: words replaced": pack(paragraph(text("We "), cut("shall"), ins("should"), text(" act.")) + _AFTER),
    "del: words replaced, the new ones first": pack(
        paragraph(text("We "), ins("should"), cut("shall"), text(" act.")) + _AFTER
    ),
    "del: a tab and a line break": pack(
        paragraph(
            text("We"),
            change("del", "<w:r><w:tab/><w:delText>all</w:delText><w:br/></w:r>"),
            text(" agree."),
        )
        + _AFTER
    ),
    "del: w:t instead of w:delText": pack(
        paragraph(text("We "), change("del", text("all ")), text("agree.")) + _AFTER
    ),
    "del: w:delText outside of a change": pack(
        paragraph(text("We "), struck("all "), text("agree.")) + _AFTER
    ),
    "del in ins: words of one author, struck by another": pack(
        paragraph(
            text("We "),
            change("ins", text("all ") + change("del", struck("fully "), "Ben"), "Ana"),
            text("agree."),
        )
        + _AFTER
    ),
    "del in ins: everything put in is struck again": pack(
        paragraph(text("We "), change("ins", change("del", struck("all "), "Ben"), "Ana"), text("agree."))
        + _AFTER
    ),
    "del in ins: by the same author": pack(
        paragraph(text("We "), change("ins", change("del", struck("all ")) + text("now ")), text("agree."))
        + _AFTER
    ),
    "ins in del: words put into struck words": pack(
        paragraph(text("We "), change("del", change("ins", struck("all "), "Ana"), "Ben"), text("agree."))
        + _AFTER
    ),
    "moveFrom, moveTo: words inside a paragraph": pack(
        paragraph(text("We "), moved("today ", "From"), text("agree "), moved("today "), text("on it."))
        + _AFTER
    ),
    "moveFrom, moveTo: words to another paragraph": pack(
        paragraph(text("We "), moved("all ", "From"), text("agree."))
        + plain("Between.")
        + paragraph(text("They "), moved("all "), text("agree."))
        + _AFTER
    ),
    "moveTo: moved words with an insertion among them": pack(
        paragraph(text("We "), moved("all ", "From"), text("agree."))
        + paragraph(text("They "), moved("all "), ins("now "), text("agree."))
        + _AFTER
    ),
    "moveTo: moved words with a deletion inside": pack(
        paragraph(text("We "), moved("all of us ", "From"), text("agree."))
        + paragraph(
            text("They "),
            change("moveTo", text("all ") + change("del", struck("of us "), "Ben")),
            text("agree."),
        )
        + _AFTER
    ),
    "moveFrom alone": pack(paragraph(text("We "), moved("all ", "From"), text("agree.")) + _AFTER),
    "moveTo alone": pack(paragraph(text("We "), moved("all "), text("agree.")) + _AFTER),
    "ins, del: no date": pack(
        paragraph(
            text("We "),
            f'<w:ins w:id="1" w:author="Ana">{text("all ")}</w:ins>',
            f'<w:del w:id="2" w:author="Ana">{struck("each ")}</w:del>',
            text("agree."),
        )
        + _AFTER
    ),
    "ins, del: signs of other scripts": pack(
        paragraph(text("Nous "), cut("arrêtons «\u00a0"), ins("同意 𝔸 é"), text("\u00a0» ici.")) + _AFTER
    ),
}
