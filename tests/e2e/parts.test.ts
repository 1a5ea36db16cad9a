/**
 * What reads and marks a page and what shows a popover are files of their own, loaded into the content scripts'
 * world when they are first wanted: no page can tell that by anything that browsers tell pages, reach a file
 * by the address that it would know, or keep it from being loaded.
 */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../../scripts/drivers/driver.ts';
import type { Route } from '../../scripts/drivers/serve.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { isChromium, OPTIONS, setStage } from './support/stage.ts';

/** As manifest and content script name them. */
const FILES = ['running.js', 'popover.js'];

/** Notes whatever a page is told of what is loaded, run, refused or failing in it. */
function watch(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  const note = (what: string, told: unknown) => void seen.push(`${what}: ${JSON.stringify(told)}`);
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(`${type} entry`, entry);
    }).observe({ type, buffered: true });
  }
  const { ReportingObserver } = globalThis as {
    ReportingObserver?: new (...a: unknown[]) => { observe(): void };
  };
  new (
    ReportingObserver ??
    class {
      observe() {}
    }
  )((reports: unknown) => note('reports', reports), { buffered: true }).observe();
  addEventListener('securitypolicyviolation', ({ blockedURI, sourceFile }) =>
    note('violation', [blockedURI, sourceFile]),
  );
  addEventListener(
    'error',
    ({ message, filename, target }) =>
      note('error', [message, filename, (target as HTMLScriptElement | null)?.src]),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => note('rejection', String(reason)));
  // Of Gloss's own doing, and run in the page in the middle of it.
  for (const type of ['beforetoggle', 'focusin', 'pointermove']) {
    addEventListener(
      type,
      () => note('stack', [new Error().stack, String(document.currentScript)]),
      true,
    );
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const added of addedNodes) {
        if (/^(?:script|link|style|iframe)$/i.test(added.nodeName)) note('added', added.nodeName);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

const WATCHED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Watched</title><link rel="icon" href="data:,">
<script nonce="n">(${watch})()</script></head><body style="margin:40px;font:20px/1.6 serif">
<p>The battery maker CATL licenses its know-how.</p></body></html>`;

/** The strictest that a page can say of scripts, and wants to be told of. */
const POLICIES = {
  'content-security-policy':
    "default-src 'none'; script-src 'nonce-n'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'",
  'content-security-policy-report-only':
    "default-src 'none'; script-src 'nonce-n'; style-src 'unsafe-inline'; img-src data:",
  'integrity-policy': 'blocked-destinations=(script)',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};

/** Answers with the addresses of all that it was asked for. */
const WORKER = `const asked = [];
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  asked.push(event.request.url);
  if (event.request.url.endsWith('/asked')) event.respondWith(Response.json(asked));
});`;

const ROUTES: Readonly<Record<string, Route>> = {
  '/watched': { body: WATCHED },
  '/policies': { body: WATCHED, headers: POLICIES },
  '/sandboxed': { body: WATCHED, headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  '/worker.js': { body: WORKER, headers: { 'content-type': 'text/javascript' } },
};

const stage = setStage(ROUTES);

/** What the page has been told so far, all of it, with what its lists of entries hold. */
const told = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: string[] };
    const entries = performance.getEntries().map((entry) => JSON.stringify(entry));
    const scripts = [...document.scripts].map(({ src }) => src);
    return [...seen, ...entries, ...scripts].join('\n');
  });

/** Host of the extension's own pages: the id in Chromium, what Firefox has drawn for this installation. */
const ownHost = (): Promise<string> =>
  stage.withOwn(OPTIONS, (own) => own.evaluate(() => location.host));

async function expectNothingTold(tab: Tab): Promise<void> {
  const all = await told(tab);
  // It was listening.
  expect(all).toContain('stack: ');
  expect(all).not.toContain('extension:');
  for (const file of FILES) expect(all).not.toContain(file);
  expect(all).not.toContain(await ownHost());
  expect(all).not.toMatch(/^(?:violation|reports|error|rejection|added): /m);
}

describe.each(['/watched', '/policies', '/sandboxed'])('%s', (path) => {
  it('is told nothing of what is loaded for marks and for the first popover, which opens', () =>
    stage.withTab(path, async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'CATL')).toContain('CATL');
      await leave(tab);
      await expectNothingTold(tab);
    }));
});

it("is not asked of the page's own service worker", () =>
  stage.withTab('/watched', async (tab) => {
    await tab.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await new Promise<void>((resolve) => {
        if (navigator.serviceWorker.controller) resolve();
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve());
      });
    });
    await waitForMarks(tab);
    expect(await hover(tab, 'CATL')).toContain('CATL');
    const asked = await tab.evaluate(async () => (await fetch('/asked')).text());
    expect(asked).toContain('/asked');
    for (const file of FILES) expect(asked).not.toContain(file);
  }));

it('cannot be had by a page that knows the extension', async () => {
  const known = await stage.withOwn(OPTIONS, (own) => own.evaluate(() => location.origin));
  const unknown = isChromium(stage.browser)
    ? 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
    : 'moz-extension://01234567-89ab-4cde-8f01-23456789abcd';
  // Firefox has drawn the host for this installation: a page cannot know it, and what it opens are these two files.
  const always = ['manifest.json', 'src/content.iife.js'];
  const closed = isChromium(stage.browser) ? [...FILES, ...always] : always;
  await stage.withTab('/watched', async (tab) => {
    await waitForMarks(tab);
    expect(await hover(tab, 'CATL')).toContain('CATL');
    const answers = (address: string) =>
      tab.evaluate(async (wanted: string) => {
        const loads = (element: HTMLElement) =>
          new Promise<string>((resolve) => {
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('failed');
            document.head.append(element);
          });
        const failure = (error: unknown) => String(error).replace(wanted, 'it');
        const script = (type: string) =>
          Object.assign(document.createElement('script'), { type, src: wanted });
        const sheet = document.createElement('link');
        return [
          await fetch(wanted).then(({ status }) => String(status), failure),
          await loads(script('module')),
          await loads(script('text/javascript')),
          await loads(Object.assign(sheet, { rel: 'stylesheet', href: wanted })),
        ];
      }, address);
    // As where no such extension is installed.
    const none = await answers(`${unknown}/${FILES[0]}`);
    expect(none.slice(1)).toEqual(['failed', 'failed', 'failed']);
    for (const file of closed) expect(await answers(`${known}/${file}`)).toEqual(none);
  });
});
