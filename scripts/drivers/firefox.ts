/**
 * Firefox with the built extension, by WebDriver BiDi. Puppeteer starts it and installs the
 * extension; the tabs are driven by BiDi commands directly, since Puppeteer loses track of a tab
 * that changes process on its way to an extension page.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { type Driver, type Tab, WELCOME, waitFor } from './driver.ts';

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
  contexts: { context: string; url: string }[];
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
  Alt: '\uE00A',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Starts a browser with a profile of its own and installs the extension for its lifetime. */
export async function launchFirefox(options: FirefoxOptions): Promise<Driver> {
  const { executablePath, extension, headless, viewport, home } = options;
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
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
  await browser.installExtension(extension);
  // Not in Puppeteer's types: its BiDi browser keeps the connection in this property.
  const { connection } = browser as unknown as { connection: Connection };
  const send = async <R>(method: string, params: object): Promise<R> =>
    (await connection.send(method, params)).result as R;

  const open = async (address: string, type: 'tab' | 'window' = 'tab'): Promise<Tab> => {
    const { context } = await send<{ context: string }>('browsingContext.create', { type });
    const tab = firefoxTab(send, context);
    if (viewport) await send('browsingContext.setViewport', { context, viewport });
    await tab.goto(address);
    return tab;
  };
  const welcome = await waitFor('the first-run page', async () => {
    const { contexts } = await send<ContextTree>('browsingContext.getTree', { maxDepth: 0 });
    const found = contexts.find(({ url }) => url === `moz-extension://${host}/${WELCOME}`);
    return found ? firefoxTab(send, found.context) : null;
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
    setEnabled: (enabled) => setEnabled(send, id, enabled),
    async openPrivately(address) {
      const tab = firefoxTab(send, await openPrivateWindow(send, id));
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

function firefoxTab(send: Send, context: string): Tab {
  const target = { context };

  async function call(body: string, self?: { sharedId: string }): Promise<unknown> {
    const answer = await send<ScriptResult>('script.callFunction', {
      functionDeclaration: `async function () { return JSON.stringify(await (${body})) }`,
      target,
      awaitPromise: true,
      ...(self ? { this: self } : {}),
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const { value } = answer.result;
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  }

  async function findShadowRoot(): Promise<{ sharedId: string } | null> {
    const answer = await send<ScriptResult>('script.evaluate', {
      // An element of the page may be called "querySelector", and would be given in its place.
      expression: 'Document.prototype.querySelector.call(document, "gloss-popover")',
      target,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const { sharedId } = (answer.result as RemoteNode).value?.shadowRoot ?? {};
    return sharedId ? { sharedId } : null;
  }

  function pointer(actions: object[], pointerType: 'mouse' | 'touch' = 'mouse'): Promise<unknown> {
    return send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }],
    });
  }
  const moveTo = (x: number, y: number) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
  });
  const PRESS = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];

  return {
    evaluate: (fn, ...args) => call(`(${fn})(...${JSON.stringify(args)})`) as never,
    async inPopover(fn, ...args) {
      const root = await findShadowRoot();
      return root
        ? ((await call(`(${fn}).apply(this, ${JSON.stringify(args)})`, root)) as never)
        : null;
    },
    async goto(address) {
      // An extension page never reports "interactive" to the session that asked for it.
      const wait = address.startsWith('moz-extension:') ? 'none' : 'interactive';
      await send('browsingContext.navigate', { context, url: address, wait });
    },
    async move(x, y) {
      await pointer([moveTo(x, y)]);
    },
    async click(x, y) {
      await pointer([moveTo(x, y), ...PRESS]);
    },
    async tap(x, y) {
      await pointer([moveTo(x, y), ...PRESS], 'touch');
    },
    async press(key) {
      const value = KEY_CODES[key] ?? key;
      await send('input.performActions', {
        context,
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          },
        ],
      });
    },
    async bringToFront() {
      await send('browsingContext.activate', { context });
    },
    async screenshot(path) {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    async close() {
      await send('browsingContext.close', { context });
    },
  };
}
