import type { HostPage, Kit } from '../host-page.js';

/** What an owner pastes, as the README says. */
const html = ({ script, place }: Kit): string =>
  `${script.replace('></script>', ' defer></script>')}\n${place}`;

/** Pages and posts of a real WordPress, with the tag in a block of the kind "Custom HTML". */
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
];
