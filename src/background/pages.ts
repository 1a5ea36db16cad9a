/** Gloss's own pages. */
import { browser } from '../browser.ts';

const OPTIONS = 'src/options/options.html';
const WELCOME = 'src/welcome/welcome.html';

/** Opens the options, at a section where one is named. */
export async function openOptions(section?: string): Promise<void> {
  if (section) await browser.tabs.create({ url: `${browser.runtime.getURL(OPTIONS)}#${section}` });
  else await browser.runtime.openOptionsPage();
}

/** Opens the first-run page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
