import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { cssTemplateRule } from './.build/css-rules.mjs';

const pure = ['submission', 'delivery', 'knowledge', 'schedule', 'localization', 'validation'];
/** From what publishes down to what knows nothing of the others; an import may only point downwards. */
const layers = [['cdn', 'ssr'], ['define'], ['elements'], ['ui', 'controllers'], pure];

const folders = (names) => names.map((name) => `./src/${name}`);
const importDirections = [
  ...layers.slice(1).map((layer, index) => ({
    target: folders(layer),
    from: folders(layers.slice(0, index + 1).flat()),
    message: 'Imports point one way: cdn → define → elements → ui, controllers → the pure modules.',
  })),
  ...readdirSync('src/elements').map((element) => ({
    target: `./src/elements/${element}`,
    from: './src/elements',
    except: [`./${element}`],
    message: 'Elements never import elements: they compose by slots.',
  })),
  {
    target: './src',
    from: ['./demo', './test', './stories', './.build'],
    message: 'What is published stands on nothing that is not.',
  },
];

/** Sinks that parse text as HTML or as code: any of them breaks a strict CSP, or lets text from outside become HTML. */
const sinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'srcdoc',
];

const noSinks = [
  {
    selector: `MemberExpression[property.name=/^(${sinks.join('|')})$/]`,
    message: 'Text is never parsed as HTML: use a template or textContent.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]',
    message: 'Text is never parsed as HTML: use a template or textContent.',
  },
  {
    selector: 'ForInStatement',
    message: 'Pages add enumerable keys to prototypes: use Object.keys or for…of.',
  },
];
const privateByHash = {
  selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]:not(:has(> Decorator))',
  message: 'Write #name: `private` is a public property at run time.',
};

export default defineConfig(
  globalIgnores([
    '.cache',
    'dist',
    'storybook-static',
    'coverage',
    'test-results',
    'playwright-report',
    'test/fixtures/types',
  ]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['test/bench/**/*.js', 'demo/frameworks/html/*.js', 'demo/site/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // With noUncheckedIndexedAccess, `!` is how one says that a bound was checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Lit binds the handlers of templates to the host.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'import-x': importX, 'lit-a11y': litA11y, 'harreman': { rules: { css: cssTemplateRule } } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
      'wc': { elementBaseClasses: ['LitElement'] },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      'harreman/css': 'error',
      'import-x/no-restricted-paths': ['error', { zones: importDirections }],
      'lit/ban-attributes': ['error', 'style'],
      'lit/no-native-attributes': 'off',
      'lit/no-template-map': 'off',
      'max-lines': ['error', 350],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^lit(-html)?/.',
              message:
                'Directives: the files to paste leave them out of Lit (.build/lit.mjs); some break a CSP.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...noSinks, privateByHash],
    },
  },
  { files: ['src/localization/**'], rules: { 'max-lines': 'off' } },
  {
    files: pure.map((name) => `src/${name}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(lit|lit-html|lit-element|@lit)(/|$)', message: 'Pure modules know no Lit.' },
          ],
        },
      ],
    },
  },
  {
    files: ['submission', 'validation', 'knowledge', 'schedule'].map((name) => `src/${name}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'history', 'customElements', 'fetch', 'indexedDB']
          .concat('localStorage', 'sessionStorage', 'Node', 'Element', 'HTMLElement', 'Event', 'CustomEvent')
          .map((name) => ({ name, message: 'Pure modules know no DOM.' })),
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after'],
            },
            { from: 'package', package: 'node:test', name: ['beforeEach', 'afterEach'] },
          ],
        },
      ],
      // `find<HTMLInputElement>(…)` reads better than `find(…) as HTMLInputElement`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-script-url': 'off',
      // Stand-ins for asynchronous things.
      '@typescript-eslint/require-await': 'off',
      // Answers and stored rows are looked into as they come.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `expect(x).to.be.true`
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines': ['error', 500],
    },
  },
  // Each example has a compiler of its own, which knows its framework (`test/frameworks/types.spec.ts`).
  {
    files: ['demo/frameworks/**/*.ts', 'test/frameworks/probes/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: false } },
  },
);
