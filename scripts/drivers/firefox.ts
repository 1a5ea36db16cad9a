/**
 * Firefox with the built extension, by WebDriver BiDi. Puppeteer starts it and installs the
 * extension; the tabs are driven by BiDi commands directly, since Puppeteer loses track of a tab
 * that changes process on its way to an extension page.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import {
  type Driver,
  isSeen,
  type PointerButton,
  pdfText,
  type Tab,
  WELCOME,
  waitFor,
} from './driver.ts';

export interface FirefoxOptions {
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  viewport?: { width: number; height: number };
  /** Leaves the first-run page open. */
  keepWelcome?: boolean;
  /** The folder that counts as the user's own; by default it is that of who runs this. */
  home?: string;
}

/** The one method that is used of Puppeteer's connection. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** What is used of a BiDi remote value of a node. */
interface RemoteNode {
  sharedId?: string;
  value?: { shadowRoot?: RemoteNode | null };
}

interface ContextTree {
  contexts: { context: string; url: string; children?: { context: string }[] | null }[];
}

type ScriptResult =
  | { type: 'success'; result: { type: string; value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** WebDriver's code points for keys that are no characters. */
const KEY_CODES: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** The id that a built extension gives itself. */
function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** Of a pointer's way from one place to the next, in ms. */
const HAND_MS = 16;
/** Numbers of the pointer's buttons, as DOM events have them. */
const BUTTONS = { left: 0, right: 2 } as const satisfies Record<PointerButton, number>;

/** Starts a browser with a profile of its own and installs the extension for its lifetime. */
export async function launchFirefox(options: FirefoxOptions): Promise<Driver> {
  const { executablePath, extension, headless, home } = options;
  const id = extensionId(extension);
  // Firefox draws a random host name for each extension's pages; this settles it beforehand.
  const host = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    // Extension pages count as privileged, and automation may open them only with this switch.
    args: ['-remote-allow-system-access'],
    defaultViewport: null,
    ...(home ? { env: { ...process.env, HOME: home } } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
    },
  });
  try {
    return await drive(browser, options, host);
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}

/** @param host of the extension's own pages */
async function drive(browser: Browser, options: FirefoxOptions, host: string): Promise<Driver> {
  const { extension, viewport } = options;
  const id = extensionId(extension);
  await browser.installExtension(extension);
  // Not in Puppeteer's types: its BiDi browser keeps the connection in this property.
  const { connection } = browser as unknown as { connection: Connection };
  const send = async <R>(method: string, params: object): Promise<R> =>
    (await connection.send(method, params)).result as R;

  const open = async (address: string, type: 'tab' | 'window' = 'tab'): Promise<Tab> => {
    const { context } = await send<{ context: string }>('browsingContext.create', { type });
    const tab = firefoxTab(send, context, id);
    if (viewport) await send('browsingContext.setViewport', { context, viewport });
    await tab.goto(address);
    return tab;
  };
  const welcome = await waitFor('the first-run page', async () => {
    const { contexts } = await send<ContextTree>('browsingContext.getTree', { maxDepth: 0 });
    const found = contexts.find(({ url }) => url === `moz-extension://${host}/${WELCOME}`);
    return found ? firefoxTab(send, found.context, id) : null;
  });
  if (!options.keepWelcome) await welcome.close();
  return {
    name: 'firefox',
    welcome: options.keepWelcome ? welcome : null,
    open,
    openWindow: (address) => open(address, 'window'),
    openExtensionPage: (path) => open(`moz-extension://${host}/${path}`),
    stopBackground: () => stopEventPage(send, id),
    command: async (name) => {
      // What the window's own key for it calls.
      await inBrowser(send, id, 'extension.shortcuts.onCommand(argument);', name);
    },
    // The tab in front is the page's.
    async pressToolbarButton() {
      await inBrowser(
        send,
        id,
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
      );
    },
    setEnabled: (enabled) => setEnabled(send, id, enabled),
    async openPrivately(address) {
      const tab = firefoxTab(send, await openPrivateWindow(send, id), id);
      // The window's own first page may still be on its way, and takes ours away.
      await waitFor('the page', () => tab.goto(address).then(() => true));
      return tab;
    },
    close: () => browser.close(),
  };
}

type Send = <R>(method: string, params: object) => Promise<R>;

/**
 * Runs a function in the browser's own window, whose scripts may do what about:debugging does.
 * @param body of an async function that is given `id`, `extension` (while it is on) and `argument`
 */
async function inBrowser(
  send: Send,
  id: string,
  body: string,
  argument = '',
): Promise<string | undefined> {
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const answer = await send<ScriptResult>('script.callFunction', {
    functionDeclaration: `async (id, argument) => {
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      ${body}
    }`,
    arguments: [id, argument].map((value) => ({ type: 'string', value })),
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value as string | undefined;
}

async function stopEventPage(send: Send, id: string): Promise<void> {
  const state = await inBrowser(
    send,
    id,
    // Else an answer that is still on its way would keep it alive.
    `const options = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
    await extension.terminateBackground(options);
    return extension.backgroundState;`,
  );
  if (state === 'running') throw new Error('the background still runs');
}

async function setEnabled(send: Send, id: string, enabled: boolean): Promise<void> {
  await inBrowser(
    send,
    id,
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID(id);
    await addon[argument]();`,
    enabled ? 'enable' : 'disable',
  );
}

/** Allows what about:addons calls "Run in Private Windows", and opens such a window. */
async function openPrivateWindow(send: Send, id: string): Promise<string> {
  const all = async () => {
    const { contexts } = await send<ContextTree>('browsingContext.getTree', { maxDepth: 0 });
    return contexts.map(({ context }) => context);
  };
  const before = new Set(await all());
  await inBrowser(
    send,
    id,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    if (!extension.privateBrowsingAllowed) {
      const permissions = ['internal:privateBrowsingAllowed'];
      await ExtensionPermissions.add(id, { permissions, origins: [] }, extension);
      await (await AddonManager.getAddonByID(id)).reload();
    }
    OpenBrowserWindow({ private: true });`,
  );
  return waitFor('the private window', async () => {
    return (await all()).find((context) => !before.has(context)) ?? null;
  });
}

/**
 * Runs a script where the browser's own part of the page in front runs, for what automation has no means
 * for. Its `content` is the page's window, its `windowUtils` what the browser does to it.
 */
async function besidePage(send: Send, id: string, script: string): Promise<void> {
  await inBrowser(
    send,
    id,
    'gBrowser.selectedBrowser.messageManager.loadFrameScript(argument, false);',
    `data:application/javascript,${encodeURIComponent(`{ const { windowUtils } = content; ${script} }`)}`,
  );
}

/** Draws the page up around its middle, as two fingers do. */
const pinched = (scale: number): string => `
  const { width, height } = content.visualViewport;
  windowUtils.setResolutionAndScaleTo(${scale});
  const share = (1 - 1 / ${scale}) / 2;
  const { UPDATE_TYPE_MAIN_THREAD, SCROLL_MODE_INSTANT } = windowUtils;
  windowUtils.scrollToVisual(width * share, height * share, UPDATE_TYPE_MAIN_THREAD, SCROLL_MODE_INSTANT);`;

/** What a pen does; automation says "Unimplemented pointerMove for pointerType pen". */
const penned = (x: number, y: number, types: readonly string[]): string => `
  const pen = {
    identifier: windowUtils.DEFAULT_PEN_POINTER_ID,
    inputSource: content.MouseEvent.MOZ_SOURCE_PEN,
    button: 0,
    clickCount: 1,
  };
  // Events as a device makes them: a page cannot tell them from others.
  const real = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
  for (const type of ${JSON.stringify(types)}) content.synthesizeMouseEvent(type, ${x}, ${y}, pen, real);`;

/** A node and the frame that it is in. */
interface Found {
  self: { sharedId: string };
  frame: string;
}

/** @param id of the extension */
function firefoxTab(send: Send, context: string, id: string): Tab {
  async function call(body: string, found?: Found): Promise<unknown> {
    const answer = await send<ScriptResult>('script.callFunction', {
      functionDeclaration: `async function () { return JSON.stringify(await (${body})) }`,
      target: { context: found?.frame ?? context },
      awaitPromise: true,
      ...(found ? { this: found.self } : {}),
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const { value } = answer.result;
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  }

  /** The popover's in a frame itself, else in the first of its frames that has one. */
  async function findShadowRoot(frame = context): Promise<Found | null> {
    const answer = await send<ScriptResult>('script.evaluate', {
      // An element of the page may be called "querySelector", and would be given in its place.
      expression: 'Document.prototype.querySelector.call(document, "gloss-popover")',
      target: { context: frame },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const { sharedId } = (answer.result as RemoteNode).value?.shadowRoot ?? {};
    if (sharedId) return { self: { sharedId }, frame };
    const { contexts } = await send<ContextTree>('browsingContext.getTree', { root: frame });
    for (const { context: child } of contexts[0]?.children ?? []) {
      const found = await findShadowRoot(child);
      if (found) return found;
    }
    return null;
  }

  function pointer(actions: object[], pointerType: 'mouse' | 'touch' = 'mouse'): Promise<unknown> {
    return send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }],
    });
  }
  function keyboard(actions: { type: 'keyDown' | 'keyUp'; value: string }[]): Promise<unknown> {
    return send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
  const keyCode = (key: string): string => KEY_CODES[key] ?? key;
  const moveTo = (x: number, y: number) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
  });
  const PRESS = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];

  /**
   * An extension page never reports "interactive" to the session that asked for it, and the document
   * before it goes on answering for a while: it is marked, and the other one waited for.
   */
  async function gotoExtensionPage(address: string): Promise<void> {
    await call('void (globalThis.isLeft = true)').catch(() => undefined);
    await send('browsingContext.navigate', { context, url: address, wait: 'none' });
    const url = JSON.stringify(address);
    await waitFor(address, async () => {
      // The page of an error has the address, too.
      const isThere = await call(
        `!('isLeft' in globalThis) && document.documentURI === ${url} && document.readyState !== 'loading'`,
      );
      return isThere === true;
    });
  }

  return {
    evaluate: (fn, ...args) => call(`(${fn})(...${JSON.stringify(args)})`) as never,
    async inPopover(fn, ...args) {
      const root = await findShadowRoot();
      return root
        ? ((await call(`(${fn}).apply(this, ${JSON.stringify(args)})`, root)) as never)
        : null;
    },
    async goto(address) {
      if (address.startsWith('moz-extension:')) await gotoExtensionPage(address);
      else await send('browsingContext.navigate', { context, url: address, wait: 'interactive' });
    },
    async move(x, y) {
      await pointer([moveTo(x, y)]);
    },
    async moveAlong(places) {
      await pointer(places.map(({ x, y }) => ({ ...moveTo(x, y), duration: HAND_MS })));
    },
    async click(x, y) {
      await pointer([moveTo(x, y), ...PRESS]);
    },
    async tap(x, y) {
      await pointer([moveTo(x, y), ...PRESS], 'touch');
    },
    pen: (x, y, touch) => {
      const types = ['mousemove', ...(touch ? ['mousedown', 'mouseup'] : [])];
      return besidePage(send, id, penned(x, y, types));
    },
    pinch: (scale) => besidePage(send, id, pinched(scale)),
    async hold(button = 'left') {
      await pointer([{ type: 'pointerDown', button: BUTTONS[button] }]);
    },
    async release(button = 'left') {
      await pointer([{ type: 'pointerUp', button: BUTTONS[button] }]);
    },
    async press(key) {
      // A plus sign alone is a key.
      const keys = key.length > 1 ? key.split('+') : [key];
      const values = keys.map(keyCode);
      const downs = values.map((value) => ({ type: 'keyDown', value }) as const);
      const ups = values.toReversed().map((value) => ({ type: 'keyUp', value }) as const);
      await keyboard([...downs, ...ups]);
    },
    async holdKey(key) {
      await keyboard([{ type: 'keyDown', value: keyCode(key) }]);
    },
    async releaseKey(key) {
      await keyboard([{ type: 'keyUp', value: keyCode(key) }]);
    },
    async resize(width, height) {
      await send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async bringToFront() {
      await send('browsingContext.activate', { context });
      await isSeen(this);
    },
    async screenshot(path) {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    async print() {
      const { data } = await send<{ data: string }>('browsingContext.print', {
        context,
        background: true,
      });
      return pdfText(data);
    },
    async close() {
      await send('browsingContext.close', { context });
    },
  };
}
