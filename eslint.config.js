import parser from '@typescript-eslint/parser';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import { readdirSync } from 'node:fs';
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

/** What oxlint can't check (.oxlintrc.json has the rest): templates, style sheets, where imports point to. */
export default defineConfig(
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parser },
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
);
