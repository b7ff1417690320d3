import { PLACE, shop, type HostPage, type Kit } from '../host-page.js';

const text = (value: string): string => JSON.stringify(value).replaceAll('<', '\\u003c');
/** The script of the page that says where submissions go, and one that is put in by a script. */
const settings = ({ endpoint }: Kit): string => `window.harreman = { endpoint: ${text(endpoint)} };`;
const empty = `<div id="${PLACE}"></div>`;

/** Ways in which the kit's two lines get into a page, and what is done with the tag there. */
export const embedding: readonly HostPage[] = [
  {
    name: 'script deferred in the head',
    about: 'The usual way.',
    bringsScript: true,
    head: ({ script }) => script.replace('<script', '<script defer'),
    sign: () => document.querySelector('script[defer]') !== null,
  },
  {
    name: 'script async in the head',
    about: 'It comes at any time.',
    bringsScript: true,
    head: ({ script }) => script.replace('<script', '<script async'),
    sign: () => document.querySelector('script[async]') !== null,
  },
  {
    name: 'script at the end of the body',
    about: 'The tag is there long before its script.',
    bringsScript: true,
    body: ({ place, script }) => shop(place) + script,
    sign: () => document.body.lastElementChild?.localName === 'script',
  },
  {
    name: 'script right before the tag',
    about: 'The parser has not come to the tag when the script runs.',
    bringsScript: true,
    body: ({ place, script }) => shop(script + place),
    sign: () => document.querySelector('main > script') !== null,
  },
  {
    name: 'a module script',
    about: 'No currentScript to read settings from.',
    bringsScript: true,
    head: ({ script }) => script.replace('<script', '<script type="module"'),
    sign: () => document.querySelector('script[type=module]') !== null,
  },
  {
    name: 'the complete file',
    isInCI: true,
    about: 'One classic script with all widgets and languages.',
    bringsScript: true,
    head: ({ completeSrc, endpoint }) =>
      `<script src="${completeSrc}" data-endpoint="${endpoint}" defer></script>`,
    sign: () => document.querySelector('script[defer]') !== null,
  },
  {
    name: 'import() by the page',
    about: 'A bundler that loads it when it likes.',
    bringsScript: true,
    body: (kit) =>
      `${shop(kit.place)}<script>${settings(kit)} addEventListener('load', function () { import(${text(kit.src)}); });</script>`,
    sign: () => document.readyState === 'complete',
  },
  {
    name: 'an import map and a module of the page',
    about: 'Names instead of addresses.',
    bringsScript: true,
    head: (kit) => `<script type="importmap">{ "imports": { "kit": ${text(kit.completeSrc)} } }</script>
      <script>${settings(kit)}</script><script type="module">import 'kit';</script>`,
    sign: () => document.querySelector('script[type=importmap]') !== null,
  },
  {
    name: 'a tag manager',
    about: 'A script that is put in by another one, and taken out again.',
    bringsScript: true,
    body: (kit) => `${shop(kit.place)}<script>${settings(kit)}
      var tag = document.createElement('script'); tag.async = true; tag.src = ${text(kit.src)};
      document.head.appendChild(tag); document.head.removeChild(tag);</script>`,
    sign: () => 'harreman' in window,
  },
  {
    name: 'a tag manager that writes both',
    about: 'Script and tag come by innerHTML; scripts are made anew so that they run.',
    bringsScript: true,
    body: (kit) => `${shop(empty)}<script>addEventListener('load', function () {
      var place = document.getElementById('${PLACE}'), box = document.createElement('div');
      box.innerHTML = ${text(kit.widget + kit.script)};
      place.innerHTML = ${text(kit.widget)};
      var old = box.querySelector('script'), made = document.createElement('script');
      for (var i = 0; i < old.attributes.length; i++) made.setAttribute(old.attributes[i].name, old.attributes[i].value);
      document.body.appendChild(made); });</script>`,
    sign: () => document.querySelector('body > script[src]') !== null,
  },
  {
    name: 'document.write',
    about: 'Both are written while the page is parsed.',
    bringsScript: true,
    body: (kit) =>
      shop(`<script>document.write(${text(kit.script)}); document.write(${text(kit.place)});</script>`),
    sign: () => document.querySelector('#harreman-place') !== null,
  },
  {
    name: 'innerHTML later',
    about: 'A page that is built by scripts after it has loaded.',
    body: (
      kit,
    ) => `<div id="app"></div><script>addEventListener('load', function () { setTimeout(function () {
      document.getElementById('app').innerHTML = ${text(shop(kit.place))}; }); });</script>`,
    sign: () => document.querySelector('#app main') !== null,
  },
  {
    name: 'after consent',
    about: 'A consent manager lets the script in when somebody has agreed.',
    bringsScript: true,
    body: (
      kit,
    ) => `${shop(kit.place)}<script type="text/plain" data-consent="functional" data-src="${kit.src}"></script><script>${settings(kit)}
      addEventListener('load', function () { var held = document.querySelector('[data-consent]'), let_in = document.createElement('script');
      let_in.src = held.getAttribute('data-src'); held.parentNode.replaceChild(let_in, held); });</script>`,
    sign: () => !document.querySelector('[data-consent]'),
  },
  {
    name: 'a late definition',
    about: 'The tag is made by createElement and has lived for a while when its script comes.',
    bringsScript: true,
    body: (kit) => `${shop(empty)}<script>${settings(kit)}
      var host = document.createElement('template'); host.innerHTML = ${text(kit.widget)};
      document.getElementById('${PLACE}').appendChild(document.importNode(host.content, true));
      addEventListener('load', function () { requestAnimationFrame(function () { requestAnimationFrame(function () {
      var tag = document.createElement('script'); tag.src = ${text(kit.src)}; document.body.appendChild(tag); }); }); });</script>`,
    sign: () => document.querySelector('body > script[src]') !== null,
  },
  {
    name: 'two copies of the kit',
    about: 'A theme and a plug-in bring it both, one of them as a module.',
    body: ({ place, script }) =>
      shop(place) +
      script.replace('<script', '<script type="module"') +
      script.replace('<script', '<script async'),
    sign: () => document.querySelectorAll('script[src]').length >= 3,
  },
  {
    name: 'the loader and the complete file',
    about: 'Two ways of the same kit on one page.',
    body: ({ place, script, completeSrc }) => `${shop(place)}${script}<script src="${completeSrc}"></script>`,
    sign: () => document.querySelectorAll('script[src]').length >= 3,
  },
  {
    name: 'moved once it is there',
    about: 'A script of the theme moves the element to another place.',
    meanwhile: (tag: string) => {
      const element = document.querySelector(tag)!;
      const place = element.parentElement!;
      document.querySelector('footer')!.append(element);
      place.append(element);
    },
    sign: () => document.querySelector('footer') !== null,
  },
  {
    name: 'taken out and put back',
    about: 'A tab or an accordion that keeps its content out of the document.',
    meanwhile: async (tag: string) => {
      const element = document.querySelector(tag)!;
      const place = element.parentElement!;
      // A page that keeps no room for what it takes out moves by itself.
      place.style.setProperty('height', `${place.offsetHeight}px`, 'important');
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      place.append(element);
      place.style.removeProperty('height');
    },
    sign: () => document.querySelector('footer') !== null,
  },
  {
    name: 'replaced by its clone',
    about: 'A carousel or a page builder that clones what it finds.',
    meanwhile: (tag: string) => {
      const element = document.querySelector(tag)!;
      element.replaceWith(element.cloneNode(true));
    },
    sign: () => document.querySelector('footer') !== null,
  },
  {
    name: 'its markup written anew',
    about: 'A script that reads innerHTML of the page and writes it back.',
    meanwhile: (tag: string) => {
      const main = document.querySelector('main')!;
      // oxlint-disable-next-line no-self-assign -- what such pages do: everything in it is made anew
      main.innerHTML = main.innerHTML;
      return tag;
    },
    sign: () => document.querySelector('footer') !== null,
  },
  {
    name: 'adopted by a frame and back',
    about: 'Another document drops the style sheets of a shadow root.',
    body: ({ place }) => `${shop(place)}<iframe width="20" height="20"></iframe>`,
    meanwhile: (tag: string) => {
      const element = document.querySelector(tag)!;
      const place = element.parentElement!;
      document.querySelector('iframe')!.contentDocument!.body.append(element);
      place.append(element);
    },
    sign: () => document.querySelector('iframe') !== null,
  },
];
