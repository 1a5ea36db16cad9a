/** Which keys do what. The browser owns them; this says what they are and where to change them. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { t } from '../ui/i18n.ts';

interface Key {
  name: string;
  description: string;
  /** Empty where the reader or another extension has taken it. */
  shortcut: string;
}

/** Chrome has its page for shortcuts at an address; Firefox has it in a menu, and a call to open it. */
const CHROME_PAGE = 'chrome://extensions/shortcuts';

interface FirefoxCommands {
  openShortcutSettings?: () => Promise<void>;
}

export function Keyboard() {
  const [keys, setKeys] = useState<readonly Key[]>([]);
  useEffect(() => {
    // Firefox for Android has no shortcuts.
    void browser.commands?.getAll().then((all) =>
      setKeys(
        all.flatMap(({ name, description, shortcut }) =>
          // Chrome lists the click on the toolbar button too, without words of ours.
          name && description ? [{ name, description, shortcut: shortcut ?? '' }] : [],
        ),
      ),
    );
  }, []);
  const open = async () => {
    const commands: FirefoxCommands | undefined = browser.commands;
    if (commands?.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: CHROME_PAGE });
  };
  return (
    <div class="setting">
      {keys.length > 0 && (
        <>
          <p class="hint">{t('options_keyboard_hint')}</p>
          <dl class="keys">
            {keys.map(({ name, description, shortcut }) => (
              <div key={name}>
                <dt>{description}</dt>
                <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('options_key_none')}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="button" onClick={open}>
            {t('options_keyboard_change')}
          </button>
        </>
      )}
      <p class="hint">{t('options_keyboard_inside')}</p>
    </div>
  );
}
