import { bundle } from '../bundle.js';
import { asset, js, PLACE, shop, type HostPage, type Kit } from '../host-page.js';

const text = (value: string): string => JSON.stringify(value).replaceAll('<', '\\u003c');
const run = (code: string): string => `<script>${code}</script>`;

/** A bundle as a file of the site, made once it is asked for. */
const [react, vue, preact, lit2] = await Promise.all([
  bundle(`import { createElement, StrictMode, useState } from 'react'; import { createRoot } from 'react-dom/client';
    window.app = { createElement, StrictMode, useState, createRoot };`),
  bundle(`import * as Vue from 'vue/dist/vue.esm-bundler.js'; window.Vue = Vue;`),
  bundle(`import { h, render } from '@hosts/preact'; window.app = { h, render };`),
  bundle(`import { html, LitElement, css } from '@hosts/lit-2';
    customElements.define('shop-clock', class extends LitElement { static styles = css\`:host { display: block; color: red }\`; render() { return html\`<b>Twelve</b>\`; } });`),
]);
const script = (body: string) => ({ body, headers: { 'content-type': 'text/javascript' } });
const app = (code: string) => ({
  files: () => ({ '/app.js': script(code) }),
  head: '<script src="/app.js"></script>',
});

/** The widget's tag as arguments: its name, its attributes, what stands inside. */
const parts = ({ widget }: Kit): string =>
  `var box = document.createElement('div'); box.innerHTML = ${text(widget)}; var tag = box.firstElementChild, given = {};
   for (var i = 0; i < tag.attributes.length; i++) given[tag.attributes[i].name] = tag.attributes[i].value;`;

