import { fileURLToPath } from 'node:url';

const parser = fileURLToPath(new URL('../src/cdn/template-parser.ts', import.meta.url));

/** Lit's own code, in its production build, by its file; and what stands there instead. */
const replacements = {
  'lit-html/lit-html.js': [
    [
      /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
      (_match, factory) => `${factory}?harremanCreatePolicy(${factory}):void 0`,
    ],
    [
      /static createElement\((\w+),\w+\)\{const (\w+)=\w+\.createElement\("template"\);return \2\.innerHTML=\1,\2\}/,
      (_match, html) => `static createElement(${html}){return harremanCreateTemplate(${html})}`,
    ],
    // Directives, elements as a place for them, and templates that are commented out: the kit has none (a lint rule).
    [
      /function (\w+)\((\w+),(\w+),\w+=\2,\w+\)\{if\(\3===.+?,\3\}(?=class)/,
      (_match, name) => `function ${name}(t,i){return i}`,
    ],
    [
      /\?(\w+=new \w+\.ctor\([^)]*\)):6===\w+\.type&&\(\w+=new \w+\(\w+,this,\w+\)\),/,
      (_match, attribute) => `&&(${attribute}),`,
    ],
    [
      /else (\w+)\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6,index:\w+\}\),\w+\.removeAttribute\(\1\)\)/,
      () => '',
    ],
    [/class \w+\{constructor\(\w+,\w+,\w+\)\{this\.element=\w+,this\.type=6.+?\}\}(?=const)/, () => ''],
    [/else\{let \w+=-1;for\(.+?type:7,index:\w+\}\).+?\}(?=\w+\+\+)/, () => ''],
    [/const (\w+)=\{M:.+?\},(?=\w+=\w+\.litHtmlPolyfillSupport)/, (_match, name) => `const ${name}=void 0,`],
    // Nor templates that are within SVG or MathML.
    [/=2===\w+\?"<svg>":3===\w+\?"<math>":""/, () => '=""'],
    [/\+\(2===\w+\?"<\/svg>":3===\w+\?"<\/math>":""\)/, () => ''],
    [/,2===(\w+)\|\|3===\1\)\{const (\w+)=.+?;\2\.replaceWith\(\.\.\.\2\.childNodes\)\}/, () => ');'],
    // Nor values in comments, in the names of tags, or in what is no HTML: a value is a child or an attribute's.
    [
      /(\w+)===(\w+)\?"!--"===(\w+)\[1\]\?.+?:\1===(\w+)\?">"===\3\[0\]\?\(\1=\w+\?\?\2,(\w+=-1)\):void 0===\3\[1\]\?\w+=-2:(\(.+?\)):\1===.+?:\(\1=\4,\w+=void 0\);/,
      (_match, state, text, found, tag, none, attribute) =>
        `${state}===${tag}?">"===${found}[0]?(${state}=${text},${none}):${attribute}:${state}=${tag};`,
    ],
    [/=\/<\(\?:\(!--.+?\/g,/, () => '=/<\\/?[a-zA-Z][^>\\s]*/g,'],
    [/\(-2===\w+\?\w+:(\w+)\)/, (_match, space) => space],
    [/if\(\w+\.test\(\w+\.tagName\)\)\{.+?\}(?=\}else if\(8)/, () => ''],
    // Nor templates that a compiler has been at.
    [/="number"==typeof \w+\?(this\._\$AC\(\w+\)):\(.+?,\w+\);(?=if)/, (_match, own) => `=${own};`],
    // What directives would ask of the parts.
    [/this\.type=[12],/g, () => ''],
    [/,?this\._\$AM=\w+,?(?=(\})?)/g, (_match, end) => (end ? '' : ',')],
    [/,_\$litType\$:\w+\}/g, () => '}'],
    [/\b\w+\(this,(\w+(?:\[\w+\+\w+\])?),\w+(?:,\w+)?\)/g, (_match, value) => value],
    [/get tagName\(\)\{return this\.element\.tagName\}/, () => ''],
    [/get parentNode\(\)\{let .+?\}get startNode\(\)\{.+?\}get endNode\(\)\{.+?\}/, () => ''],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, () => ''],
    [/get _\$AU\(\)\{return [^}]+\}/g, () => ''],
    [/this\._\$AN=void 0,/g, () => ''],
    [/,this\._\$Cv=\w+\?\.isConnected\?\?!0/, () => ''],
    [/setConnected\(\w+\)\{.+?\}(?=\}class)/, () => ''],
    [/this\._\$AP\?\.\(!1,!0,\w+\);/, () => ';'],
    // Where the kit renders it does so behind all that is there, and says what the host is.
    [
      /const (\w+)=(\w+)\?\.renderBefore\?\?(\w+);(let (\w+))=\1(\._\$litPart\$;if\(void 0===\5\)\{)const \w+=\2\?\.renderBefore\?\?null;\1(\._\$litPart\$=\5=new \w+)\(\3\.insertBefore\((\w+\(\)),.+?\?\?\{\}\)/,
      (_match, _key, options, place, part, _part, old, made, marker) =>
        `${part}=${place}${old}${place}${made}(${place}.appendChild(${marker}),null,void 0,${options})`,
    ],
    [/\(\w+\?\.creationScope\?\?(\w+)\)/, (_match, document) => document],
    // A listener is a function, never one with options; Lit takes them from the function itself, on which a page may
    // have them for all: Sugar's `Function.prototype.once` lets each be heard once.
    [/\|\|(\w+)\.capture!==(\w+)\.capture\|\|\1\.once!==\2\.once\|\|\1\.passive!==\2\.passive/, () => ''],
    [
      /removeEventListener\(this\.name,this,\w+\),(\w+)&&this\.element\.addEventListener\(this\.name,this,\w+\)/,
      (_match, isNew) =>
        `removeEventListener(this.name,this),${isNew}&&this.element.addEventListener(this.name,this)`,
    ],
    [
      /"function"==typeof (this\._\$AH)\?\1\.call\((this\.options)\?(\.host)\?\?this\.element(,\w+)\):\1\.handleEvent\(\w+\)/,
      (_match, value, options, host, event) => `${value}.call(${options}${host}${event})`,
    ],
    [
      /(\w+)=(\w+!==\w+)&&\((\w+===\w+)\|\|\w+\);(?=\w+&&this\.element\.removeEvent)/,
      (_match, isNew, is, was) => `${isNew}=${is}&&${was};`,
    ],
    // A text that changes is a new node: the browser's translation may have put the one that stood there into a <font>,
    // which would keep saying what was said before.
    [
      /this\._\$AH!==\w+&&\w+\(this\._\$AH\)\?this\._\$AA\.nextSibling\.data=(\w+):(this\.\w+\(\w+\.createTextNode\(\1\)\))/,
      (_match, _text, renew) => renew,
    ],
    // Nor a value that says to leave all as it is: which directives give.
    [/\w+=Symbol\.for\("lit-noChange"\),/, () => ''],
    [/\w+ as noChange,/, () => ''],
    [/((\w+)!==this\._\$AH)&&\2!==\w+(?=&&this\._\(\2\))/, (_match, isNew) => isNew],
    [/((\w+)!==this\._\$AH)&&\2!==\w+(?=,\w+&&\(this\._\$AH=\2\))/, (_match, isNew) => isNew],
    [/(\w+)===\w+&&\(\1=this\._\$AH\[\w+\]\),/, () => ''],
    [/if\(\((\w+)=\1\?\?(\w+)\)===\w+\)return;/, (_match, value, none) => `${value}??=${none};`],
    // Only directives ask for the kind of an attribute.
    [/constructor\((\w+),\w+,\w+,\w+,\w+\)\{super\(\1,\w+,\w+,\w+,\w+\),this\.type=5\}/, () => ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, () => ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, () => ''],
    // Support for polyfills of before 2020, and for the warning that another Lit is on the page: nobody's here.
    [
      /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
      () => ';',
    ],
  ],
  '@lit/reactive-element/css-tag.js': [
    // Every browser that runs the rest of the kit has constructable style sheets; `addStyles` asks for no less.
    [/(\w+)=\w+\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype,/, (_match, name) => `${name}=!0,`],
    // What authors of styles are told; the kit's are all written with `css`.
    [
      /if\(this\._\$cssResult\$=!0,\w+!==\w+\)throw Error\("CSSResult is not constructable.+?"\);/,
      () => 'this._$cssResult$=!0;',
    ],
    // Nothing is put into them, and each is made once.
    [
      /(const \w+)=1===(\w+)\.length\?\2\[0\]:.+?,\2\[0\]\);/,
      (_match, text, strings) => `${text}=${strings}[0];`,
    ],
    [
      /let (\w+)=this\.o;.+?return \1\}/,
      () => 'return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}',
    ],
    [/toString\(\)\{return this\.cssText\}/, () => ''],
    [/(\w+) instanceof CSSStyleSheet\?\1:(?=\1\.styleSheet)/, () => ''],
  ],
  '@lit/reactive-element/reactive-element.js': [
    // Standard decorators, which the kit doesn't use, and what would be told to them over a global.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, () => ''],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.+?\.set\(\w+,\w+\)\}(?=this\._\$Eh=)/, () => ''],
    [/static addInitializer\(\w+\)\{.+?\}(?=static)/, () => ''],
    // The kit's attributes are texts and booleans.
    [/case Object:case Array:\w+=null==\w+\?\w+:JSON\.stringify\(\w+\)/, () => ''],
    [/case Number:.+?catch\(\w+\)\{\w+=null\}/, () => ''],
    // No property of the kit has a converter, a comparison, a default or an accessor of its own.
    [
      /"function"==typeof \w+\.converter\?\{.+?:void 0!==\w+\.converter\?\.fromAttribute\?\w+\.converter:/,
      () => '',
    ],
    [/\(void 0!==\w+\.converter\?\.toAttribute\?\w+\.converter:(\w+)\)/, (_match, own) => own],
    [/\(\w+\.hasChanged\?\?(\w+)\)/, (_match, own) => own],
    [/\|\|\w+\.useDefault&&\w+\.reflect&&.+?\)\)(?=\))/, () => ''],
    [
      /,\{useDefault:(\w+),reflect:(\w+),wrapped:\w+\},\w+\)\{\1&&!.+?\)\|\|\(/,
      (_match, _default, reflect) => `,{reflect:${reflect}}){(`,
    ],
    [/this\.hasUpdated\|\|\w+\|\|\(/, () => 'this.hasUpdated||('],
    [/(\w+)\?\?this\._\$Ej\?\.get\(\w+\)\?\?\1/, (_match, value) => value],
    [/,useDefault:!1,hasChanged:\w+/, () => ''],
    [/this\.prototype\.hasOwnProperty\(\w+\)&&\(\(\w+=Object\.create\(\w+\)\)\.wrapped=!0\),/, () => ''],
    [
      /const \w+=this\.constructor\.elementProperties;if\(\w+\.size>0\)for\(const\[\w+,\w+\]of \w+\)\{const\{wrapped:.+?\)\}(?=\}let)/,
      () => '',
    ],
    [/\w+\.state&&\(\w+\.attribute=!1\),/, () => ''],
    [/,!\w+\.noAccessor\)(?=\{)/, () => ');'],
    [/\[\.\.\.(\w+\(\w+\)),\.\.\.\w+\(\w+\)\]/, (_match, names) => names],
    [
      /"string"==typeof (\w+)\?\1:"string"==typeof (\w+)\?(\2\.toLowerCase\(\)):void 0/,
      (_match, name, _property, own) => `${name}??${own}`,
    ],
    // Styles are listed one by one, each once.
    [
      /static finalizeStyles\((\w+)\)\{.+?\}(?=static)/,
      (_match, styles) => `static finalizeStyles(${styles}){return ${styles}}`,
    ],
    [/removeController\(\w+\)\{.+?\}(?=_)/, () => ''],
    // No widget refuses an update, waits for another element's, or does at its first what it doesn't at others.
    [/let (\w+)=!1;(?=const \w+=this\._\$AL)/, () => ''],
    [/\w+=this\.shouldUpdate\(\w+\),\w+\?\((.+?)\):this\._\$EM\(\)(?=\}catch)/, (_match, update) => update],
    [/throw \w+=!1,/, () => 'throw '],
    [/\w+&&(?=this\._\$AE\()/, () => ''],
    [/shouldUpdate\(\w+\)\{return!0\}/, () => ''],
    [/\|\|\((this\.hasUpdated=!0),this\.firstUpdated\(\w+\)\)/, () => '=!0'],
    [/firstUpdated\(\w+\)\{\}/, () => ''],
    [/return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, () => ''],
    [/void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\),/, () => ''],
    [/,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, () => ''],
    [/,(\w+)=\w+\.reactiveElementPolyfillSupport/, () => ''],
    [
      /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
      () => ';',
    ],
    // Nobody else's compiler renames properties, and an attribute without a value is an empty text.
    [/,(\w+)=\(\w+,\w+\)=>\w+(?=,\w+=\{toAttribute)/, () => ''],
    [/\w+\("(elementProperties|finalized|properties)"\)/g, (_match, name) => `"${name}"`],
    [/,(\w+)=\w+\.trustedTypes,(\w+)=\1\?\1\.emptyScript:""/, (_match, _policies, empty) => `,${empty}=""`],
    // Every property of the kit is declared, and has no accessors of its own; they are told of by theirs alone.
    [/,\w+=\{attribute:!0,type:String,converter:\w+,reflect:!1\}/, () => ''],
    [/(static createProperty\(\w+,\w+)=\w+\)/, (_match, begin) => `${begin})`],
    [/(this\.elementProperties\.get\(\w+\))\?\?\w+/, (_match, own) => own],
    [
      /const\{get:\w+,set:\w+\}=\w+\(this\.prototype,\w+\)\?\?\{get\(\)(\{return this\[(\w+)\]\}),.+?const (\w+)=.+?\.call\(this,\w+\),/,
      (_match, read, key, old) => `return{get()${read},set(now){const ${old}=this[${key}];this[${key}]=now,`,
    ],
    [/void 0!==(\w+)&&(?=\w+\(this\.prototype,\w+,\1\))/, () => ''],
    [
      /,\w+=!1,\w+\)(\{if\(void 0!==(\w+)\)\{)const \w+=this\.constructor;if\(.+?,!\((\w+\()\w+(,\w+\))\)\)(?=return)/,
      (_match, begin, name, differ, old) => `)${begin}if(!${differ}this[${name}]${old})`,
    ],
    // Nor does a widget put off an update.
    [
      /const (\w+)=this\.scheduleUpdate\(\);return null!=\1&&await \1,(!this\.isUpdatePending)\}scheduleUpdate\(\)\{return this\.performUpdate\(\)\}/,
      (_match, _update, done) => `return this.performUpdate(),${done}}`,
    ],
  ],
};

