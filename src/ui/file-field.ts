import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../controllers/field.js';
import type { FileRules } from '../validation/files.js';
import { optionalMark } from './field.js';
import { fileKinds } from './text.js';
import type { Words } from './words.js';
import { fileSize } from '../localization/file-size.js';

export interface FileFieldView {
  readonly field: Field;
  readonly rules: FileRules;
  readonly chosen: readonly File[];
  readonly error: TemplateResult | undefined;
  readonly id: string;
  readonly words: Words;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
}

/**
 * A real file input with a label for a button, and the list of what was chosen. Dropping and pasting are extra
 * (WCAG 2.2, 2.5.7). The browser's own "no file chosen" is in the browser's language, so it is not shown.
 */
export const fileFieldTemplate = (view: FileFieldView): TemplateResult => {
  const { field, chosen, error, id, words } = view;
  const { accept, maxFiles, maxFileSize } = view.rules;
  const limits = words.plural('fileLimits', maxFiles, { size: fileSize(words, maxFileSize) });
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    view.add([...(input.files ?? [])]);
    // Emptied, so that a file that was removed can be chosen again.
    input.value = '';
  };
  return html`<fieldset class="field ${error ? 'invalid' : ''}" part="field">
    <legend part="label">${field.label}${optionalMark(field, words)}</legend>
    <p class="hint" part="hint" id="${id}-hint">
      ${limits}${accept ? html`. ${words.text('fileTypes', { types: fileKinds(words, accept) })}` : nothing}
    </p>
    ${error}
    <div class="file-row">
      <input
        class="visually-hidden"
        type="file"
        id=${id}
        name=${field.name}
        accept=${accept || nothing}
        ?multiple=${maxFiles > 1}
        aria-describedby="${id}-hint${error ? ` ${id}-error` : ''}"
        aria-invalid=${Boolean(error)}
        @change=${choose}
      />
      <label class="button" part="file-button" for=${id}>${words.text('chooseFiles')}</label>
      <span class="hint">${words.text('dropFiles')}</span>
    </div>
    ${
      chosen.length
        ? html`<ul class="file-list" part="file-list" aria-label=${words.text('chosenFiles')}>
            ${chosen.map(
              (file) =>
                html`<li>
                  <span
                    ><bdi>${file.name}</bdi> <span class="muted">${fileSize(words, file.size)}</span></span
                  >
                  <button
                    type="button"
                    class="link"
                    aria-label=${words.text('removeFile', { file: file.name })}
                    @click=${() => view.remove(file)}
                  >
                    ${words.text('remove')}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </fieldset>`;
};
