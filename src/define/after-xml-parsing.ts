/**
 * Runs what registers a tag: now, or in an XML document (XHTML) when it has been parsed. Chromium's XML parser does
 * not tell an element that it creates itself about its attributes (`attributeChangedCallback` is not called; seen in
 * Chromium 156). An element that was there first is upgraded, and then is told. A server has no document.
 */
export const afterXmlParsing = (define: () => void): void => {
  if (
    typeof document === 'object' &&
    document.contentType !== 'text/html' &&
    document.readyState === 'loading'
  ) {
    document.addEventListener('DOMContentLoaded', define);
  } else {
    define();
  }
};