/**
 * Rolldown plugin: Lit as the files to paste have it. Its templates are parsed by `src/cdn/template-parser.ts`, which
 * says why, and it leaves no mark on the page's globals.
 */
export function litForPages() {
  const patched = new Set();
  return {
    name: 'harreman:lit-for-pages',
    transform: {
      filter: { id: /\/(?:lit-html|css-tag|reactive-element)\.js$/ },
      handler(code, id) {
        const file = Object.keys(replacements).find((name) => id.endsWith(`/node_modules/${name}`));
        if (!file) return undefined;
        for (const [pattern, replacement] of replacements[file]) {
          if (!pattern.test(code)) throw new Error(`${file} has changed: ${pattern} is not in it any more`);
          code = code.replace(pattern, replacement);
        }
        patched.add(file);
        const imports = `import { createPolicy as harremanCreatePolicy, createTemplate as harremanCreateTemplate } from ${JSON.stringify(parser)};`;
        return { code: file.startsWith('lit-html') ? `${imports}\n${code}` : code, map: null };
      },
    },
    buildEnd(error) {
      const missing = Object.keys(replacements).filter((file) => !patched.has(file));
      if (!error && missing.length > 0)
        throw new Error(`Lit's production build was not part of the bundle: ${missing.join(', ')}`);
    },
  };
}

