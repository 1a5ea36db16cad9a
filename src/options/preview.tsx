/**
 * The sample text of the live preview. What marks it and opens its popovers is handed in, since it
 * comes from rooms that this one does not know (see options-page.tsx).
 */
import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../settings/schema.ts';
import { t } from '../ui/i18n.ts';

export interface PreviewMention {
  entity: string;
  /** Holds the mention's words and nothing else. */
  element: HTMLElement;
}

/** Starts the preview; resolves with the function that takes the settings when they change. */
export type StartPreview = (
  mentions: readonly PreviewMention[],
  settings: Settings,
  signal: AbortSignal,
) => Promise<(settings: Settings) => void>;

interface PreviewProps {
  settings: Settings;
  start: StartPreview;
}

/** A piece of the sample: `[words|entity]` in the message is a mention. */
type Piece = { words: string; entity: string | null };

function readSample(text: string): Piece[] {
  return text.split(/(\[[^\]|]+\|[^\]]+\])/).flatMap((piece): Piece[] => {
    const [, words, entity] = /^\[([^\]|]+)\|([^\]]+)\]$/.exec(piece) ?? [];
    if (words !== undefined && entity !== undefined) return [{ words, entity }];
    return piece === '' ? [] : [{ words: piece, entity: null }];
  });
}

export function Preview({ settings, start }: PreviewProps) {
  const sample = useRef<HTMLParagraphElement>(null);
  const update = useRef<((settings: Settings) => void) | null>(null);
  const latest = useRef(settings);
  latest.current = settings;
  useEffect(() => {
    const stop = new AbortController();
    const elements = sample.current?.querySelectorAll<HTMLElement>('[data-entity]') ?? [];
    const mentions = [...elements].map((element) => ({
      element,
      entity: element.dataset.entity ?? '',
    }));
    void start(mentions, latest.current, stop.signal).then((draw) => {
      if (stop.signal.aborted) return;
      update.current = draw;
      draw(latest.current);
    });
    return () => stop.abort();
  }, [start]);
  useEffect(() => update.current?.(settings), [settings]);
  return (
    <figure class="preview">
      <figcaption class="hint">{t('options_preview')}</figcaption>
      <p ref={sample} dir="auto">
        {readSample(t('options_preview_text')).map(({ words, entity }) =>
          entity ? (
            <span key={words} data-entity={entity}>
              {words}
            </span>
          ) : (
            words
          ),
        )}
      </p>
    </figure>
  );
}
