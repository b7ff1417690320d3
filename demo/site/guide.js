/* A button to copy each example of the guide. */

const said = document.querySelector('#copied');
const words = JSON.parse(said.dataset.words);

for (const example of document.querySelectorAll('pre')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words.copy });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(example.textContent);
      said.textContent = button.textContent = words.copied;
    } catch {
      // Without a permission, or without HTTPS: marked, to be copied by hand.
      getSelection().selectAllChildren(example);
      said.textContent = button.textContent = words.marked;
    }
  });
  example.after(button);
}
