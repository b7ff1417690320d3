import type { LitElement } from 'lit';
import type { FormValues } from '../../controllers/form-values.js';
import type { DefinitionController } from '../../controllers/definition-controller.js';
import type { LocalizationController } from '../../controllers/localization-controller.js';
import type { Pressed } from '../../ui/form-view.js';
import type { PrefillValue } from '../../ui/form-widget.js';
import type * as Engine from './survey-engine.js';
import type { SurveyEngine } from './survey-engine.js';
import type { SurveyHost } from './survey-host.js';

type EngineModule = typeof Engine;
type DockHost = LitElement &
  Omit<SurveyHost, 'language'> & {
    form: FormValues;
    readonly light: DefinitionController;
    readonly language: LocalizationController<'satisfaction-survey'>;
  };

/** Fetches what a survey needs once somebody uses it, and holds it. */
export class Dock {
  static #module: EngineModule | undefined;

  engine: SurveyEngine | undefined;
  pressed: Pressed;
  /** It could not be fetched for an element that needs it at once. */
  failed = false;

  readonly #host: DockHost;
  #engaging: Promise<SurveyEngine> | undefined;
  /** What was to be filled in before there was anything to fill. */
  #waiting: Readonly<Record<string, PrefillValue>>[] = [];

  constructor(host: DockHost) {
    this.#host = host;
  }

  static async load(): Promise<EngineModule> {
    return (this.#module ??= await import('./survey-engine.js'));
  }

  /** Within an update: where all has been fetched before, nobody need wait. */
  startNow(): void {
    const module = Dock.#module;
    if (this.engine || !module) return;
    this.#host.light.reader = module.readDefinition;
    if (this.#host.language.completeNow()) this.#start(module);
  }

  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    if (this.engine) {
      this.engine.prefill(values);
      return;
    }
    this.#waiting.push(values);
    void this.touch();
  }

  /** While the visitor looks and answers, what they will need is fetched. A failure is told when it matters. */
  async touch(): Promise<void> {
    try {
      await this.#engage();
    } catch {
      this.failed = true;
      this.#host.requestUpdate();
    }
  }

  /** The button of the form was pressed, or Enter; `all`: on every page that may be left. */
  async press(all = false): Promise<void> {
    await this.#host.updateComplete;
    if (!this.#host.language.current) return;
    this.pressed = 'busy';
    this.#host.requestUpdate();
    try {
      await (await this.#engage()).press(all);
    } catch (error) {
      // The engine could not be fetched. Nothing is lost: the answers stand where they were given.
      console.error(`<${this.#host.localName}>: the answer was not sent.`, error);
      this.pressed = 'stranded';
      this.#host.requestUpdate();
    }
  }

  /** Fetches the engine, or gives the one that is there. A failed fetch is tried again at the next call. */
  #engage(): Promise<SurveyEngine> {
    const { language, light } = this.#host;
    this.#engaging ??= Promise.all([Dock.load(), language.complete()]).then(async ([module]) => {
      light.reader = module.readDefinition;
      // An owner's words can be read now: the kit's are not shown before them.
      await language.complete();
      this.#host.requestUpdate();
      return this.#start(module);
    });
    this.#engaging.catch(() => {
      this.#engaging = undefined;
    });
    return this.#engaging;
  }

  #start({ FormValues: Values, SurveyEngine: Class }: EngineModule): SurveyEngine {
    if (this.engine) return this.engine;
    this.#host.form = new Values(this.#host);
    this.engine = new Class(this.#host);
    for (const values of this.#waiting) this.engine.prefill(values);
    return this.engine;
  }
}
