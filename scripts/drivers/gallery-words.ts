/** The language of a gallery's page: `lang=zh_CN` in its address, else English; `scene=rtl` turns it round. */
import { fakeUi, speak } from '../../tests/fixtures/extension.ts';

/** To be awaited before anything is drawn. */
export async function setWords(query: URLSearchParams): Promise<void> {
  if (query.getAll('scene').includes('rtl')) fakeUi.direction = 'rtl';
  const locale = query.get('lang');
  if (!locale) return;
  const words = await fetch(`/_locales/${locale}/messages.json`);
  speak(locale.replace('_', '-'), await words.json());
}
