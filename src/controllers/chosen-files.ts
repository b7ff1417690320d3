import type { ReactiveControllerHost } from 'lit';
import { checkFile, type FileRules } from '../validation/files.js';
import type { AttachedFile } from '../submission/types.js';
import type { Field } from './field.js';
import type { FieldProblem, Problems } from './problems.js';

/** What was done to the files last, to be said once. */
export interface FileNews {
  readonly key: 'fileAdded' | 'fileRemoved';
  readonly file: string;
}

/** The files that a visitor has chosen, dropped or pasted, for each file field of a form. */
export class ChosenFiles {
  news: FileNews | undefined;

  #host: ReactiveControllerHost & HTMLElement;
  #problems: Problems;
  #chosen = new Map<string, readonly File[]>();
  /** Files that are in memory already. */
  #copies = new WeakSet<File>();
  #isReading = false;
  #toldRefusals = new WeakSet<FieldProblem>();

  constructor(host: ReactiveControllerHost & HTMLElement, problems: Problems) {
    this.#host = host;
    this.#problems = problems;
  }

  /** Whether any has been chosen. */
  get any(): boolean {
    return [...this.#chosen.values()].some(({ length }) => length > 0);
  }

  of(name: string): readonly File[] {
    return this.#chosen.get(name) ?? [];
  }

  /** All chosen files of the fields that are shown. */
  attached(fields: readonly Field[]): readonly AttachedFile[] {
    return fields.flatMap(({ name, type }) =>
      type === 'file' ? this.of(name).map((file) => ({ field: name, file })) : [],
    );
  }

  /**
   * Adds files to a field. One that can't join is refused with its reason; those that can do.
   * A file that is already there is not added twice.
   */
  add(name: string, rules: FileRules, files: readonly File[]): void {
    let chosen = this.of(name);
    this.news = undefined;
    this.#problems.set(name, undefined);
    for (const file of files) {
      if (chosen.some((other) => sameFile(other, file))) continue;
      const problem = checkFile(file, chosen, rules);
      if (problem) this.#problems.set(name, problem);
      else {
        chosen = [...chosen, file];
        this.news = { key: 'fileAdded', file: this.news ? `${this.news.file}, ${file.name}` : file.name };
      }
    }
    this.#chosen.set(name, chosen);
    this.#host.requestUpdate();
  }

  /** Files that were chosen before. */
  restore(files: readonly AttachedFile[]): void {
    for (const { field, file } of files) this.#chosen.set(field, [...this.of(field), file]);
    this.#host.requestUpdate();
  }

  /**
   * Puts a copy in memory in place of each file: what is sent, kept and sent again is then the same, whatever becomes of
   * the file on the device. One that can't be read any more, since it was moved or changed, is left out, and its field
   * says so.
   * @returns `false` where it is at it already: a second press is not a second message
   */
  async read(): Promise<boolean> {
    if (this.#isReading) return false;
    this.#isReading = true;
    for (const name of this.#chosen.keys()) {
      for (const file of this.of(name)) {
        if (this.#copies.has(file)) continue;
        try {
          const copy = new File([await file.arrayBuffer()], file.name, file);
          this.#copies.add(copy);
          this.#replace(name, file, [copy]);
        } catch {
          this.#replace(name, file, []);
          this.#problems.set(name, { key: 'fileUnreadable', values: { file: file.name } });
        }
      }
    }
    this.#isReading = false;
    return true;
  }

  remove(name: string, file: File): void {
    this.#replace(name, file, []);
    this.#problems.set(name, undefined);
    this.news = { key: 'fileRemoved', file: file.name };
    this.#host.requestUpdate();
  }

  /** A file that was refused is told of once more when sending is tried; then the message may go without it. */
  forgetRefusals(fields: readonly Field[]): void {
    for (const { name, files } of fields) {
      const refusal = files && this.#problems.get(name);
      if (!refusal) continue;
      if (this.#toldRefusals.has(refusal)) this.#problems.set(name, undefined);
      this.#toldRefusals.add(refusal);
    }
  }

  reset(): void {
    this.#chosen.clear();
    this.news = undefined;
  }

  #replace(name: string, file: File, by: readonly File[]): void {
    const files = this.of(name);
    const index = files.indexOf(file);
    if (index >= 0) this.#chosen.set(name, [...files.slice(0, index), ...by, ...files.slice(index + 1)]);
  }
}

const sameFile = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
