/**
 * `dist/angular`: the kit's tags for Angular's templates. One directive a tag claims its properties and attributes,
 * so that Angular's compiler knows the tag without `CUSTOM_ELEMENTS_SCHEMA`, and refuses what the tag does not have.
 * Events need nothing: Angular reads `HTMLElementEventMap`.
 *
 * Compiled in Angular's partial mode, which is how its libraries are published.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const folder = '.cache/angular';

const camelCase = (text) => text.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());

const doc = (text) => (text ? `  /** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')} */\n` : '');

/** A setter that passes a value on to the element's own property. */
const input = ({ element, property, name, isBoolean, description }) => {
  const options = [
    ...(name === property ? [] : [`alias: '${name}'`]),
    ...(isBoolean ? ['transform: booleanAttribute'] : []),
  ];
  const setter = name === property ? property : `${camelCase(name)}Attribute`;
  const type = isBoolean ? 'boolean' : `${element}['${property}']`;
  return (
    doc(description) +
    `  @Input(${options.length > 0 ? `{ ${options.join(', ')} }` : ''})\n` +
    `  set ${setter}(value: ${type}) {\n    this.#element.${property} = value;\n  }\n`
  );
};

const directive = ({ name: element, tagName, members, attributes, properties }) => {
  const isBoolean = (member) =>
    member.type?.text === 'boolean' || /^(true|false)$/.test(member.default ?? '');
  const inputs = properties.map((member) =>
    input({ ...member, element, property: member.name, isBoolean: isBoolean(member) }),
  );
  for (const { name, fieldName, description } of attributes) {
    const member = members.find((each) => each.name === fieldName);
    if (!member || name === fieldName) continue;
    inputs.push(input({ name, description, element, property: fieldName, isBoolean: isBoolean(member) }));
  }
  return (
    `@Directive({ selector: '${tagName}' })\nexport class ${element}Tag {\n` +
    `  readonly #element = inject<ElementRef<${element}>>(ElementRef).nativeElement;\n${inputs.join('')}}\n`
  );
};

/** @param elements those of the manifest, each with the `properties` that can be set */
export function buildAngular(elements) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = elements.map(({ name }) => name);
  writeFileSync(
    `${folder}/index.ts`,
    [
      "import { booleanAttribute, Directive, ElementRef, inject, Input } from '@angular/core';",
      `import type { ${names.join(', ')} } from 'harreman';\n`,
      ...elements.map(directive),
      '/** All tags of the kit, for the `imports` of a component. */',
      `export const HARREMAN_TAGS = [${names.map((name) => `${name}Tag`).join(', ')}] as const;\n`,
    ].join('\n'),
  );
  const config = {
    extends: '../../tsconfig.build.json',
    compilerOptions: { rootDir: '.', outDir: '../../dist/angular' },
    angularCompilerOptions: { compilationMode: 'partial', strictTemplates: true },
    include: ['index.ts'],
    exclude: [],
  };
  writeFileSync(`${folder}/tsconfig.json`, `${JSON.stringify(config, null, 2)}\n`);
  const { status } = spawnSync('node_modules/.bin/ngc', ['-p', folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The tags for Angular do not compile.');
}
