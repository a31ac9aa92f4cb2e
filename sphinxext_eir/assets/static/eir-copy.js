/* Copies what stands before a button. Where the browser lets nobody copy, it is selected; without this script it can be. */
"use strict";
for (const button of document.querySelectorAll(".eir-copy")) {
  const source = button.parentElement.previousElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    document.querySelectorAll("[data-copied]").forEach((status) => { status.textContent = ""; });
    getSelection().selectAllChildren(source);
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch { // no permission, or no https
      if (!document.execCommand("copy")) return;
    }
    const status = button.nextElementSibling;
    setTimeout(() => { status.textContent = status.dataset.copied; }, 50); // what was said before is said again
  });
}
