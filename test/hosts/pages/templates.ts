import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostPage, Kit } from '../host-page.js';

/**
 * A page of a template, as it is: what it fetches from other sites is left out, and in the place of its own form (or of
 * another part) stands the widget.
 */
const template =
  (folder: string, file: string, part: RegExp) =>
  (kit: Kit): string => {
    const source = readFileSync(join('node_modules/@hosts', folder, file), 'utf8');
    if (!part.test(source)) throw new Error(`${folder}/${file} has no ${part.source}`);
    return source
      .replace(/<script[^>]*src="(https?:)?\/\/[^>]*><\/script>/g, '')
      .replace(/<link[^>]*href="(https?:)?\/\/[^>]*>/g, '')
      .replace(part, () => kit.place)
      .replace(/<head>/i, `<head><base href="/npm/${folder}/">${kit.head}`)
      .replace('</head>', `${kit.script}</head>`);
  };

const form = /<form[\s\S]*<\/form>/;

/** Whole pages of templates that sites start from. */
export const templates: readonly HostPage[] = [
  {
    name: 'Clean Blog',
    about: 'A Bootstrap 5 blog: a bar that hides as one scrolls, floating labels.',
    document: template('clean-blog/dist', 'contact.html', form),
    sign: () => document.querySelector('.masthead') !== null && document.styleSheets.length > 1,
  },
  {
    name: 'Freelancer',
    about: 'A one-page Bootstrap 5 site: a fixed bar, a scroll spy, modal dialogs.',
    document: template('freelancer/dist', 'index.html', form),
    sign: () => document.querySelector('.masthead') !== null,
  },
  {
    name: 'Agency',
    about: 'A one-page Bootstrap 5 site whose form stands on a dark picture.',
    document: template('agency/dist', 'index.html', form),
    sign: () => document.querySelector('.masthead') !== null,
  },
  {
    name: 'HTML5 Boilerplate',
    about: 'Normalised, with helpers and print styles.',
    document: template('boilerplate/dist', 'index.html', /<p>Hello world![\s\S]*?<\/p>/),
    sign: () => document.styleSheets.length > 1,
  },
  {
    name: '98.css, its own page',
    about: 'A desktop of windows, built of its own controls.',
    document: template('98/dist', 'index.html', /(?=<section class="component">)/),
    sign: () => document.querySelector('.window') !== null,
  },
  {
    name: 'Skeleton, its own page',
    about: 'The template that Skeleton comes with.',
    document: template('skeleton', 'index.html', /<h4>Basic Page<\/h4>/),
    sign: () => document.querySelector('.container') !== null,
  },
];
