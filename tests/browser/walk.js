// Looks at the element that has the focus, stop after stop: can it be seen, is it marked, has it a name, is it the next one?
window.walk = (() => {
  const STOPS = "a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex]";
  const PATIENCE = 20; // frames, twice
  let place, before, expected, seen; // of one walk: where it leads, its last stop, the stops that it has to reach, has reached
  const stopsIn = (part) => [...part.querySelectorAll(STOPS)].filter((each) =>
    each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));

  // A colour as the page computes it: red, green and blue from 0 to 1, and how opaque it is.
  const read = (colour) => {
    const [red, green, blue, opaque = 1] = colour.match(/-?[\d.]+(e-?\d+)?/g).map(Number), most = colour.startsWith("color(") ? 1 : 255;
    return [red / most, green / most, blue / most, opaque];
  };
  // Relative luminance and contrast as WCAG 2.2 defines them.
  const weigh = (colour) => {
    const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [weigh(one), weigh(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = read(getComputedStyle(each).backgroundColor);
      if (colour[3] > 0.9) return colour;
    }
    return [1, 1, 1, 1];
  };
  const nameOf = (element) => [
    element.getAttribute("aria-label"), ...(element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent),
    ...[...(element.labels ?? [])].map((label) => label.textContent), element.textContent, element.title,
  ].find((name) => name?.trim());

  const isCovered = (element, box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (left >= right || top >= bottom) return "is out of sight";
    const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return !element.contains(met) && `is covered by ${met?.outerHTML.slice(0, 90)}`;
  };
  const isUnmarked = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return "has no outline";
    const around = behind(parseFloat(outlineOffset) < 0 ? element : element.parentElement);
    return contrast(read(outlineColor), around) < 3 && `has an outline too faint: ${outlineColor}`;
  };
  // A field that is there for the keys alone is seen by its label.
  const seenAs = (element) => (element.offsetWidth <= 1 && element.labels?.[0]) || element;
  const boxOf = (element) => seenAs(element).getClientRects()[0] ?? element.getBoundingClientRect();
  // Each stop stands behind the one before: in the document; and on the page below it, beside it, or in a column of its own.
  const isAstray = (element, box, back) => {
    if (seen.has(element)) return "comes a second time";
    if (!before) return false;
    const [first, then] = back ? [element, before] : [before, element], last = boxOf(before); // where it is now: a box may have scrolled
    if (!(first.compareDocumentPosition(then) & Node.DOCUMENT_POSITION_FOLLOWING)) return "comes out of turn";
    const above = last.width > 0 && (back ? last.bottom <= box.top : box.bottom <= last.top);
    return above && box.left < last.right && box.right > last.left && `stands on the wrong side of ${before.outerHTML.slice(0, 90)}`;
  };
  const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth && "makes the page scroll sideways";

  const judge = (element, back) => {
    const box = boxOf(element), shown = seenAs(element);
    const faults = [isCovered(shown, box), isUnmarked(shown), !nameOf(element) && "has no name", isAstray(element, box, back), isWide()];
    return faults.filter(Boolean).map((fault) => `${element.outerHTML.slice(0, 160)} ${fault}`);
  };
  const rest = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  return {
    begin(part) {
      [place, before, seen] = [document.querySelector(part), null, new Set()];
      expected = new Set(stopsIn(place));
    },
    // Null where the walk has left its place; else what is wrong with the stop, and whether it can be unfolded.
    async look(back) {
      const element = document.activeElement;
      if (!place.contains(element)) return null;
      let faults = judge(element, back);
      for (let tried = 0; faults.length && tried < PATIENCE; tried += 1) { // the page may still be scrolling to it
        await rest();
        faults = judge(element, back);
      }
      before = element;
      seen.add(element);
      return { faults, folded: element.matches("details:not([open]) > summary") };
    },
    // What was unfolded has to be reached as well.
    async unfolded() {
      await rest();
      for (const each of stopsIn(document.activeElement.parentElement)) expected.add(each);
    },
    count: () => seen.size,
    missed: () => stopsIn(place).filter((each) => expected.has(each) && !seen.has(each)).map((each) => each.outerHTML.slice(0, 160)),
  };
})();
