/** Chromium with the built extension, by Playwright and, for the closed shadow root, CDP. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { HEADLESS_CHROMIUM_ARGS } from './chromium-args.ts';
import { type Driver, isSeen, type Mark, pdfText, type Tab, WELCOME, waitFor } from './driver.ts';

export interface ChromiumOptions {
  /** Path of the browser. */
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  /** Folders of other extensions that are loaded too; without backgrounds of their own. */
  besides?: readonly string[];
  headless: boolean;
  /** Window size in CSS px. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  hasTouch?: boolean;
  /** BCP 47 tag; also the language of the browser's own UI, where it has that translation. */
  locale?: string;
  deviceScaleFactor?: number;
  /** Leaves the first-run page open. */
  keepWelcome?: boolean;
  /**
   * Folder of a profile that is kept, so that a browser can be started with what another has left
   * there. Without it a browser has a profile of its own, which ends with it.
   */
  profile?: string;
  /** More switches of the browser's command line. */
  switches?: readonly string[];
}

export interface ChromiumTab extends Tab {
  readonly page: Page;
}

export interface ChromiumDriver extends Driver {
  readonly context: BrowserContext;
  /** Origin of the extension's own pages. */
  readonly origin: string;
  open(address: string): Promise<ChromiumTab>;
  openExtensionPage(path: string): Promise<ChromiumTab>;
}

