/* A button to copy each example of the guide. */

const said = document.querySelector('#copied');

for (const example of document.querySelectorAll('pre')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(example.textContent);
      button.textContent = 'Copied';
      said.textContent = 'Copied.';
    } catch {
      // Without a permission, or without HTTPS: marked, to be copied by hand.
      getSelection().selectAllChildren(example);
      said.textContent = button.textContent = 'It is marked: copy it with Ctrl+C.';
    }
  });
  example.after(button);
}
