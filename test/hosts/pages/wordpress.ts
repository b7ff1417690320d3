import type { HostPage, Kit } from '../host-page.js';

/** What an owner pastes, as the README says. */
const html = ({ script, place }: Kit): string =>
  `${script.replace('></script>', ' defer></script>')}\n${place}`;

/** What an owner of the classic editor pastes: the tag in a `<div>` that begins in the same line, and its HTML in lines. */
const lines = (kit: Kit): string =>
  `<p>We answer within two days.</p>\n${html(kit).replace(/><(?!harreman|\/script)/g, '>\n<')}\n\nWe are in the old town.`;

/** Pages and posts of a real WordPress, with the tag in a block of the kind "Custom HTML" or written by hand. */
export const wordpress: readonly HostPage[] = [
  {
    name: 'WordPress',
    about: 'A page of Twenty Twenty-Three, a theme of blocks: layouts that reach each child of a block.',
    publication: { kind: 'pages', theme: 'twentytwentythree', html },
    sign: () => document.querySelector('.wp-site-blocks') !== null,
  },
  {
    name: 'WordPress, logged in',
    about:
      'The same for its owner: with the bar of the administration, fixed at the top and above everything.',
    publication: { kind: 'pages', theme: 'twentytwentythree', isLoggedIn: true, html },
    sign: () =>
      document.querySelector('.wp-site-blocks') !== null && document.getElementById('wpadminbar') !== null,
  },
  {
    name: 'WordPress, a post with comments',
    about:
      'Twenty Twenty-One, of PHP templates: rules for bare forms, fields and buttons, a form for comments.',
    publication: { kind: 'posts', theme: 'twentytwentyone', html },
    sign: () =>
      document.querySelector('#commentform') !== null && document.body.classList.contains('single-post'),
  },
  {
    name: 'WordPress, the classic editor',
    about:
      'Its lines become paragraphs and breaks, in the tag as well: empty <p>, <br>, ends that nothing began.',
    publication: { kind: 'posts', theme: 'twentytwentyone', isClassic: true, html: lines },
    sign: () =>
      [...document.querySelectorAll('.entry-content p')].some(
        (paragraph) => paragraph.textContent === 'We are in the old town.',
      ),
  },
];
