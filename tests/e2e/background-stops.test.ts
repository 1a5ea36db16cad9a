/**
 * The browser stops the background whenever it likes: before every step of every flow it is gone, and
 * nothing that the reader does may depend on what it remembered.
 */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { openPopup } from '../../scripts/drivers/popup.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import {
  askForNote,
  changeControl,
  chooseFile,
  storedSettings,
  turn,
} from './support/extension.ts';
import { hover, leave, waitForMarks, waitForNoMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { closed, press, says, type } from './support/popover.ts';
import { pressButton, pressRow, SITE_SWITCH, waitForRow, waitForWords } from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const WELCOME = 'src/welcome/welcome.html';
const SI_UNITS = readFileSync(`${ROOT}docs/examples/si-units.json`, 'utf8');
const NOTED = 'had no part in it';

const stage = setStage(ROUTES);
let page: Tab;
/** A page of the extension, about `page` where it asks about the tab before it. */
let own: Tab;

const isMarked = (kind: string) => async () => {
  await page.bringToFront();
  await waitFor(`marks of ${kind}`, () => page.evaluate((name) => CSS.highlights.has(name), kind));
};
const isUnmuted = () =>
  waitFor('nothing to be muted', async () => {
    const { muted } = await storedSettings(own);
    return !Array.isArray(muted) || muted.length === 0;
  });
const isUnmarked = (kind: string) => async () => {
  await page.bringToFront();
  await waitFor(`no marks of ${kind}`, () =>
    page.evaluate((name) => !CSS.highlights.has(name), kind),
  );
};
async function shows(words: string, at: string): Promise<void> {
  await page.bringToFront();
  await waitFor(`"${words}" at "${at}"`, async () => {
    const text = await hover(page, at);
    await leave(page);
    return text.includes(words);
  });
}

/** What is done, and how it is seen that it was: the background is stopped between steps, not in one. */
type Step = () => Promise<unknown>;

interface Flow {
  readonly name: string;
  readonly path: string;
  openOwn(): Promise<Tab>;
  readonly steps: readonly Step[];
}

/** One after the other. */
const both =
  (first: Step, second: Step): Step =>
  () =>
    first().then(second);
const options = () => stage.browser.openExtensionPage(OPTIONS);
const unmarked = () => page.bringToFront().then(() => waitForNoMarks(page));
const turnGloss = (on: boolean) => () => turn(own, '[data-setting=enabled] [role=switch]', on);

const FLOWS: readonly Flow[] = [
  {
    name: 'a note is written, changed and deleted',
    path: '/units',
    openOwn: options,
    steps: [
      async () => {
        await askForNote(own, NOTED);
        await page.bringToFront();
        await says(page, 'Words to mark');
      },
      () => type(page, 'So they say.'),
      both(() => press(page, 'Save'), isMarked('gloss-topic')),
      both(
        () => hover(page, NOTED),
        () => press(page, 'Actions'),
      ),
      both(
        () => press(page, 'Edit'),
        () => says(page, 'Edit the note'),
      ),
      () => type(page, 'Indeed. '),
      both(
        () => press(page, 'Save'),
        () => shows('Indeed.', NOTED),
      ),
      both(() => pressButton(own, 'Delete'), isUnmarked('gloss-topic')),
    ],
  },
  {
    name: 'a pack is added, read, removed, brought back and removed',
    path: '/units',
    openOwn: options,
    steps: [
      async () => {
        await chooseFile(own, '.pack-import input[type=file]', 'si-units.json', SI_UNITS);
        await waitForWords(own, 'What popovers will show');
      },
      both(() => pressButton(own, 'Add this pack'), isMarked('gloss-topic')),
      () => shows('Planck constant', 'kilogram'),
      both(() => pressButton(own, 'Remove'), isUnmarked('gloss-topic')),
      both(() => pressButton(own, 'Undo'), isMarked('gloss-topic')),
      both(() => pressButton(own, 'Remove'), isUnmarked('gloss-topic')),
    ],
  },
  {
    name: 'settings are changed',
    path: '/news',
    openOwn: options,
    steps: [
      both(
        () => changeControl(own, '[data-setting=markStyle] input[value=solid]'),
        isMarked('gloss-solid-organization'),
      ),
      both(turnGloss(false), unmarked),
      both(turnGloss(true), isMarked('gloss-solid-organization')),
    ],
  },
  {
    name: 'a name is muted in its popover and the muting is taken back',
    path: '/news',
    openOwn: options,
    steps: [
      both(
        () => page.bringToFront(),
        () => hover(page, 'CATL'),
      ),
      () => press(page, 'Actions'),
      both(
        () => press(page, 'Never mark CATL'),
        () => says(page, 'will not be marked'),
      ),
      // Another organisation is marked all the while: what is stored tells that it has been done.
      both(() => press(page, 'Undo'), isUnmuted),
      both(
        () => page.press('Escape'),
        () => leave(page),
      ),
      () => shows('Contemporary Amperex Technology', 'CATL'),
    ],
  },
  {
    name: 'the popup jumps, switches the site off and on, and pauses',
    path: '/thrice',
    openOwn: async () => {
      const popup = await openPopup(stage.browser);
      await page.bringToFront();
      await waitForRow(popup, 'catl');
      return popup;
    },
    steps: [
      both(
        () => pressRow(own, 'catl'),
        () => waitForWords(own, 'mention 1 of 3'),
      ),
      both(
        () => pressRow(own, 'catl'),
        () => waitForWords(own, 'mention 2 of 3'),
      ),
      both(() => turn(own, SITE_SWITCH, false), unmarked),
      both(() => pressButton(own, 'Switch on for this site'), isMarked('gloss-organization')),
      () => pressButton(own, 'Pause'),
      both(() => pressButton(own, 'Pause for an hour'), unmarked),
      both(() => pressButton(own, 'Go on now'), isMarked('gloss-organization')),
    ],
  },
];

beforeEach(() => stage.reset());

describe('while the background is stopped again and again', () => {
  it('the first-run page explains itself', async () => {
    await stage.browser.stopBackground();
    await stage.withOwn(WELCOME, async (welcome) => {
      await waitForMarks(welcome);
      await stage.browser.stopBackground();
      expect(await hover(welcome, 'Sunnylands Statement')).toContain('Sunnylands');
      await stage.browser.stopBackground();
      await leave(welcome);
      expect(await hover(welcome, 'CATL')).toContain('CATL');
    });
  });

  it.each(FLOWS)('$name', ({ path, openOwn, steps }) =>
    stage.withTab(path, async (tab) => {
      page = tab;
      await waitForMarks(page);
      own = await openOwn();
      try {
        for (const step of steps) {
          await stage.browser.stopBackground();
          await step();
        }
        await stage.browser.stopBackground();
        await page.bringToFront();
        await page.press('Escape');
        await closed(page);
      } finally {
        await own.close();
      }
    }),
  );
});
