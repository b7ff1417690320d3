/*
 * How high the widgets of a page are once they are there, on a phone and on a wide screen: in two frames that nobody
 * sees.
 */

/** Widths of a window, in CSS pixels. */
const WINDOWS = { narrow: 390, wide: 760 };

/** @type {HTMLElement | undefined} */
let frames;

/** Written rather than framed by `srcdoc`, whose address relative endpoints could not be resolved against. */
export const writeInto = ({ contentDocument }, page) => {
  contentDocument.open();
  contentDocument.write(page);
  contentDocument.close();
};

/**
 * @param {string} page HTML with widgets in its body; it takes the place of the page that was measured before
 * @param {(heights: Record<string, import('./snippets.js').Room>) => void} tell called with each change
 */
export const measure = (page, tell) => {
  frames?.remove();
  frames = document.createElement('div');
  frames.className = 'unseen';
  frames.inert = true;
  document.body.append(frames);
  const heights = {};
  for (const [size, width] of Object.entries(WINDOWS)) {
    const frame = Object.assign(document.createElement('iframe'), { width, height: 800, tabIndex: -1 });
    frames.append(frame);
    writeInto(frame, page);
    const observer = new frame.contentWindow.ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (!target.matches(':defined')) continue;
        const widget = target.localName.replace('harreman-', '');
        heights[widget] = { narrow: 0, wide: 0, ...heights[widget], [size]: heightOf(target) };
      }
      tell(heights);
    });
    for (const element of frame.contentDocument.body.children)
      if (element.localName.startsWith('harreman-')) observer.observe(element);
  }
};

/** What floats at the corner takes no room. */
const heightOf = (element) =>
  element.hasAttribute('floating') ? 0 : Math.ceil(element.getBoundingClientRect().height);
