// @ts-check
// For the page that shows the path finder in a frame: makes the frame as high as what it shows. It listens to the
// frames marked with `data-guide-frame` and to nothing else, stores nothing and sends nothing on. It may be copied to
// the host's own server.
"use strict";

{
  const MESSAGE = "guide-frame-height";
  const QUESTION = "guide-frame-ask";
  /** Pixels. A page of the guide is never lower or higher; a frame of another height would hide something. */
  const LEAST = 100;
  const MOST = 20000;

  /** @returns {NodeListOf<HTMLIFrameElement>} */
  const frames = () => document.querySelectorAll("iframe[data-guide-frame]");

  /** @param {unknown} data  @returns {number} the height that a message tells, or 0 where it tells none */
  const heightIn = (data) => {
    const { type, height } = /** @type {{ type?: unknown, height?: unknown }} */ (Object(data));
    const isSane = type === MESSAGE && typeof height === "number" && Number.isInteger(height);
    return isSane && height >= LEAST && height <= MOST ? height : 0;
  };

  addEventListener("message", ({ source, origin, data }) => {
    // The window tells which frame speaks; the origin, that the guide is still in it.
    const frame = [...frames()].find(({ contentWindow }) => contentWindow && contentWindow === source);
    if (!frame || origin !== new URL(frame.src, location.href).origin) return;
    const height = heightIn(data);
    if (!height) return;
    frame.style.boxSizing = "content-box";
    frame.style.height = `${height}px`;
  });

  // A frame that was there first has told its height already. The question is no secret, so anybody may hear it.
  for (const { contentWindow } of frames()) contentWindow?.postMessage(QUESTION, "*");
}
