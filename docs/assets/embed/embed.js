// @ts-check
// In a frame on another site: tells the page around it how high this page is, and nothing else. That page may have
// `host.js`, which makes the frame as high; without it the frame keeps its height, and scrolls.

const MESSAGE = 'guide-frame-height';
const QUESTION = 'guide-frame-ask';
/** Heights are told in steps of so many pixels: an exact one could tell which question is shown. */
const STEP = 100;
let told = 0;

const height = () => Math.ceil(document.body.getBoundingClientRect().height / STEP) * STEP;

const tell = () => {
  told = height();
  // Anybody may show this page, so the message is for anybody.
  parent.postMessage({ type: MESSAGE, height: told }, '*');
};

if (parent !== window) {
  new ResizeObserver(() => {
    if (height() !== told) tell();
  }).observe(document.body);
  // The page around may have begun to listen only after the first message.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data === QUESTION) tell();
  });
}
