/* The switch of colours, and scrolling by keyboard. The page is whole without it. */
"use strict";
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".eir-switch");
  const ways = ["", "light", "dark"]; // as the system has it, and the two that a reader may choose

  const show = (way) => {
    root.dataset.theme = way;
    button.title = button.getAttribute(`data-${way || "auto"}`);
    button.setAttribute("aria-label", button.title);
  };
  if (button) {
    show(ways.includes(root.dataset.theme) ? root.dataset.theme : "");
    button.addEventListener("click", () => {
      const way = ways[(ways.indexOf(root.dataset.theme) + 1) % ways.length];
      show(way);
      try { localStorage.setItem("eir-theme", way); } catch { /* where nothing may be stored, the page remembers */ }
    });
  }

  /* What scrolls must be reached by keyboard (WCAG 2.2, 2.1.1). */
  const reach = () => document.querySelectorAll(".eir-text :is(pre, table, .math)").forEach((box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  reach();
  addEventListener("resize", reach);
})();
