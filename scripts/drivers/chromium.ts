/**
 * Drives the built extension in an installed Chromium, for `npm start`, the end-to-end tests, the
 * pictures and the benchmarks. What is driven is what ships: the popover's shadow root is closed,
 * and is read through the DevTools protocol, as an inspector would.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { HEADLESS_CHROMIUM_ARGS } from './chromium-args.ts';

export interface ChromiumOptions {
  /** Path of the browser. */
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** Window size in CSS px. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  hasTouch?: boolean;
  locale?: string;
  deviceScaleFactor?: number;
}

export interface ChromiumSession {
  context: BrowserContext;
  /** Address of a file of the extension: `url('src/popup/popup.html')`. */
  url(path: string): string;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts a browser of its own profile with the extension loaded, and waits for its worker. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const profile = mkdtempSync(join(tmpdir(), 'gloss-chromium-'));
  const { viewport, colorScheme, forcedColors, hasTouch, locale, deviceScaleFactor } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    // Playwright's own headless mode is an older shell without extensions; the flag below is not.
    headless: false,
    args: [
      ...(options.headless ? ['--headless=new'] : []),
      ...HEADLESS_CHROMIUM_ARGS,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
    ],
    viewport: viewport ?? (options.headless ? { width: 1280, height: 800 } : null),
    ...(colorScheme ? { colorScheme } : {}),
    ...(forcedColors ? { forcedColors } : {}),
    ...(hasTouch ? { hasTouch } : {}),
    ...(locale ? { locale } : {}),
    ...(deviceScaleFactor && viewport ? { deviceScaleFactor } : {}),
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = new URL(worker.url()).origin;
  return {
    context,
    url: (path) => `${origin}/${path}`,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A mark as the page's highlight registry holds it. */
export interface Mark {
  /** Name of the highlight: `gloss-` and the kind of entity. */
  name: string;
  text: string;
  /** Middle of the mark's first line, in client px. */
  x: number;
  y: number;
}

/** Every mark of the page, by highlight, in the order in which each highlight holds them. */
export function readMarks(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const marks: { name: string; text: string; x: number; y: number }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
      if (!name.startsWith('gloss')) continue;
      for (const stored of highlight) {
        const range = document.createRange();
        range.setStart(stored.startContainer, stored.startOffset);
        range.setEnd(stored.endContainer, stored.endOffset);
        const box = range.getClientRects()[0];
        if (!box) continue;
        marks.push({
          name,
          text: range.toString(),
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
        });
      }
    }
    return marks;
  });
}

/** The inside of the popover's closed shadow root. */
export interface PopoverView {
  /** Runs in the page with the shadow root as `this`; returns what the function returns, as JSON. */
  evaluate<T>(fn: (this: ShadowRoot) => T): Promise<T>;
}

/** The page's popover, or null where none has been opened. Closes nothing. */
export async function findPopover(page: Page, session?: CDPSession): Promise<PopoverView | null> {
  const cdp = session ?? (await page.context().newCDPSession(page));
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const host = find(root);
  const shadow = host?.shadowRoots?.[0];
  if (!shadow) return null;
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  return {
    async evaluate(fn) {
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        ...(object.objectId ? { objectId: object.objectId } : {}),
        functionDeclaration: `function () { return (${fn}).call(this); }`,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
      return result.value;
    },
  };
}

/** What is used of the protocol's DOM.Node. */
interface CdpNode {
  localName: string;
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

function find(node: CdpNode): CdpNode | null {
  if (node.localName === 'gloss-popover') return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child);
    if (found) return found;
  }
  return node.contentDocument ? find(node.contentDocument) : null;
}

/** Text of the open popover as a reader sees it; null while none is open. */
export async function readPopover(page: Page): Promise<string | null> {
  const popover = await findPopover(page);
  if (!popover) return null;
  return popover.evaluate(function () {
    if (!this.host.matches(':popover-open')) return null;
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is the question here
    return [...this.children]
      .map((child) => (child instanceof HTMLElement ? child.innerText : ''))
      .join('\n')
      .trim();
  });
}
