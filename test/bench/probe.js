/* Runs in a page before its own scripts: notes when the first text field has been painted, and layout shifts. */
{
  const marks = { usable: 0, shift: 0 };
  window.benchMarks = marks;
  const firstField = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const isField = element.matches('input, textarea') && element.checkVisibility();
      if (isField && element.getBoundingClientRect().height > 0) return element;
      const inside = element.shadowRoot && firstField(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const look = () => {
    if (!firstField(document)) return requestAnimationFrame(look);
    // A message posted in an animation frame comes after that frame has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (marks.usable = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) marks.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