/** Pages that a framework renders, compiles or swaps. */
export const frameworks: readonly HostPage[] = [
  {
    ...app(react),
    name: 'React 19',
    about: 'Rendered twice by StrictMode, and again as the page’s state changes.',
    body: (kit) =>
      `<div id="app"></div>${run(`${parts(kit)} var e = app.createElement;
      function Shop() { var s = app.useState(0); window.again = s[1]; return e('main', { onClick: function () {}, onKeyDown: function (v) { if (!/INPUT|TEXTAREA/.test(v.target.tagName)) v.preventDefault(); } },
        e('h1', null, 'A shop ' + s[0]), e('div', { id: '${PLACE}' }, e(tag.localName, Object.assign({ dangerouslySetInnerHTML: { __html: tag.innerHTML } }, given)))); }
      app.createRoot(document.getElementById('app')).render(e(app.StrictMode, null, e(Shop)));`)}`,
    meanwhile: () => {
      const { again } = window as unknown as { again: (count: number) => void };
      again(1);
    },
    sign: () => document.querySelector('#app h1') !== null,
  },
  {
    ...app(preact),
    name: 'Preact',
    about: 'Rendered into the page, and once more over it.',
    body: (kit) =>
      `<div id="app"></div>${run(`${parts(kit)} var h = app.h; window.again = function (n) { app.render(h('main', null, h('h1', null, 'A shop ' + n),
      h('div', { id: '${PLACE}' }, h(tag.localName, Object.assign({ dangerouslySetInnerHTML: { __html: tag.innerHTML } }, given)))), document.getElementById('app')); }; again(0);`)}`,
    meanwhile: () => {
      const { again } = window as unknown as { again: (count: number) => void };
      again(1);
    },
    sign: () => document.querySelector('#app h1') !== null,
  },
  {
    ...app(vue),
    name: 'Vue 3',
    about: 'The DOM of the page is compiled as the template of the app.',
    body: (kit) =>
      `<div id="app"><h1 @click="count++">A shop {{ count }}</h1>${kit.place}</div>${run(`var vm = Vue.createApp({ data: function () { return { count: 0 }; } });
      vm.config.compilerOptions.isCustomElement = function (name) { return name.indexOf('harreman-') === 0; }; window.vm = vm.mount('#app');`)}`,
    meanwhile: () => {
      (window as unknown as { vm: { count: number } }).vm.count++;
    },
    sign: () =>
      document.querySelector('#app h1')!.textContent.startsWith('A shop 0') ||
      document.querySelector('#app h1')!.textContent.startsWith('A shop 1'),
  },
  {
    name: 'Vue 2',
    about: 'The DOM of the page is compiled as the template of the app, with the element as an unknown one.',
    head: js('vue-2/dist/vue.min.js'),
    body: (kit) =>
      `<div id="app"><h1>A shop {{ count }}</h1>${kit.place}</div>${run(`Vue.config.ignoredElements = [/^harreman-/]; Vue.config.productionTip = false;
      window.vm = new Vue({ el: '#app', data: { count: 0 } });`)}`,
    meanwhile: () => {
      (window as unknown as { vm: { count: number } }).vm.count++;
    },
    sign: () => /^A shop [01]$/.test(document.querySelector('#app h1')!.textContent),
  },
  {
    name: 'AngularJS',
    about: 'Directives over the whole document, forms of its own by the tag name `form`, digests on events.',
    attributes: 'lang="en" ng-app="shop"',
    head:
      js('angularjs/angular.min.js') +
      run("angular.module('shop', []).controller('Shop', function ($scope) { $scope.count = 1; });"),
    body: ({ place }) =>
      `<main ng-controller="Shop"><h1>A shop {{ count }}</h1><div ng-repeat="n in [1]">${place}</div><p ng-if="count">More</p></main>`,
    sign: () => document.querySelector('h1')!.textContent === 'A shop 1',
  },
  {
    name: 'Alpine',
    about: 'Attributes that are run, and a template that is shown by them.',
    head: js('alpine/dist/cdn.min.js', 'defer'),
    body: ({ place }) =>
      `<main x-data="{ open: true, count: 0 }" @keydown.slash.window="count++" @click="count++"><h1 x-text="'A shop'"></h1><template x-if="open"><section>${place}</section></template></main>`,
    sign: () => document.querySelector('main section') !== null,
  },
  {
    name: 'htmx',
    about: 'A part of the page is fetched and swapped in, with the widget in it.',
    head: js('htmx/dist/htmx.min.js'),
    files: (kit) => ({ '/part.html': { body: shop(kit.place), headers: { 'content-type': 'text/html' } } }),
    body: () => `<div hx-get="/part.html" hx-trigger="load" hx-swap="innerHTML">Loading</div>`,
    sign: () => document.querySelector('[hx-get] main') !== null,
  },
  {
    name: 'Turbo',
    about: 'The body is swapped for that of another page, and the scripts of the head stay.',
    head: `<script src="${asset('turbo/dist/turbo.es2017-umd.js')}"></script>`,
    files: (kit) => ({
      '/next': {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>${kit.head}<script src="${asset('turbo/dist/turbo.es2017-umd.js')}"></script>${kit.script}</head><body>${shop(kit.place)}<p id="next">Next</p></body></html>`,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    }),
    body: ({ place }) =>
      `<h1>First</h1>${place}<script>addEventListener('load', function () { Turbo.visit('next'); });</script>`,
    sign: () => document.getElementById('next') !== null,
  },
  {
    name: 'Turbolinks',
    about: 'The body is swapped for that of another page, and old pages are shown from a cache.',
    head: js('turbolinks/dist/turbolinks.js'),
    files: (kit) => ({
      '/next': {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>${kit.head}${js('turbolinks/dist/turbolinks.js')}${kit.script}</head><body>${shop(kit.place)}<p id="next">Next</p></body></html>`,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    }),
    body: ({ place }) =>
      `<h1>First</h1>${place}<script>addEventListener('load', function () { Turbolinks.visit('next'); });</script>`,
    sign: () => document.getElementById('next') !== null,
  },
  {
    name: 'Stimulus',
    about: 'Controllers by attributes, whose actions listen at the window.',
    head:
      js('stimulus/dist/stimulus.umd.js') +
      run(`var shopApp = Stimulus.Application.start(); shopApp.register('shop', class extends Stimulus.Controller { connect() { this.element.dataset.is = 'connected'; }
        key(event) { if (!/input|textarea/i.test(event.target.tagName)) event.preventDefault(); } });`),
    body: ({ place }) =>
      `<main data-controller="shop" data-action="keydown@window->shop#key"><h1>A shop</h1>${place}</main>`,
    sign: () => document.querySelector('[data-is=connected]') !== null,
  },
  {
    name: 'Mithril',
    about: 'A virtual DOM that draws anew after each event that it hears.',
    head: js('mithril/mithril.min.js'),
    body: (kit) =>
      `<div id="app"></div>${run(`${parts(kit)} var n = 0; m.mount(document.getElementById('app'), { view: function () { return m('main', { onclick: function () { n++; } },
      m('h1', 'A shop'), m('div', { id: '${PLACE}' }, m(tag.localName, given, m.trust(tag.innerHTML)))); } });`)}`,
    sign: () => document.querySelector('#app h1') !== null,
  },
  {
    ...app(lit2),
    name: 'Lit 2',
    about: 'A site on another Lit, which warns of a second copy, with elements of its own.',
    body: ({ place }) => `<shop-clock></shop-clock>${shop(place)}`,
    sign: () => document.querySelector('shop-clock')!.shadowRoot !== null,
  },
];
