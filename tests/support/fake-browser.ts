/**
 * The part of `browser` that Gloss uses, in memory. Import it before anything that imports
 * src/browser.ts, which takes what it finds on globalThis when it is loaded.
 */

type Listener<A extends unknown[]> = (...args: A) => unknown;

class FakeEvent<A extends unknown[]> {
  readonly listeners = new Set<Listener<A>>();
  addListener = (listener: Listener<A>): void => void this.listeners.add(listener);
  removeListener = (listener: Listener<A>): void => void this.listeners.delete(listener);
  hasListener = (listener: Listener<A>): boolean => this.listeners.has(listener);
  /** Calls every listener; answers with what they return. */
  emit(...args: A): unknown[] {
    return [...this.listeners].map((listener) => listener(...args));
  }
}

type Items = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

class FakeArea {
  items: Items = {};
  /** Set to make the next writes fail, as a used-up quota does. */
  refuse: Error | null = null;
  constructor(
    private readonly name: string,
    private readonly onChanged: FakeEvent<[Changes, string]>,
  ) {}

  async get(keys: string | string[] | null = null): Promise<Items> {
    const wanted = keys === null ? Object.keys(this.items) : [keys].flat();
    return structuredClone(
      Object.fromEntries(
        wanted.flatMap((key) => (key in this.items ? [[key, this.items[key]]] : [])),
      ),
    );
  }

  async set(items: Items): Promise<void> {
    if (this.refuse) throw this.refuse;
    const changes: Changes = {};
    for (const [key, value] of Object.entries(items)) {
      changes[key] = { oldValue: this.items[key], newValue: structuredClone(value) };
      this.items[key] = structuredClone(value);
    }
    this.onChanged.emit(changes, this.name);
  }

  async remove(keys: string | string[]): Promise<void> {
    if (this.refuse) throw this.refuse;
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (!(key in this.items)) continue;
      changes[key] = { oldValue: this.items[key] };
      delete this.items[key];
    }
    if (Object.keys(changes).length > 0) this.onChanged.emit(changes, this.name);
  }

  async getBytesInUse(): Promise<number> {
    return JSON.stringify(this.items).length;
  }
}

interface FakeSender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id: number; url?: string };
}

interface Words {
  getMessage(key: string, substitutions?: readonly string[]): string;
  getUILanguage(): string;
}

/** Every message says its own key, but for the one that tells the language. */
const KEYS_FOR_WORDS: Words = {
  getMessage: (key) => (key === 'ui_locale' ? 'en' : key),
  getUILanguage: () => 'en',
};

/** The real messages, where tests/fixtures/extension.ts was imported before. */
function words(): Words {
  const there: unknown = Reflect.get(globalThis, 'browser');
  return typeof there === 'object' && there !== null && 'i18n' in there
    ? (there.i18n as Words)
    : KEYS_FOR_WORDS;
}

const ID = 'gloss@example';
const ORIGIN = 'chrome-extension://gloss-in-tests/';

/** Answers for a frame: message name to what it responds; a name that is missing never answers. */
type FakeFrame = Record<string, (request: unknown) => unknown>;

