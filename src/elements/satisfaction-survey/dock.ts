import type { FormValues } from '../../controllers/form-values.js';
import { EngineDock, type DockHost } from '../../ui/engine-dock.js';
import type { PrefillValue } from '../../ui/form-widget.js';
import type * as Engine from './survey-engine.js';
import type { SurveyEngine } from './survey-engine.js';
import type { SurveyHost } from './survey-host.js';

type EngineModule = typeof Engine;
type Host = DockHost & SurveyHost & { form: FormValues };
type Values = Readonly<Record<string, PrefillValue>>;

/** A survey's engine. What is filled in before it is there waits here, since the values come with it. */
export class Dock extends EngineDock<SurveyEngine, EngineModule> {
  /** There once it was fetched for any survey. */
  static module: EngineModule | undefined;

  readonly #waiting: Values[];

  constructor(host: Host) {
    const waiting: Values[] = [];
    super(
      host,
      () => Dock.load(),
      ({ FormValues: Form, SurveyEngine: Class }) => {
        host.form = new Form(host);
        const engine = new Class(host);
        for (const values of waiting) engine.prefill(values);
        return engine;
      },
    );
    this.#waiting = waiting;
  }

  static async load(): Promise<EngineModule> {
    return (Dock.module ??= await import('./survey-engine.js'));
  }

  prefill(values: Values): void {
    if (this.engine) {
      this.engine.prefill(values);
      return;
    }
    this.#waiting.push(values);
    void this.touch();
  }
}
