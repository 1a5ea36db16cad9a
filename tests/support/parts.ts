/** The content script's parts as browser tests have them: modules of the same page. */
import type { Parts } from '../../src/content/parts.ts';

export const PARTS: Parts = {
  running: () => import('../../src/content/running.ts'),
  popover: () => import('../../src/popover/part.ts'),
};
