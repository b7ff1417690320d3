import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, settled, words, type FormPage } from './support.js';

const file = (name: string, size = 1000, type = 'application/pdf') =>
  new File([new Uint8Array(size)], name, { type, lastModified: 1 });

const transfer = (...files: File[]): DataTransfer => {
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  return data;
};

const choose = async (form: FormPage, ...files: File[]): Promise<void> => {
  const input = form.control('attachment');
  input.files = transfer(...files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(form.element);
};

const listed = (form: FormPage): string[] => form.all('[part~=file-list] li').map((item) => words(item));
const sentFiles = (form: FormPage) =>
  form.requests[0]!.files!.map(({ field, file: { name } }) => `${field}: ${name}`);

describe('files', () => {
  it('are not asked for unless the owner does', async () => {
    assert.isNull((await contactForm()).find('[type=file]'));
    for (const attribute of ['accept=".pdf"', 'max-files="1"', 'max-file-size="1MB"'])
      assert.ok((await contactForm(attribute)).find('[type=file]'), attribute);
    assert.isNull((await contactForm('max-files="0" accept=".pdf"')).find('[type=file]'));
  });

  it('are chosen by a real file input, whose limits are said', async () => {
    const form = await contactForm('max-files="2" max-file-size="500kB" accept=".pdf,image/*"');
    const input = form.control('attachment');
    assert.equal(input.type, 'file');
    assert.isTrue(input.multiple);
    assert.equal(input.accept, '.pdf,image/*');
    assert.equal(words(input.labels![0]!), 'Choose files');
    const hint = form.root.getElementById(input.getAttribute('aria-describedby')!)!;
    assert.equal(words(hint), 'Up to 2 files, 500 kB each. Accepted: PDF, pictures');
    assert.equal(words(input.closest('fieldset')!.querySelector('legend')!), 'Files (optional)');
    input.focus();
    assert.equal(form.focused, 'attachment', 'it is there for the keyboard');
  });

  it('are listed with name and size, and a button to remove each', async () => {
    const form = await contactForm('max-files="3"');
    await choose(form, file('a.pdf', 1_500_000), file('<b>.pdf', 900));
    assert.deepEqual(listed(form), ['a.pdf 1.5 MB Remove', '<b>.pdf 1 kB Remove']);
    assert.equal(words(form.button('Remove <b>.pdf')), 'Remove', 'the name of the file stands beside it');
    const list = form.part('file-list');
    assert.equal(list.localName, 'ul');
    assert.equal(list.getAttribute('aria-label'), 'Chosen files');
    assert.include(form.announced, 'Added: a.pdf, <b>.pdf');
  });

  it('that were chosen, dropped and pasted all go along', async () => {
    const form = await contactForm('max-files="5"');
    await form.fillIn();
    await choose(form, file('chosen.pdf'));
    const dragover = new DragEvent('dragover', {
      bubbles: true,
      cancelable: true,
      dataTransfer: transfer(file('x')),
    });
    form.get('form').dispatchEvent(dragover);
    assert.isTrue(dragover.defaultPrevented, 'else the browser opens what is dropped');
    const drop = new DragEvent('drop', {
      bubbles: true,
      cancelable: true,
      dataTransfer: transfer(file('dropped.pdf')),
    });
    form.get('form').dispatchEvent(drop);
    assert.isTrue(drop.defaultPrevented);
    const paste = new ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      clipboardData: transfer(file('pasted.png')),
    });
    form.control('message').dispatchEvent(paste);
    await settled(form.element);
    await form.send();
    assert.deepEqual(sentFiles(form), [
      'attachment: chosen.pdf',
      'attachment: dropped.pdf',
      'attachment: pasted.png',
    ]);
  });

  it('may be dropped where none are asked for, and nothing happens', async () => {
    const form = await contactForm();
    await form.type('message', 'x');
    const drop = new DragEvent('drop', {
      bubbles: true,
      cancelable: true,
      dataTransfer: transfer(file('a.pdf')),
    });
    form.get('form').dispatchEvent(drop);
    assert.isFalse(drop.defaultPrevented);
    const paste = new ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    form.control('message').dispatchEvent(paste);
    assert.isFalse(paste.defaultPrevented, 'text is pasted as ever');
  });

  it('that are chosen together are all said to have been added', async () => {
    const form = await contactForm('max-files="3"');
    await choose(form, file('a.pdf'), file('b.pdf'));
    assert.match(form.announced, /Added: a\.pdf, b\.pdf/);
  });

  it('are added once', async () => {
    const form = await contactForm('max-files="3"');
    await choose(form, file('a.pdf'));
    await choose(form, file('a.pdf'));
    assert.lengthOf(listed(form), 1);
  });

  it('are removed, and the focus goes on', async () => {
    const form = await contactForm('max-files="3"');
    await choose(form, file('a.pdf'), file('b.pdf'), file('c.pdf'));
    form.button('Remove b.pdf').click();
    await waitUntil(() => form.focused === 'Remove c.pdf');
    assert.include(form.announced, 'Removed: b.pdf');
    form.button('Remove c.pdf').click();
    await waitUntil(() => form.focused === 'Remove a.pdf');
    form.button('Remove a.pdf').click();
    await waitUntil(() => form.focused === 'attachment');
    assert.isFalse(form.has('file-list'));
    await choose(form, file('b.pdf'));
    assert.lengthOf(listed(form), 1, 'what was removed may be chosen again');
  });

  it('are removed with the keyboard', async () => {
    const form = await contactForm('max-files="3"');
    await choose(form, file('a.pdf'));
    form.control('attachment').focus();
    await sendKeys({ press: 'Tab' });
    assert.equal(form.focused, 'Remove a.pdf');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => form.focused === 'attachment');
    assert.isEmpty(form.requests);
  });

  const REFUSED: Readonly<Record<string, readonly [File[], string]>> = {
    'of another kind': [[file('a.exe', 1, '')], 'a.exe: this kind of file is not accepted. Accepted: PDF'],
    'that is too large': [[file('big.pdf', 1_000_001)], 'big.pdf: too large, the limit is 1 MB'],
    'that is empty': [[file('empty.pdf', 0)], 'empty.pdf: the file is empty'],
    'too many': [[file('a.pdf'), file('b.pdf'), file('c.pdf')], 'Choose at most 2 files'],
  };
  for (const [what, [files, message]] of Object.entries(REFUSED)) {
    it(`${what} are refused at their input, the others stay`, async () => {
      const form = await contactForm('max-files="2" max-file-size="1MB" accept=".pdf"');
      await choose(form, file('fine.pdf'));
      await choose(form, ...files);
      assert.equal(form.errorAt('attachment'), message);
      const input = form.control('attachment');
      assert.equal(input.getAttribute('aria-invalid'), 'true');
      const texts = input
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => words(form.root.getElementById(id)!));
      assert.include(texts, `Error: ${message}`);
      assert.match(listed(form)[0]!, /^fine\.pdf/);
      assert.notInclude(listed(form).join(), files[files.length - 1]!.name);
    });
  }

  it('that are refused are not said to have been added', async () => {
    const form = await contactForm('max-files="3" accept=".pdf"');
    await choose(form, file('fine.pdf'));
    const regions = () => form.all('[role=status]').map(({ textContent }) => textContent);
    const before = regions();
    await choose(form, file('a.exe', 1, ''));
    assert.ok(form.errorAt('attachment'));
    assert.deepEqual(regions(), before, 'something is read out');
  });

  it('that are refused are told of once when the form is sent, and then it goes', async () => {
    const form = await contactForm('max-files="2" accept=".pdf"');
    await form.fillIn();
    await choose(form, file('fine.pdf'), file('a.exe', 1, ''));
    await form.send();
    assert.deepEqual(form.summary, ['a.exe: this kind of file is not accepted. Accepted: PDF']);
    assert.isEmpty(form.requests);
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    assert.deepEqual(sentFiles(form), ['attachment: fine.pdf']);
  });

  it('that are too large together are refused', async () => {
    const form = await contactForm('max-files="5"');
    await choose(form, file('a.pdf', 5_000_000), file('b.pdf', 4_999_999), file('c.pdf', 2));
    assert.equal(form.errorAt('attachment'), 'The files are too large together, the limit is 10 MB in all');
    assert.lengthOf(listed(form), 2);
  });

  it('keep within the limits that the owner set when they are chosen in several goes', async () => {
    const form = await contactForm('max-files="2"');
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await choose(form, file(name));
    assert.lengthOf(listed(form), 2);
    assert.equal(form.errorAt('attachment'), 'Choose at most 2 files');
    form.button('Remove a.pdf').click();
    await waitUntil(() => form.errorAt('attachment') === undefined);
  });

  it("of the owner's own control go under its name, and may be required", async () => {
    const form = await contactForm(
      '',
      '<label>Your plan <input type="file" name="plan" accept=".pdf" data-max-file-size="2MB" required></label>',
    );
    assert.include(form.labels, 'Your plan');
    assert.include(form.text, 'Up to 1 file, 2 MB each');
    assert.isFalse(form.control('plan').multiple);
    await form.fillIn();
    await form.send();
    assert.deepEqual(form.summary, ['Fill in this field: Your plan']);
    const input = form.control('plan');
    input.files = transfer(file('plan.pdf')).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => form.has('file-list'));
    await form.send();
    assert.deepEqual(sentFiles(form), ['plan: plan.pdf']);
  });

  it('are gone with a new form', async () => {
    const form = await contactForm('max-files="2"');
    await form.fillIn();
    await choose(form, file('a.pdf'));
    await form.send();
    form.button('Send another message').click();
    await form.ready();
    assert.isFalse(form.has('file-list'));
    await form.fillIn(ANSWERS);
    await form.send();
    assert.isEmpty(form.requests[1]!.files);
  });

  it('show how far they are while they are sent', async () => {
    const form = await contactForm('max-files="2"');
    await form.fillIn();
    await choose(form, file('a.pdf'));
    let done = () => {};
    form.answer = (request) => {
      request.onProgress?.(0.25);
      return new Promise((resolve) => (done = () => resolve({ state: 'sent' })));
    };
    form.submitButton.click();
    await waitUntil(() => form.find('progress'));
    const progress = form.get<HTMLProgressElement>('progress');
    assert.equal(progress.value, 0.25);
    assert.equal(progress.getAttribute('aria-label'), 'Uploading files');
    done();
    await waitUntil(() => form.has('end'));
  });
});