/** Values where Lit as it is above has no place for them: in styles, in comments, and in elements that hold only text. */
const MISPLACED = /css`[^`]*\$\{|<!--[^`]*?\$\{[^`]*?-->|<(textarea|style|script|title)\b[^<>`]*>[^<`]*\$\{/;

/** The parts of Lit, by what the kit imports of `lit`; others, such as `svg`, are not in it any more. */
const parts = {
  '@lit/reactive-element': ['css', 'ReactiveElement'],
  'lit-html': ['html', 'nothing', 'render'],
};

/** @throws Error naming the file and the place */
const assertPlaces = (code, id) => {
  const [misplaced] = MISPLACED.exec(code) ?? [];
  if (misplaced) throw new Error(`${id}: the trimmed Lit takes no value in ${misplaced.slice(0, 80)}`);
  return code;
};

/** Rolldown plugin: of Lit only the part that a module uses, since `lit` itself leads to all of them. */
export const litByParts = {
  name: 'harreman:lit-by-parts',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /from 'lit'/ },
    handler: (code, id) => ({
      code: assertPlaces(code, id).replace(/import \{([^}]*)\} from 'lit';/g, (_import, list) => {
        const names = list
          .split(',')
          .flatMap((name) => name.trim() || [])
          .filter((name) => !name.startsWith('type '));
        const unknown = names.find((name) => !Object.values(parts).flat().includes(name));
        if (unknown) throw new Error(`Which part of Lit is ${unknown} of?`);
        return Object.entries(parts)
          .map(([part, of]) => [part, names.filter((name) => of.includes(name))])
          .flatMap(([part, used]) => (used.length ? `import { ${used.join(', ')} } from '${part}';` : []))
          .join(' ');
      }),
      map: null,
    }),
  },
};
