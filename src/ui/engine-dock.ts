import type { ReactiveControllerHost } from 'lit';
import type { Definition } from '../controllers/definition.js';
import { once } from './once.js';

/** What is fetched at first use. */
export interface DockModule {
  readonly readDefinition: (host: Element) => Definition;
}

/** An element that fetches an engine. */
export interface DockHost extends ReactiveControllerHost {
  readonly localName: string;
  readonly light: { reader: DockModule['readDefinition'] };
  readonly language: { readonly current: unknown; complete(): Promise<void>; completeNow(): boolean };
}

/** What became of a press of the button that sends, as long as there is nothing to send with. */
export type Pressed = 'busy' | 'stranded' | undefined;

/** Fetches what a form needs once somebody uses it, its engine, and holds it. */
export class EngineDock<Engine, Module extends DockModule> {
  engine: Engine | undefined;
  /** It could not be fetched for an element that needs it at once. */
  failed = false;
  pressed: Pressed;

  readonly #host: DockHost;
  readonly #load: () => Promise<Module>;
  readonly #make: (module: Module) => Engine;
  /** Fetches the engine, or gives the one that is there. */
  readonly #engage = once(async () => {
    const host = this.#host;
    const [module] = await Promise.all([this.#load(), host.language.complete()]);
    host.light.reader = module.readDefinition;
    // An owner's words can be read now: the kit's are not shown before them.
    await host.language.complete();
    host.requestUpdate();
    return (this.engine ??= this.#make(module));
  });

  constructor(host: DockHost, load: () => Promise<Module>, make: (module: Module) => Engine) {
    this.#host = host;
    this.#load = load;
    this.#make = make;
  }

  /** Within an update: where all has been fetched before, nobody need wait. */
  startNow(module: Module | undefined): void {
    if (this.engine || !module) return;
    this.#host.light.reader = module.readDefinition;
    if (this.#host.language.completeNow()) this.engine = this.#make(module);
  }

  /** While the visitor looks and writes, what they will need is fetched. A failure is told when it matters. */
  async touch(): Promise<void> {
    try {
      await this.#engage();
    } catch {
      this.failed = true;
      this.#host.requestUpdate();
    }
  }

  /** The button of the form was pressed, or Enter: `send` is what the engine does then. */
  async press(send: (engine: Engine) => Promise<void>): Promise<void> {
    await this.#host.updateComplete;
    // One press waits already: who presses again, or holds Enter down, means the same.
    if (!this.#host.language.current || (this.pressed === 'busy' && !this.engine)) return;
    this.pressed = 'busy';
    this.#host.requestUpdate();
    try {
      await send(await this.#engage());
    } catch (error) {
      // The engine could not be fetched. Nothing is lost: what was written stands where it is.
      console.error(`<${this.#host.localName}>: not sent`, error);
      this.pressed = 'stranded';
      this.#host.requestUpdate();
    }
  }
}
