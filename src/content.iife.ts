/**
 * The content script's entry: what every frame of every page reads and runs. One self-contained file in the
 * build (`*.iife.ts`), and small; the rest is loaded where Gloss is on (content/parts.ts).
 */
import { whenBody } from './content/document-life.ts';
import { Frame } from './content/frame.ts';
import { PARTS } from './content/parts.ts';
import { isPage, mayBePage, whenRoomy } from './content/readable.ts';

/** Set in the content scripts' own world, which pages do not see. */
const RUNNING = Symbol.for('gloss.running');

// The script can come twice: by the manifest, and by "start here" in the toolbar popup.
const world = globalThis as { [RUNNING]?: boolean };
function start(): void {
  if (!isPage() || world[RUNNING]) return;
  world[RUNNING] = true;
  void whenRoomy().then(() => Frame.start(PARTS));
}
if (document.body) start();
else if (mayBePage()) void whenBody().then(start);
