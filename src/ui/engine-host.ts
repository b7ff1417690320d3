import type { CSSResult, ReactiveControllerHost } from 'lit';
import type { Field } from '../controllers/field.js';
import type { FormValues } from '../controllers/form-values.js';
import type { FieldProblem } from '../controllers/problems.js';
import type { Transport } from '../controllers/sending.js';
import type { Locale } from '../localization/locale.js';
import type { WidgetName } from '../submission/types.js';
import type { TargetHost } from './target.js';
import type { Words } from './words.js';

/** The element that an engine works for. */
export interface EngineHost extends ReactiveControllerHost, TargetHost {
  readonly fields: readonly Field[];
  readonly form: FormValues;
  readonly language: { readonly current: { readonly locale: Locale } | undefined };
  readonly words: Words;
  readonly level: number;
  readonly review: boolean;
  readonly mayPersist: boolean;
  readonly rememberSource: boolean;
  readonly prefillUrl: string;
  readonly transport: Transport | undefined;
  readonly privacyAddress: string | undefined;
  readonly regarding: string | undefined;
  readonly wireName: WidgetName;
  readonly wireFields: readonly string[];
  readonly extrasBefore: string;
  readonly hiddenValues: readonly (readonly [string, string])[];
  readonly renderRoot: ParentNode & EventTarget;
  /** When the form could first be used, in milliseconds. */
  readonly usableSince: number;
  /** Whether anything was written by a person, or by the browser for one. */
  readonly touched: boolean;
  crossCheck(): ReadonlyMap<string, FieldProblem>;
  addStyles(styles: CSSResult): void;
  reset(): void;
}
