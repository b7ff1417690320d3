/*
 * Runs in a page before its own scripts. Notes when the first control of every instance has been painted, layout
 * shifts, and how long the first press and the first key take until the next painted frame.
 */
{
  const marks = { usable: 0, shift: 0, input: 0 };
  window.benchMarks = marks;
  const CONTROLS = 'input:not([type=hidden]), textarea, select, button';
  const firstControl = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const isControl = element.matches(CONTROLS) && element.checkVisibility();
      if (isControl && element.getBoundingClientRect().height > 0) return element;
      const inside = element.shadowRoot && firstControl(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  /** A message posted in an animation frame comes after that frame has been painted. */
  const whenPainted = (act) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  };
  let ready = 0;
  const look = () => {
    const instances = document.querySelectorAll('.instance');
    while (ready < instances.length && firstControl(instances[ready])) ready += 1;
    const isParsed = document.readyState !== 'loading' || document.querySelector('.below');
    if (instances.length === 0 || ready < instances.length || !isParsed) return requestAnimationFrame(look);
    whenPainted(() => (marks.usable = performance.now()));
  };
  requestAnimationFrame(look);
  window.benchTarget = () => {
    const { x, y, width, height } = firstControl(document.querySelector('.instance')).getBoundingClientRect();
    return { x: x + Math.min(width / 2, 20), y: y + height / 2 };
  };
  for (const type of ['pointerdown', 'keydown']) {
    const hear = ({ timeStamp }) =>
      requestAnimationFrame(() =>
        whenPainted(() => (marks.input = Math.max(marks.input, performance.now() - timeStamp))),
      );
    addEventListener(type, hear, { capture: true, once: true });
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) marks.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
