/** Switching Gloss on or off for the site of the page. */
import type { Settings } from '../settings/schema.ts';
import { siteSwitched } from '../settings/sites.ts';
import { saveSetting } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';

/**
 * Switches the site of an address on or off, where a rule of its own can do it.
 * @returns what the reader should know of how it went; empty when it went as wished
 */
export async function switchSite(
  settings: Settings,
  url: string | null,
  on: boolean,
): Promise<string> {
  const sites = url === null ? null : siteSwitched(settings, url, on);
  if (sites === null) return t('popup_wider_pattern');
  const saved = await saveSetting('sites', sites);
  if (saved.on === 'sync') return '';
  if (saved.on === 'nowhere') return t('ext_locked');
  return saved.because === 'quota' ? t('ext_saved_here_quota') : t('ext_saved_here_newer');
}
