/* Plays what others have, in the place of its still, when its reader has pressed the button: nothing is asked of them before. */
"use strict";
for (const frame of document.querySelectorAll(".eir-media-frame[data-source]")) {
  const {kind, label, source, title} = frame.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "eir-media-play";
  button.textContent = label;
  button.addEventListener("click", () => {
    const player = document.createElement(kind === "frame" ? "iframe" : kind);
    if (kind === "frame") {
      player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      player.allowFullscreen = true;
      player.referrerPolicy = "strict-origin-when-cross-origin";
      player.title = title;
    } else {
      player.controls = player.autoplay = true;
      player.setAttribute("aria-label", title);
    }
    player.tabIndex = 0;
    player.src = source;
    frame.replaceChildren(player);
    player.focus();
  });
  frame.append(button);
}
