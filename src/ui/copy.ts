/**
 * Copies a text for the visitor. On a page without a secure context there is no clipboard API, and a policy may
 * refuse it: then the older command is tried. Resolves to whether it worked.
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
};

/** The clipboard is written by answering our own `copy` event: nothing is added to the page, no selection is lost. */
const copyByCommand = (text: string): boolean => {
  let copied = false;
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', answer, { capture: true });
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way where there is no clipboard API
    return document.execCommand('copy') && copied;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', answer, { capture: true });
  }
};