function createFake() {
  const storageChanged = new FakeEvent<[Changes, string]>();
  const onMessage = new FakeEvent<[unknown, FakeSender, (answer: unknown) => void]>();
  const frames = new Map<string, FakeFrame>();
  const badges = new Map<number, string>();
  const tabs = new Map<
    number,
    { id: number; index?: number; url?: string; status?: string; active?: boolean }
  >();
  const calls = {
    executeScript: [] as unknown[],
    insertCSS: [] as unknown[],
    created: [] as { url?: string }[],
    menus: [] as { id: string; contexts: string[] }[],
    optionsOpened: 0,
    popupsOpened: 0,
  };
  /** Firefox opens the popup only at a click of the user's in its own toolbar. */
  const popup = { mayOpen: true };
  /** What `scripting.executeScript` with a function finds; null for a page closed to extensions. */
  const page: { found: { type: string; loading: boolean } | null } = { found: null };

  /**
   * Carries a message as the browser does: the first listener to respond answers, if it does so at once
   * or has returned true. Promises that listeners return are no answers, as in Chromium before 148.
   */
  function carry(message: unknown, sender: FakeSender): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const returned = onMessage.emit(message, sender, resolve);
      if (!returned.includes(true)) reject(new Error('Receiving end does not exist.'));
    });
  }

  /** Asks as Gloss's parts do: an answer that is an error is thrown. */
  async function deliver(message: unknown, sender: FakeSender): Promise<unknown> {
    const answer = (await carry(message, sender)) as { response: unknown } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.response;
  }

  async function toFrame(tabId: number, message: unknown, frameId: number): Promise<unknown> {
    const frame = frames.get(`${tabId}:${frameId}`);
    if (!frame) throw new Error('Receiving end does not exist.');
    const { gloss, request } = message as { gloss: string; request: unknown };
    return frame[gloss] ? { response: await frame[gloss](request) } : new Promise(() => undefined);
  }

  const browser = {
    runtime: {
      id: ID,
      getPlatformInfo: async () => ({ os: 'linux' }),
      getURL: (path: string) => ORIGIN + path.replace(/^\//, ''),
      sendMessage: (message: unknown) => carry(message, { id: ID, url: `${ORIGIN}popup.html` }),
      onMessage,
      onInstalled: new FakeEvent<[{ reason: string }]>(),
      onStartup: new FakeEvent<[]>(),
      openOptionsPage: async () => {
        calls.optionsOpened += 1;
      },
      getManifest: () => ({
        version: '0.0.0',
        content_scripts: [{ js: ['assets/content-hash.js'], css: ['src/content.css'] }],
      }),
    },
    storage: {
      sync: new FakeArea('sync', storageChanged),
      local: new FakeArea('local', storageChanged),
      session: new FakeArea('session', storageChanged),
      managed: new FakeArea('managed', storageChanged),
      onChanged: storageChanged,
    },
    tabs: {
      get: async (id: number) => {
        const tab = tabs.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
      query: async () => [...tabs.values()].filter((tab) => tab.active),
      getCurrent: async () => undefined,
      create: async (options: { url?: string }) => void calls.created.push(options),
      sendMessage: (tabId: number, message: unknown, { frameId }: { frameId?: number } = {}) =>
        toFrame(tabId, message, frameId ?? 0),
      onUpdated: new FakeEvent<[number, { status?: string }, unknown]>(),
      onRemoved: new FakeEvent<[number, unknown]>(),
    },
    action: {
      openPopup: async () => {
        if (!popup.mayOpen) throw new Error('openPopup requires a user gesture');
        calls.popupsOpened += 1;
      },
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) =>
        void badges.set(tabId, text),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    scripting: {
      executeScript: async (options: { func?: unknown }) => {
        calls.executeScript.push(options);
        if (!page.found) throw new Error('Cannot access contents of the page.');
        return options.func ? [{ result: page.found }] : [{}];
      },
      insertCSS: async (options: unknown) => void calls.insertCSS.push(options),
    },
    contextMenus: {
      create: (item: { id: string; contexts: string[] }) => void calls.menus.push(item),
      onClicked: new FakeEvent<[object, { id: number }]>(),
    },
    commands: {
      onCommand: new FakeEvent<[string, unknown?]>(),
      getAll: async () => [
        { name: 'next-mention', description: 'Next', shortcut: 'Alt+Period' },
        { name: 'toggle-site', description: 'Site', shortcut: '' },
      ],
    },
    i18n: words(),
  };

  return {
    browser,
    frames,
    badges,
    tabs,
    calls,
    page,
    popup,
    /** Sends as a frame of a web page does. */
    fromPage: (message: unknown, tabId: number, frameId = 0, url = 'https://news.example/a') =>
      deliver(message, { id: ID, url, frameId, tab: { id: tabId, url } }),
    deliver,
    /** Forgets everything but the listeners. */
    reset(): void {
      const { sync, local, session, managed } = browser.storage;
      for (const area of [sync, local, session, managed]) {
        area.items = {};
        area.refuse = null;
      }
      frames.clear();
      badges.clear();
      tabs.clear();
      page.found = null;
      calls.executeScript = [];
      calls.insertCSS = [];
      calls.created = [];
      calls.menus = [];
      calls.optionsOpened = 0;
      calls.popupsOpened = 0;
      popup.mayOpen = true;
    },
  };
}

// Node has no IndexedDB; where a browser runs the tests, its own is used.
if (typeof indexedDB === 'undefined') {
  const { default: indexedDB, ...others } = await import('fake-indexeddb');
  Object.assign(globalThis, { ...others, indexedDB });
}

export const fake = createFake();
Object.assign(globalThis, { browser: fake.browser, chrome: fake.browser });

/** Node 20 has no navigator: of it, one queue a lock's name is all that the tests need. */
if (typeof navigator === 'undefined') {
  const ends = new Map<string, Promise<unknown>>();
  const locks = {
    request(name: string, work: () => Promise<unknown>): Promise<unknown> {
      const turn = (ends.get(name) ?? Promise.resolve()).then(work, work);
      ends.set(name, turn);
      return turn;
    },
  };
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
}
