/** The settings on the options page: as they stand, how to change them, how to take that back. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { SETTING_KEYS, type Settings } from '../settings/schema.ts';
import { onSettingsChanged, type Saved, saveSettings } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';

/** What was just done, said at the foot of the page. */
interface Done {
  words: string;
  /** The values before, to be put back; null where there is nothing to take back. */
  before: Partial<Settings> | null;
}

export interface Options {
  settings: Settings;
  /** Saves settings at once, and says so in `words`. */
  change(values: Partial<Settings>, words: string): void;
  done: Done | null;
  undo(): void;
  /** Says something that changes no setting. */
  say(words: string): void;
}

function inWords(words: string, saved: Saved): string {
  if (saved.on === 'sync') return words;
  const why = saved.because === 'quota' ? t('ext_saved_here_quota') : t('ext_saved_here_newer');
  return `${words} ${why}`;
}

export function useOptions(initial: Settings): Options {
  const [settings, setSettings] = useState(initial);
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    onSettingsChanged(setSettings, stop.signal);
    return () => stop.abort();
  }, []);

  const save = useCallback(
    async (values: Partial<Settings>, words: string, before: Partial<Settings> | null) => {
      // The form shows the new value at once; storage tells the rest of Gloss.
      setSettings((now) => ({ ...now, ...values }));
      try {
        setDone({ words: inWords(words, await saveSettings(values)), before });
      } catch {
        setSettings((now) => ({ ...now, ...before }));
        setDone({ words: t('options_not_saved'), before: null });
      }
    },
    [],
  );
  return {
    settings,
    done,
    change(values, words) {
      const before = Object.fromEntries(
        SETTING_KEYS.filter((key) => key in values).map((key) => [key, settings[key]]),
      );
      void save(values, words, before);
    },
    undo() {
      if (done?.before) void save(done.before, t('options_undone'), null);
    },
    say: (words) => setDone({ words, before: null }),
  };
}
