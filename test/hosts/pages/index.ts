import type { HostPage } from '../host-page.js';
import { cssFrameworks } from './css-frameworks.js';
import { documents } from './documents.js';
import { embedding } from './embedding.js';
import { frames } from './frames.js';
import { frameworks } from './frameworks.js';
import { hostileStyles } from './hostile-styles.js';
import { inTheWild } from './in-the-wild.js';
import { libraries } from './libraries.js';
import { policies } from './policies.js';
import { storage } from './storage.js';
import { templates } from './templates.js';
import { wordpress } from './wordpress.js';

/** The corpus. To add a page, write a record into one of these lists, or a list of its own beside them. */
export const pages: readonly HostPage[] = [
  ...frameworks,
  ...embedding,
  ...documents,
  ...libraries,
  ...inTheWild,
  ...storage,
  ...frames,
  ...policies,
  ...hostileStyles,
  ...cssFrameworks,
  ...templates,
  ...wordpress,
];
