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
 * Reads every `<widget>.schema.json` of a folder, so that a new widget needs no change here.
 * Rejects, naming the command that makes them, where there are none.
 */
export const loadSchemas = async (folder: string): Promise<WidgetSchemas> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
  if (!names.length) throw new Error(`No *${SUFFIX} in ${folder}. Run "npm run build" first.`);
  const schemas = new Map<string, WidgetSchema>();
  for (const name of names) {
    const schema = JSON.parse(await readFile(join(folder, name), 'utf8')) as AnySchemaObject;
    schemas.set(name.slice(0, -SUFFIX.length), compileSchema(schema));
  }
  return schemas;
};

const compileSchema = (schema: AnySchemaObject): WidgetSchema => {
  const ajv = new Ajv({ allErrors: true, ownProperties: true });
  addFormats(ajv);
  return {
    validate: ajv.compile(schema),
    kinds: new Map(propertiesOf(schema).map(([name, property]) => [name, kindOf(schema, property)])),
  };
};

const propertiesOf = (schema: AnySchemaObject): [string, AnySchemaObject][] =>
  Object.entries((dereference(schema, schema)['properties'] ?? {}) as Record<string, AnySchemaObject>);

const kindOf = (root: AnySchemaObject, property: AnySchemaObject): FieldKind => {
  const { type } = dereference(root, property);
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'flag';
  return type === 'array' ? 'list' : 'text';
};

/** Follows `#/definitions/…` within one document; the generated schemas point nowhere else. */
const dereference = (root: AnySchemaObject, schema: AnySchemaObject): AnySchemaObject => {
  const name = /^#\/definitions\/(.+)$/.exec(String(schema['$ref']))?.[1];
  const target = name && (root['definitions'] as Record<string, AnySchemaObject>)[decodeURIComponent(name)];
  return target ? dereference(root, target) : schema;
};