/** Without developer mode an unpacked extension stays off once it has been reloaded. */
function writePreferences(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Starts a browser with the extension loaded; waits for its worker. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumDriver> {
  const { executablePath, extension, headless, locale, viewport, deviceScaleFactor } = options;
  const {
    colorScheme,
    forcedColors,
    hasTouch,
    reducedMotion,
    besides = [],
    switches = [],
  } = options;
  const extensions = [extension, ...besides].join(',');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'gloss-chromium-'));
  const isFirst = !existsSync(join(profile, 'Default'));
  if (isFirst) writePreferences(profile);
  const removeProfile = () => {
    if (options.profile) return;
    // Some of the browser's processes end later than itself, and still write meanwhile.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const started = chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode is an older shell without extensions; the flag below is not.
    headless: false,
    // People's browsers keep pages that were left, and so does this one.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(locale ? [`--lang=${locale}`] : []),
      ...HEADLESS_CHROMIUM_ARGS,
      ...switches,
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
    ],
    viewport: viewport ?? (headless ? { width: 1280, height: 800 } : null),
    ...(colorScheme ? { colorScheme } : {}),
    ...(forcedColors ? { forcedColors } : {}),
    ...(reducedMotion ? { reducedMotion } : {}),
    ...(hasTouch ? { hasTouch } : {}),
    ...(locale ? { locale } : {}),
    ...(deviceScaleFactor && viewport ? { deviceScaleFactor } : {}),
  });
  const end = async () => {
    await (await started.catch(() => null))?.close();
    removeProfile();
  };
  try {
    return await drive(await started, { ...options, isFirst }, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * @param options with whether it is the first browser of its profile, which shows the first-run page
 * @param end closes the browser and leaves nothing behind
 */
async function drive(
  context: BrowserContext,
  options: ChromiumOptions & { isFirst: boolean },
  end: () => Promise<void>,
): Promise<ChromiumDriver> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // URL.origin is 'null' for schemes that Node does not know.
  const { protocol, host } = new URL(worker.url());
  const origin = `${protocol}//${host}`;
  const open = async (address: string) => {
    const tab = chromiumTab(await context.newPage());
    await tab.goto(address);
    return tab;
  };
  const welcome = options.isFirst
    ? await waitFor(
        'the first-run page',
        async () => context.pages().find((page) => page.url() === `${origin}/${WELCOME}`) ?? null,
      )
    : null;
  if (!options.keepWelcome) await welcome?.close();
  return {
    name: 'chromium',
    welcome: options.keepWelcome && welcome ? chromiumTab(welcome) : null,
    context,
    origin,
    open,
    async openWindow(address) {
      const cdp = await context.browser()?.newBrowserCDPSession();
      if (!cdp) throw new Error('the browser opens no window');
      const [opened] = await Promise.all([
        context.waitForEvent('page'),
        cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
      ]);
      await cdp.detach();
      const tab = chromiumTab(opened);
      await tab.goto(address);
      return tab;
    },
    openExtensionPage: (path) => open(`${origin}/${path}`),
    pressToolbarButton: (address) => triggerAction(context, host, address),
    stopBackground: () => stopWorker(context, worker.url()),
    command: (name) => hearCommand(context, name),
    setEnabled: (enabled) =>
      onExtensionsPage(context, ({ management }, id, on) => management.setEnabled(id, on), [
        host,
        enabled,
      ] as const),
    async openPrivately(address) {
      await onExtensionsPage(
        context,
        async ({ developerPrivate }, extensionId) => {
          const info = () => developerPrivate.getExtensionInfo(extensionId);
          if ((await info()).incognitoAccess.isActive) return;
          await developerPrivate.updateExtensionConfiguration({
            extensionId,
            incognitoAccess: true,
          });
          // That loads the extension anew.
          for (;;) {
            const { state, incognitoAccess } = await info();
            if (state === 'ENABLED' && incognitoAccess.isActive) return;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        },
        [host],
      );
      // A context of its own is off the record, as a private window is.
      const apart = await context.browser()?.newContext();
      if (!apart) throw new Error('the browser opens no private window');
      const tab = chromiumTab(await apart.newPage());
      await tab.goto(address);
      return tab;
    },
    close: end,
  };
}

/** `Extensions.triggerAction` is newer than Playwright's list of the protocol. */
interface ActionProtocol {
  send(method: 'Target.getTargets', params: object): Promise<{ targetInfos: TargetInfo[] }>;
  send(method: 'Extensions.triggerAction', params: object): Promise<unknown>;
}

interface TargetInfo {
  targetId: string;
  url: string;
}

async function triggerAction(context: BrowserContext, id: string, address: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser has no protocol session');
  const cdp = session as unknown as ActionProtocol;
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === address);
  if (!tab) throw new Error(`no tab at ${address}`);
  await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await session.detach();
}

/** What Chromium's own bindings call when the browser tells of an event; not in the published API. */
declare const chrome: { commands: { onCommand: { dispatch(name: string): void } } };

async function hearCommand(context: BrowserContext, name: string): Promise<void> {
  const worker = await waitFor('the worker', async () => context.serviceWorkers()[0]);
  await worker.evaluate((command) => chrome.commands.onCommand.dispatch(command), name);
}

/** What chrome://extensions may do, of that what is used here. */
interface ExtensionsPage {
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  developerPrivate: {
    updateExtensionConfiguration(update: object): Promise<void>;
    getExtensionInfo(
      id: string,
    ): Promise<{ state: string; incognitoAccess: { isActive: boolean } }>;
  };
}

/** Does in chrome://extensions what somebody does there. */
async function onExtensionsPage<A extends readonly unknown[]>(
  context: BrowserContext,
  act: (chrome: ExtensionsPage, ...args: A) => Promise<void>,
  args: A,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`(${act})(chrome, ...${JSON.stringify(args)})`);
  await page.close();
}

async function stopWorker(context: BrowserContext, scriptURL: string): Promise<void> {
  const [page] = context.pages();
  if (!page) throw new Error('a worker can be stopped only through a page');
  const cdp = await context.newCDPSession(page);
  let status: string | null = null;
  // It may be started again in the next moment, or have been since it was last told to have stopped.
  let hasStopped = false;
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.findLast((version) => version.scriptURL === scriptURL);
    if (!own) return;
    status = own.runningStatus;
    hasStopped ||= status === 'stopped';
  });
  await cdp.send('ServiceWorker.enable');
  hasStopped = false;
  await cdp.send('ServiceWorker.stopAllWorkers');
  await waitFor('the worker to stop', async () => hasStopped || status === 'stopped');
  await cdp.detach();
}

