/**
 * The sample text of the live preview. What marks it and opens its popovers is handed in, since it
 * comes from rooms that this one does not know (see options-page.tsx).
 */
import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../settings/schema.ts';
import { t } from '../ui/i18n.ts';
import { optionLabel } from './words.ts';

/** Marks a sample text until the signal aborts; answers with what takes changed settings. */
export type StartPreview = (
  root: HTMLElement,
  settings: Settings,
  signal: AbortSignal,
) => (settings: Settings) => void;

interface PreviewProps {
  settings: Settings;
  start: StartPreview;
}

export function Preview({ settings, start }: PreviewProps) {
  const sample = useRef<HTMLDivElement>(null);
  const draw = useRef<((settings: Settings) => void) | null>(null);
  const latest = useRef(settings);
  latest.current = settings;
  useEffect(() => {
    const stop = new AbortController();
    if (sample.current) draw.current = start(sample.current, latest.current, stop.signal);
    return () => stop.abort();
  }, [start]);
  useEffect(() => draw.current?.(settings), [settings]);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <p class="hint" role="status">
        <strong id="preview-title">{t('options_preview')}</strong> {state(settings)}
      </p>
      <div ref={sample} class="sample" lang={t('ui_locale')}>
        <div>
          <h2>{t('options_preview_law_title')}</h2>
          <p>{t('options_preview_law')}</p>
        </div>
        <div>
          <h2>{t('options_preview_names_title')}</h2>
          <p>{t('options_preview_names')}</p>
        </div>
      </div>
    </section>
  );
}

/** How to see something in it, as the settings stand. */
function state({ enabled, markStyle, modifierKey }: Settings): string {
  if (!enabled) return t('options_preview_off');
  if (markStyle !== 'modifier') return t('options_preview_hint');
  return t('options_preview_hold', optionLabel('modifierKey', modifierKey));
}
