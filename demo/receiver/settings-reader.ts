import { ScheduleSyntaxError } from '../../src/schedule/syntax-error.js';

/** Variables of the environment by name. An empty one counts as one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and notes those that make no sense, so that all can be mended at once. */
export class SettingsReader {
  /** A line for each setting that makes no sense. */
  readonly problems: string[] = [];
  readonly #environment: Environment;
  readonly #secrets: readonly string[];

  /** @param secrets settings whose values are not repeated */
  constructor(environment: Environment, secrets: readonly string[] = []) {
    this.#environment = environment;
    this.#secrets = secrets;
  }

  isSet(name: string): boolean {
    return Boolean(this.#environment[name]?.trim());
  }

  /**
   * @param fallback what holds where the variable is not set
   * @param parse `undefined` where the text makes no sense; a {@link ScheduleSyntaxError} says where it doesn't
   * @param wanted what to write, for the owner
   */
  read<T>(name: string, fallback: T, parse: (text: string) => T | undefined, wanted: string): T {
    const text = this.#environment[name]?.trim();
    if (!text) return fallback;
    try {
      const value = parse(text);
      if (value !== undefined) return value;
      this.problems.push(
        this.#secrets.includes(name) ? `${name}: ${wanted}` : `${name}="${text}": ${wanted}`,
      );
    } catch (error) {
      if (!(error instanceof ScheduleSyntaxError)) throw error;
      this.problems.push(`${name}: ${error.message}`);
    }
    return fallback;
  }

  /** A whole number from `min` to `max`. */
  whole(
    name: string,
    fallback: number,
    min: number,
    max: number,
    wanted = `a whole number from ${min} to ${max}`,
  ) {
    const parse = (text: string) =>
      /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;
    return this.read(name, fallback, parse, wanted);
  }

  /** A number of days, or none where it is not set. */
  days(name: string, min: number): number | undefined {
    const parse = (text: string) =>
      /^\d{1,5}$/.test(text) && Number(text) >= min ? Number(text) : undefined;
    return this.read(name, undefined, parse, `write a whole number of days, from ${min}`);
  }

  /** Notes a problem where `name` is set and `other`, without which it does nothing, is not. */
  needs(name: string, other: string): void {
    if (this.isSet(name) && !this.isSet(other))
      this.problems.push(`${other}: set it too, or leave ${name} out`);
  }
}
