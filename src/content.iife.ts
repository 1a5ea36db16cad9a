/**
 * The content script's entry: what every frame of every page reads and runs. One self-contained file in the
 * build (`*.iife.ts`), and small; the rest is loaded where Gloss is on (content/parts.ts).
 *
 * The document of a tab gets it twice: when it has been parsed, so that what it takes to read it can be fetched
 * beside its pictures and scripts, and when the browser takes the page for idle. Frames get it then alone; "start
 * here" in the toolbar popup runs both. So all but the little that follows is put off until it is wanted:
 * `import` leaves it in this same file, in functions that have not been run. See docs/decisions/parts.md.
 */
import { whenBody, whenPainted } from './content/document-life.ts';
import { isPage, mayBePage, whenRoomy } from './content/readable.ts';

/** Set in the content scripts' own world, which pages do not see, from the first run on. */
const GO_ON = Symbol.for('gloss.go-on');
const world = globalThis as { [GO_ON]?: () => void };

/** @param readable see `Frame.start` */
async function begin(readable: boolean | Promise<boolean>): Promise<void> {
  const { Frame, PARTS } = await import('./content/start.ts');
  await Frame.start(PARTS, readable);
}

/** The document can be read, if it is one to be read. */
function start(): void {
  if (!isPage() || world[GO_ON]) return;
  world[GO_ON] = () => undefined;
  void whenRoomy().then(() => begin(true));
}

/**
 * Fetches what reading takes before the page is idle, but not before the reader sees something of it: until
 * then all the machine can do is the page's.
 */
function startAhead(): void {
  const idle = new Promise<void>((resolve) => {
    world[GO_ON] = resolve;
  });
  const readable = idle.then(whenBody).then(isPage);
  void Promise.race([whenPainted(), idle]).then(() => begin(readable));
}

if (world[GO_ON]) world[GO_ON]();
else if (mayBePage() && window === window.top) startAhead();
else if (document.body) start();
else if (mayBePage()) void whenBody().then(start);
