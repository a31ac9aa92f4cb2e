/* Sets notes into the margin, each beside the line that refers to it, where the theme leaves room. A note stays the item of
   the list that it is: it is read, found, copied and printed where it stands in the page, once. Without this script, on
   paper and where there is no room, the list stands at the end, and previews show its notes. */
"use strict";
(() => {
  const NARROWEST = 12, WIDEST = 19, GAP = 2, APART = 0.6; // in the letters (em) of the list
  const FARTHEST = 30; // lines that a note may stand below its reference, as it makes way for others
  const PLACED = "eir-in-margin", EMPTY = "eir-emptied";
  const lists = [...document.querySelectorAll("section.eir-notes")].filter((list) => list.querySelector(":scope > ol"));
  const isClipping = (element) => getComputedStyle(element).overflowX !== "visible";
  /* The paper that an element lies on: that of the nearest around it which has a colour. */
  const ground = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    return /^rgba\(.*, 0\)$/.test(backgroundColor) && element.parentElement ? ground(element.parentElement) : backgroundColor;
  };

  /* The strips on both sides of the text, as far as no sidebar, no box that clips and no window ends them. Where the paper
     changes its colour, a strip begins or ends: no note lies across the seam. */
  const strips = (column) => {
    const text = column.getBoundingClientRect();
    const least = (NARROWEST + GAP) * parseFloat(getComputedStyle(column).fontSize);
    const left = [0, text.left], right = [text.right, document.documentElement.clientWidth];
    const end = (to) => { if (to < right[1]) right[1] = to; };
    const begin = (from) => { if (from > left[0]) left[0] = from; };
    for (let node = column; node !== document.body && node.parentElement; node = node.parentElement) {
      for (const other of node.parentElement.children) {
        const box = other.getBoundingClientRect();
        const stands = box.width && box.height && box.bottom > text.top && box.top < text.bottom;
        if (other === node || !stands || !(other.textContent.trim() || other.querySelector("img, svg, input"))) continue;
        if (box.left >= text.right - 1) end(box.left);
        if (box.right <= text.left + 1) begin(box.right);
      }
      if (node === column) continue;
      const box = node.getBoundingClientRect(), isSeam = ground(node) !== ground(node.parentElement);
      if (isClipping(node) || (isSeam && box.right - right[0] > least)) end(box.right);
      else if (isSeam) right[0] = Math.max(right[0], box.right);
      if (isClipping(node) || (isSeam && left[1] - box.left > least)) begin(box.left);
      else if (isSeam) left[1] = Math.min(left[1], box.left);
    }
    return { left, right };
  };

  /* Where something of the text reaches into a strip: wide figures, and what other extensions put there. */
  const reaching = (element, [from, to], found) => {
    for (const child of element.children) {
      const box = child.getBoundingClientRect();
      if (child.classList.contains("eir-notes") || child.classList.contains("eir-preview")) continue;
      if (box.width > 1 && box.height > 1 && box.right > from + 1 && box.left < to - 1) found.push([box.top, box.bottom]);
      else if (!(child.scrollWidth > child.clientWidth && isClipping(child))) reaching(child, [from, to], found);
    }
    return found;
  };

  const referenceTo = (item) => [...document.querySelectorAll(`a[role~="doc-noteref"][href="#${CSS.escape(item.id)}"]`)]
    .find((a) => !a.closest(".eir-notes, .eir-preview, [aria-hidden]") && a.checkVisibility());

  const set = (list) => {
    const column = list.parentElement, items = [...list.querySelectorAll(":scope > ol > li")];
    const em = parseFloat(getComputedStyle(list).fontSize), gap = GAP * em;
    const sides = strips(column), isRight = getComputedStyle(column).direction !== "rtl";
    const width = ([from, to]) => Math.min(WIDEST * em, to - from - gap - em);
    const side = (isRight ? ["right", "left"] : ["left", "right"]).find((name) => width(sides[name]) >= NARROWEST * em);
    items.forEach((item) => item.classList.remove(PLACED));
    list.classList.remove(EMPTY);
    if (!side) return;
    const broad = width(sides[side]);
    const left = side === "right" ? sides.right[0] + gap : sides.left[1] - gap - broad;
    const referred = items.map((item) => [item, referenceTo(item)]).filter(([, reference]) => reference);
    // All leave the list before any is measured: what stands below the list moves up.
    referred.forEach(([item]) => {
      item.classList.add(PLACED);
      item.style.setProperty("--eir-width", `${broad}px`);
    });
    list.classList.toggle(EMPTY, referred.length === items.length);
    const taken = reaching(column, [left, left + broad], []);
    const end = column.getBoundingClientRect().bottom;
    referred
      .map(([item, reference]) => [item, reference.getClientRects()[0]])
      .sort(([, one], [, other]) => one.top - other.top)
      .forEach(([item, line]) => {
        const height = item.offsetHeight, leading = parseFloat(getComputedStyle(item).lineHeight);
        const beside = line.top + (line.height - leading) / 2;
        let top = beside;
        for (const [from, to] of taken.sort(([one], [other]) => one - other))
          if (from < top + height + APART * em && to + APART * em > top) top = to + APART * em;
        if (top + height > end || top - beside > FARTHEST * leading) {
          item.classList.remove(PLACED);
          list.classList.remove(EMPTY);
          return;
        }
        taken.push([top, top + height]);
        const around = item.offsetParent, frame = around.getBoundingClientRect();
        item.style.setProperty("--eir-top", `${top - frame.top - around.clientTop + around.scrollTop}px`);
        item.style.setProperty("--eir-left", `${left - frame.left - around.clientLeft + around.scrollLeft}px`);
      });
  };

  /* What the sizes of the text were when the notes were last set: setting them changes its height. */
  let last = "";
  const sizes = () => [innerWidth, ...lists.map((list) => {
    const { width, height } = list.parentElement.getBoundingClientRect();
    return `${width} ${height}`;
  })].join();
  const setAll = () => {
    if (sizes() === last) return;
    lists.forEach(set);
    last = sizes();
  };
  setAll();
  const observer = new ResizeObserver(setAll);
  lists.forEach((list) => observer.observe(list.parentElement));
  addEventListener("resize", setAll);

  /* The note of the reference under the pointer, or with the focus. */
  const mark = (event) => {
    const a = event.target.closest?.("a[role~='doc-noteref']");
    document.querySelectorAll(".eir-meant").forEach((item) => item.classList.remove("eir-meant"));
    if (a) document.getElementById(decodeURIComponent(a.hash.slice(1)))?.classList.add("eir-meant");
  };
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, mark);
})();
