/* Shows a note, or an entry of a bibliography, beside the link that leads to it. Without this script the links work.
   It opens on hover, on focus and at a first tap; can be hovered and tabbed into; and stays until the pointer and the
   focus have left both, or Esc is pressed (WCAG 2.2, 1.4.13). */
"use strict";
(() => {
  const LINKS = "a[role~='doc-noteref'], a[role~='doc-biblioref']";
  const DELAY = 200; // milliseconds in which the pointer may cross from the link to the preview
  let link, preview, timer, touched;

  /* What a link leads to; nothing if it stands before the reader's eyes, in the margin. */
  const targetOf = (a) => {
    const hash = a.getAttribute("href") || "";
    let id = "";
    try { id = decodeURIComponent(hash.slice(1)); } catch {} // what isn't encoded as it should be names nothing
    const target = hash.startsWith("#") && document.getElementById(id);
    const { top, bottom } = target ? target.getBoundingClientRect() : {};
    return target && !(target.matches(".eir-in-margin") && top >= 0 && bottom <= innerHeight) && target;
  };

  /* The theme's own colour behind an element, whichever way it switches them; none where a picture lies there. */
  const groundOf = (element) => {
    for (; element; element = element.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      if (backgroundImage !== "none") return;
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };

  /* WCAG 2.2, relative luminance and contrast ratio. */
  const shine = (colour) => {
    const [red, green, blue] = (colour.match(/[\d.]+/g) || [0, 0, 0]).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const reads = (colour, background) => {
    const [dark, light] = [shine(colour), shine(background)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05) >= 4.5;
  };

  /* Below the link or, where there is less room, above it; as high as that room. */
  const place = () => {
    const at = link.getClientRects()[0] || link.getBoundingClientRect();
    const gap = 4, edge = document.documentElement;
    const start = getComputedStyle(link).direction === "rtl" ? at.right + 16 - preview.offsetWidth : at.left - 16;
    const left = Math.min(Math.max(gap, start), Math.max(gap, edge.clientWidth - preview.offsetWidth - gap));
    const below = edge.clientHeight - at.bottom - 2 * gap, above = at.top - 2 * gap;
    const fits = preview.scrollHeight < below || below > above;
    preview.style.maxHeight = `min(30rem, ${Math.max(fits ? below : above, 96)}px)`;
    preview.style.left = `${left}px`;
    preview.style.top = `${fits ? at.bottom + gap : Math.max(gap, at.top - gap - preview.offsetHeight)}px`;
    fade();
  };

  const fade = () => preview.classList.toggle(
    "eir-preview-long", preview.scrollHeight - preview.scrollTop > preview.clientHeight + 2);

  const close = () => {
    clearTimeout(timer);
    if (preview) preview.remove();
    link = preview = undefined;
  };

  /* Gives a copy ids and groups of buttons of its own: two of one group would switch each other off. */
  const setApart = (copy) => copy.querySelectorAll("*").forEach((node) => {
    for (const { name, value } of node.attributes)
      if (/^(id|name|for|aria-\w+(by|s))$/.test(name)) node.setAttribute(name, value.replace(/\S+/g, "copy-$&"));
  });

  const open = (a) => {
    clearTimeout(timer);
    if (a === link) return;
    close();
    const target = targetOf(a);
    if (!target) return;
    link = a;
    preview = document.createElement("span");
    preview.className = "eir-preview";
    preview.setAttribute("role", "note");
    preview.setAttribute("aria-label", a.getAttribute("aria-label") || a.textContent.trim());
    const copy = target.cloneNode(true);
    copy.querySelectorAll("[role~='doc-backlink'], .eir-label").forEach((node) => node.remove());
    setApart(copy);
    preview.append(...copy.childNodes);
    a.after(preview); // next in the order of focus, and of reading
    preview.style.fontSize = getComputedStyle(target).fontSize;
    const ground = groundOf(a);
    if (ground && reads(getComputedStyle(preview).color, ground)) preview.style.backgroundColor = ground;
    else preview.classList.add("eir-preview-plain");
    if (preview.showPopover) {
      preview.popover = "manual"; // above everything, and in nobody's way
      preview.showPopover();
    }
    preview.addEventListener("scroll", fade, { passive: true });
    place();
  };

  const within = (node) => node instanceof Node && (link?.contains(node) || preview?.contains(node));
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!within(document.activeElement) && !preview?.matches(":hover") && !link?.matches(":hover")) close();
    }, DELAY);
  };

  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const a = event.target.closest?.(LINKS);
    if (a && !preview?.contains(a)) open(a);
    else if (within(event.target)) clearTimeout(timer);
    else if (preview) leave();
  });
  document.addEventListener("focusin", (event) => {
    const a = event.target.closest?.(LINKS);
    if (a && !touched && !preview?.contains(a) && a.matches(":focus-visible")) open(a);
    else if (preview && !within(event.target)) close();
  });
  document.addEventListener("focusout", () => preview && leave());
  document.addEventListener("click", (event) => {
    const a = event.target.closest?.(LINKS);
    if (a && touched && a !== link && !preview?.contains(a) && targetOf(a)) {
      event.preventDefault(); // the first tap shows, the second goes
      open(a);
    } else if (preview && !preview.contains(event.target) || event.target.closest?.("a")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !preview) return;
    if (preview.contains(document.activeElement)) link.focus();
    close();
  });
  addEventListener("scroll", () => preview && place(), { passive: true });
  addEventListener("resize", close);
})();
