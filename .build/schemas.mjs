/**
 * Writes the JSON Schemas of what goes over the wire from `src/submission/types.ts`, to be published and for the
 * receiver to validate with. Draft 7, which the generator writes and every validator reads.
 *
 *   node .build/schemas.mjs        into dist/schemas
 */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One file for each widget, named by its wire value, and one for what they have in common. */
const schemas = {
  submission: {
    type: 'SubmissionBase',
    title: 'Harreman submission',
    description: 'What every submission carries, whatever the widget.',
  },
  contact: {
    type: 'ContactSubmission',
    title: 'Harreman contact submission',
    description: "A message from the contact form. The site owner's own fields stand beside these.",
  },
  appointment: {
    type: 'AppointmentSubmission',
    title: 'Harreman appointment submission',
    description: "A request from the appointment widget. The site owner's own fields stand beside these.",
  },
  question: {
    type: 'QuestionSubmission',
    title: 'Harreman question submission',
    description: "A question from the FAQ chat. The site owner's own fields stand beside these.",
  },
  callback: {
    type: 'CallbackSubmission',
    title: 'Harreman callback submission',
    description: "A request to be called. The site owner's own fields stand beside these.",
  },
  survey: {
    type: 'SurveySubmission',
    title: 'Harreman survey submission',
    description: "An answer to a survey. The site owner's own questions stand beside these as answer_….",
  },
};

const ownText = { type: 'string', maxLength: 100_000 };

/** The owner's own fields: plain values of bounded size, under names that reach no prototype. */
const ownFields = {
  maxProperties: 200,
  propertyNames: {
    minLength: 1,
    maxLength: 100,
    not: { enum: ['__proto__', 'constructor', 'prototype'] },
  },
  additionalProperties: {
    anyOf: [
      ownText,
      { type: 'array', maxItems: 100, items: ownText },
      { type: 'number' },
      { type: 'boolean' },
    ],
  },
};

/** Writes `<name>.schema.json` for each schema into the folder, which is made. */
export function buildSchemas(folder = join(root, 'dist/schemas')) {
  const generator = createGenerator({
    path: join(root, 'src/submission/types.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    expose: 'none',
    topRef: false,
    additionalProperties: true,
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, { type, title, description }] of Object.entries(schemas)) {
    const { $schema, properties, ...generated } = generator.createSchema(type);
    // It follows from `submission_id`: the kit always sends it, and another sender need not.
    const required = generated.required.filter((field) => field !== 'reference');
    const file = `${name}.schema.json`;
    const $id = `https://unpkg.com/harreman/dist/schemas/${file}`;
    const schema = { $schema, $id, title, description, type: 'object', properties, required, ...ownFields };
    writeFileSync(join(folder, file), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) buildSchemas();