/** What is used of the protocol's DOM.Node. */
interface CdpNode {
  localName: string;
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

/** The host of a document itself, else of the first frame in it that has one. */
function findHost(node: CdpNode): CdpNode | null {
  const frames: CdpNode[] = [];
  const search = (at: CdpNode): CdpNode | null => {
    if (at.localName === 'gloss-popover') return at;
    if (at.contentDocument) frames.push(at.contentDocument);
    for (const child of [...(at.children ?? []), ...(at.shadowRoots ?? [])]) {
      const found = search(child);
      if (found) return found;
    }
    return null;
  };
  const own = search(node);
  if (own) return own;
  for (const frame of frames) {
    const found = findHost(frame);
    if (found) return found;
  }
  return null;
}

/** A page as a tab. */
export function chromiumTab(page: Page): ChromiumTab {
  const session = page.context().newCDPSession(page);
  return {
    page,
    evaluate: (fn, ...args) =>
      page.evaluate(`(${fn})(...${JSON.stringify(args)})`) as ReturnType<Tab['evaluate']> as never,
    async inPopover(fn, ...args) {
      const cdp = await session;
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const shadow = findHost(root)?.shadowRoots?.[0];
      if (!shadow) return null;
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        ...(object.objectId ? { objectId: object.objectId } : {}),
        functionDeclaration: `function () { return (${fn}).apply(this, ${JSON.stringify(args)}); }`,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
      return result.value;
    },
    async goto(address) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
    },
    move: (x, y) => page.mouse.move(x, y),
    async moveAlong(places) {
      await Promise.all(places.map(({ x, y }) => page.mouse.move(x, y)));
    },
    async click(x, y) {
      // A click that leaves the page may never be acknowledged by it.
      const left = page.waitForEvent('framenavigated', { timeout: 0 }).catch(() => null);
      await Promise.race([page.mouse.click(x, y), left]);
    },
    tap: (x, y) => page.touchscreen.tap(x, y),
    async pen(x, y, touch) {
      const cdp = await session;
      const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased') =>
        cdp.send('Input.dispatchMouseEvent', {
          ...{ type, x, y, pointerType: 'pen' },
          ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }),
        });
      await send('mouseMoved');
      if (!touch) return;
      await send('mousePressed');
      await send('mouseReleased');
    },
    async pinch(scale) {
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      const cdp = await session;
      await cdp.send('Input.synthesizePinchGesture', {
        x: width / 2,
        y: height / 2,
        scaleFactor: scale,
      });
    },
    hold: (button = 'left') => page.mouse.down({ button }),
    release: (button = 'left') => page.mouse.up({ button }),
    press: (key) => page.keyboard.press(key),
    holdKey: (key) => page.keyboard.down(key),
    releaseKey: (key) => page.keyboard.up(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async bringToFront() {
      await page.bringToFront();
      await isSeen(this);
    },
    async screenshot(path) {
      await page.screenshot({ path });
    },
    async print() {
      const cdp = await session;
      const { data } = await cdp.send('Page.printToPDF', { printBackground: true });
      return pdfText(data);
    },
    close: () => page.close(),
  };
}

/**
 * Every mark of the page, by highlight, in the order in which each highlight holds them. Chromium
 * only: Firefox does not let a page iterate a content script's highlights.
 */
export function readMarks(tab: Tab): Promise<Mark[]> {
  return tab.evaluate(() => {
    const marks: { name: string; text: string; x: number; y: number }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
      if (!name.startsWith('gloss')) continue;
      for (const stored of highlight) {
        const range = document.createRange();
        range.setStart(stored.startContainer, stored.startOffset);
        range.setEnd(stored.endContainer, stored.endOffset);
        const box = range.getClientRects()[0];
        if (!box) continue;
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        marks.push({ name, text: range.toString(), x, y });
      }
    }
    return marks;
  });
}
