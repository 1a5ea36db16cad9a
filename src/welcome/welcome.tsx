/** The first-run page: what Gloss does, a text to try it on, and what it never does. One screen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { t } from '../ui/i18n.ts';

interface WelcomeProps {
  /** Marks the demo text as pages are marked. */
  startDemo: (root: HTMLElement) => void;
}

export function Welcome({ startDemo }: WelcomeProps) {
  return (
    <div class="welcome">
      <header>
        <img src="/icons/icon.svg" alt="" width="44" height="44" />
        <h1>{t('welcome_heading')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <main>
        <Demo start={startDemo} />
        <div class="sides">
          <section aria-labelledby="does">
            <h2 id="does">{t('welcome_does')}</h2>
            <ul class="promises">
              <li>{t('welcome_does_facts')}</li>
              <li>{t('welcome_does_toolbar')}</li>
              <li>{t('welcome_does_open_tabs')}</li>
            </ul>
          </section>
          <section aria-labelledby="never">
            <h2 id="never">{t('welcome_never')}</h2>
            <ul class="promises">
              <li>{t('welcome_never_network')}</li>
              <li>{t('welcome_never_page')}</li>
              <li>{t('welcome_never_unsourced')}</li>
            </ul>
          </section>
          <p>
            <button
              type="button"
              class="button"
              onClick={() => void browser.runtime.openOptionsPage()}
            >
              {t('welcome_options')}
            </button>
          </p>
        </div>
      </main>
    </div>
  );
}

function Demo({ start }: { start: WelcomeProps['startDemo'] }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text.current) start(text.current);
  }, [start]);
  const key = useKey('next-mention');
  return (
    <section class="demo" aria-labelledby="try">
      <h2 id="try">{t('welcome_try')}</h2>
      <p class="hint">
        {t('welcome_try_pointer')} {key && t('welcome_try_keys', key)}
      </p>
      <div ref={text} class="text" lang={t('ui_locale')}>
        <p>{t('welcome_demo_law')}</p>
        <p>{t('welcome_demo_talks')}</p>
      </div>
    </section>
  );
}

/** The key of a command as the browser names it; null where there is none, as on phones. */
function useKey(command: string): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    void browser.commands
      ?.getAll()
      .then((all) => setKey(all.find(({ name }) => name === command)?.shortcut || null));
  }, [command]);
  return key;
}
