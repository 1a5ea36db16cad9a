/**
 * What an organisation sets for its users, by a real policy file: locked and preset settings, sites
 * and packs; and that they go with the policy. In Chromium only as root, who alone may write the file.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { BROWSER, launch } from './support/browser.ts';
import { changeControl, reloadExtension, storedSettings } from './support/extension.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { canSetPolicy, type PolicyFile, policyFile } from './support/policy.ts';
import { says as popoverSays, press } from './support/popover.ts';
import {
  listed,
  pressButton,
  SITE_SWITCH,
  waitForRow,
  waitForWords,
  withPopup,
} from './support/popup.ts';
import { OPTIONS } from './support/stage.ts';

/** What is said of everything that a policy has locked. */
const LOCKED = 'Set by your organisation.';
const SI_UNITS = readFileSync(`${ROOT}docs/examples/si-units.json`, 'utf8');

describe.runIf(canSetPolicy)('a policy', () => {
  let browser: Driver;
  let server: Server;
  let policy: PolicyFile;
  let page: Tab;
  let options: Tab;

  beforeAll(async () => {
    server = await serve(`${ROOT}docs/demo`, ROUTES);
    policy = policyFile();
    policy.write({
      enabled: { locked: true },
      muted: { locked: [] },
      theme: { locked: 'dark' },
      markStyle: { default: 'solid' },
      sites: { locked: ['*://intranet.example/*'] },
      // No value of the setting: falls out by itself.
      opening: { locked: 'by magic' },
      packs: [SI_UNITS, '{ "id": "broken" }'],
    });
    browser = await launch(policy.launchOptions);
    page = await browser.open(`${server.origin}/units`);
    options = await browser.openExtensionPage(OPTIONS);
  });

  afterAll(async () => {
    await browser?.close();
    policy?.remove();
    await server?.close();
  });

  const says = (words: string) =>
    waitFor(`"${words}" in the options`, () =>
      options.evaluate((wanted: string) => document.body.textContent.includes(wanted), words),
    );
  /** The checked value of a choice, and whether it can be changed. */
  const choice = (setting: string) =>
    options.evaluate((name: string) => {
      const chosen = document.querySelector<HTMLInputElement>(
        `[data-setting=${name}] input:checked`,
      );
      return chosen && { value: chosen.value, locked: chosen.matches(':disabled') };
    }, setting);

  it('locks settings, and the options say so', async () => {
    await says('Your organisation has set some of these settings.');
    await waitFor('the dark theme', async () => (await choice('theme'))?.value === 'dark');
    expect(await choice('theme')).toEqual({ value: 'dark', locked: true });
    const text = await options.evaluate(
      () => document.querySelector('[data-setting=theme] .managed')?.textContent,
    );
    expect(text).toBe('Set by your organisation.');
    const sites = await options.evaluate(() => {
      const setting = document.querySelector('[data-setting=sites]');
      return [
        setting?.querySelector('code')?.textContent,
        setting?.querySelector('input')?.disabled,
        setting?.querySelector<HTMLButtonElement>('.entry button')?.disabled,
      ];
    });
    expect(sites).toEqual(['*://intranet.example/*', true, true]);
    expect(await choice('opening')).toEqual({ value: 'hover', locked: false });
  });

  it('presets a setting, which stays the reader’s to change', async () => {
    await says('Your organisation’s default: a solid underline');
    expect(await choice('markStyle')).toEqual({ value: 'solid', locked: false });
    await changeControl(options, '[data-setting=markStyle] input[value=dotted]');
    await waitFor('the choice in storage', async () => {
      return (await storedSettings(options)).markStyle === 'dotted';
    });
    expect(await storedSettings(options)).toEqual({ markStyle: 'dotted' });
  });

  it('brings packs, which are marked and cannot be removed, and names what is none', async () => {
    await page.bringToFront();
    await waitForMarks(page);
    expect(await hover(page, 'kilogram')).toContain('Planck constant');
    await leave(page);
    await options.bringToFront();
    await says('packs[1]');
    const buttons = await waitFor('the pack in the list', () =>
      options.evaluate(() => {
        const row = document.querySelector('[data-pack=si-units]');
        const all = row && [...row.querySelectorAll('.buttons > button')];
        return all?.map((button) => button.textContent);
      }),
    );
    expect(buttons).toEqual(['Save as a file']);
  });

  it('shows and denies in the popover what it has locked', async () => {
    await page.bringToFront();
    await hover(page, 'CATL');
    const scheme = await page.inPopover(function () {
      const panel = this.querySelector('[role=dialog]');
      return panel && getComputedStyle(panel).colorScheme;
    });
    expect(scheme).toContain('dark');
    await press(page, 'Actions');
    await press(page, 'Never mark CATL');
    await popoverSays(page, LOCKED);
    await page.press('Escape');
    await leave(page);
    expect(await hover(page, 'CATL')).toContain('CATL');
    await leave(page);
    expect(await storedSettings(options)).not.toHaveProperty('muted');
  });

  it('shows and denies in the popup what it has locked', async () => {
    const fresh = await browser.open(`${server.origin}/units`);
    await withPopup(browser, fresh, async (_, popup) => {
      await waitForRow(popup, 'catl');
      // What is locked is known a little later than what is on the page.
      await waitFor('the switch to be locked', () =>
        popup.evaluate((selector: string) => {
          const found = document.querySelector<HTMLInputElement>(selector);
          return found?.disabled;
        }, SITE_SWITCH),
      );
      await waitForWords(popup, LOCKED);
      await pressButton(popup, 'Pause');
      const choices = await popup.evaluate(() =>
        [...document.querySelectorAll('.menu:not([hidden]) button')].map(
          (button) => button.textContent,
        ),
      );
      expect(choices).toEqual(['Pause for an hour']);
      await pressButton(popup, 'All about CATL');
      await pressButton(popup, 'Never mark CATL');
      await waitFor('the answer', () =>
        popup.evaluate(
          (words: string) => document.querySelector('.notice')?.textContent === words,
          LOCKED,
        ),
      );
      expect((await listed(popup)).map(({ id }) => id)).toContain('catl');
    });
    expect(await storedSettings(options)).not.toHaveProperty('muted');
  });

  it('takes all of it along when it changes', async () => {
    policy.write({ theme: { default: 'light' } });
    // Chromium tells of it; Firefox reads the policy anew when the extension is started.
    if (BROWSER === 'firefox') await reloadExtension(options, page);
    options = await browser.openExtensionPage(OPTIONS);
    await waitFor('the theme to be free', async () => {
      const theme = await choice('theme');
      return theme?.value === 'light' && !theme.locked;
    });
    await waitFor('the pack to go', () =>
      options.evaluate(
        () =>
          document.querySelector('[data-pack]') !== null &&
          document.querySelector('[data-pack=si-units]') === null,
      ),
    );
    expect((await choice('markStyle'))?.value).toBe('dotted');
  });
});
