const form = document.querySelector('harreman-contact-form');
const chat = document.querySelector('harreman-faq-chat');

document.getElementById('quote').addEventListener('click', async () => {
  // The tag gets its methods once the script has defined it.
  await customElements.whenDefined('harreman-contact-form');
  form.prefill({ topic: 'quote', message: 'Twelve windows, please.' });
});

form.addEventListener('harreman-sent', (event) => {
  document.querySelector('output').textContent = `Your reference: ${event.detail.reference}`;
  form.querySelector('[slot=intro]').textContent = 'Anything else?';
});

// The HTML is the data: what is added to it, the chat knows.
document.getElementById('prices').addEventListener('click', () => {
  const entry = document.createElement('details');
  const question = document.createElement('summary');
  question.textContent = 'What does it cost?';
  entry.append(question, 'From 20 € an hour.');
  chat.append(entry);
});

document.getElementById('chat').addEventListener('click', ({ target }) => {
  const isShown = chat.isConnected;
  if (isShown) chat.remove();
  else document.querySelector('main').append(chat);
  target.textContent = isShown ? 'Show the chat' : 'Hide the chat';
});
