/**
 * The content script's entry. One self-contained file in the build (`*.iife.ts`), so that nothing of
 * the extension has to be reachable by pages.
 */
import { whenBody } from './content/document-life.ts';
import { Frame } from './content/frame.ts';
import { isPage, mayBePage, whenRoomy } from './content/readable.ts';

/** Set in the content scripts' own world, which pages do not see. */
const RUNNING = Symbol.for('gloss.running');

// The script can come twice: by the manifest, and by "start here" in the toolbar popup.
const world = globalThis as { [RUNNING]?: boolean };
function start(): void {
  if (!isPage() || world[RUNNING]) return;
  world[RUNNING] = true;
  void whenRoomy().then(() => Frame.start());
}
if (document.body) start();
else if (mayBePage()) void whenBody().then(start);
