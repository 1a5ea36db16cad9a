/** The settings on the options page: as they stand, how to change them, how to take that back. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { onPolicyChanged } from '../settings/managed.ts';
import type { Policy } from '../settings/policy.ts';
import { SETTING_KEYS, type Settings } from '../settings/schema.ts';
import { changeSettings, onSettingsChanged, type Saved } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';

/** A change of settings: their values before and after. */
interface Change {
  from: Partial<Settings>;
  to: Partial<Settings>;
}

/** What was just done, said at the foot of the page. */
interface Done {
  words: string;
  /** What would take it back; null where there is nothing to take back. */
  undo: (() => void | Promise<void>) | null;
}

export interface Options {
  settings: Settings;
  /** What an organisation has set. */
  policy: Policy;
  /** Saves settings at once, and says so in `words`. */
  change(values: Partial<Settings>, words: string): void;
  done: Done | null;
  /** Takes back what was said to be done. */
  undo(): void;
  /** Says something that was done elsewhere than in the settings, and how to take it back. */
  say(words: string, undo?: () => void | Promise<void>): void;
  /** Takes away what is said. */
  hush(): void;
}

/** What was done, and where it is kept when that is not in sync. */
export function savedInWords(words: string, saved: Saved): string {
  if (saved.on === 'sync') return words;
  if (saved.on === 'nowhere') return t('ext_locked');
  const why = saved.because === 'quota' ? t('ext_saved_here_quota') : t('ext_saved_here_newer');
  return `${words} ${why}`;
}

export function useOptions(initial: Settings, initialPolicy: Policy): Options {
  const [settings, setSettings] = useState(initial);
  const [policy, setPolicy] = useState(initialPolicy);
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    onSettingsChanged(setSettings, stop.signal);
    onPolicyChanged(setPolicy, stop.signal);
    return () => stop.abort();
  }, []);

  const save = useCallback(async ({ from, to }: Change, words: string, undo: Done['undo']) => {
    // The form shows the new value at once; storage tells the rest of Gloss.
    setSettings((now) => ({ ...now, ...to }));
    try {
      const saved = await changeSettings(from, to);
      const isLocked = saved.on === 'nowhere';
      if (isLocked) setSettings((now) => ({ ...now, ...from }));
      setDone({ words: savedInWords(words, saved), undo: isLocked ? null : undo });
    } catch {
      setSettings((now) => ({ ...now, ...from }));
      setDone({ words: t('options_not_saved'), undo: null });
    }
  }, []);
  return {
    settings,
    policy,
    done,
    change(to, words) {
      const changed = SETTING_KEYS.filter((key) => key in to);
      const from = Object.fromEntries(changed.map((key) => [key, settings[key]]));
      const back = () => void save({ from: to, to: from }, t('options_undone'), null);
      void save({ from, to }, words, back);
    },
    undo: () => void done?.undo?.(),
    say: (words, undo) => setDone({ words, undo: undo ?? null }),
    hush: () => setDone(null),
  };
}
