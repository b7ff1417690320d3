import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a field of the schema holds, as far as form encodings must know. */
export type FieldKind = 'text' | 'number' | 'flag' | 'list';

/** One widget's published JSON Schema, ready to use. */
export interface WidgetSchema {
  readonly validate: ValidateFunction;
  /** The schema's own fields. Any other name is the owner's. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
}

/** Schemas by the value of the wire field `widget`. */
export type WidgetSchemas = ReadonlyMap<string, WidgetSchema>;

const SUFFIX = '.schema.json';

/**
 * Reads the `<widget>.schema.json` of a folder, so that a new widget needs no change here. A schema whose own
 * `widget` is another name describes what widgets have in common, and is left out.
 * Rejects, naming the command that makes them, where there are none.
 */
export const loadSchemas = async (folder: string): Promise<WidgetSchemas> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
  const schemas = new Map<string, WidgetSchema>();
  for (const name of names) {
    const schema = JSON.parse(await readFile(join(folder, name), 'utf8')) as WidgetSchemaFile;
    const widget = name.slice(0, -SUFFIX.length);
    if (schema.properties['widget']?.const === widget) schemas.set(widget, widgetSchema(schema));
  }
  if (!schemas.size)
    throw new Error(`There are no schemas of widgets in ${folder}. Run "npm run build" first.`);
  return schemas;
};

/** What is read of a schema besides validating with it: the generator writes all properties out in place. */
type WidgetSchemaFile = AnySchemaObject & {
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly const?: string }>>;
};

/** Made at its first submission: a site has few of the widgets, and the receiver is sooner there. */
const widgetSchema = (schema: WidgetSchemaFile): WidgetSchema => {
  const kinds = Object.entries(schema.properties).map(([name, { type }]) => [name, kindOf(type)] as const);
  let validate: ValidateFunction | undefined;
  return {
    get validate() {
      return (validate ??= compile(schema));
    },
    kinds: new Map(kinds),
  };
};

const compile = (schema: WidgetSchemaFile): ValidateFunction => {
  const ajv = new Ajv({ allErrors: true, ownProperties: true });
  addFormats(ajv);
  return ajv.compile(schema);
};

const kindOf = (type: string | undefined): FieldKind => {
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'flag';
  return type === 'array' ? 'list' : 'text';
};
