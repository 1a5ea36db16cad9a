/** Jumping to an entity's mentions: the first, then at each further call the next. */
import { useRef } from 'preact/hooks';
import type { TabEntity } from '../messaging/messages.ts';
import { sendToFrame } from '../messaging/messaging.ts';
import { formatNumber } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import type { ShownTab } from './tab.ts';
import { mentionAt } from './view.ts';

export type Jump = (entity: TabEntity) => void;

/** @param say Told where the jump went, or that the mention has gone. */
export function useJump(tab: ShownTab, say: (text: string) => void): Jump {
  /** How often each entity was jumped to. */
  const turns = useRef(new Map<string, number>());
  return async (entity) => {
    const turn = turns.current.get(entity.id) ?? 0;
    const place = mentionAt(entity, turn);
    if (tab.id === null || !place) return;
    turns.current.set(entity.id, turn + 1);
    const { frameId, index } = place;
    const { done } = await sendToFrame(tab.id, frameId, 'frame.jump', {
      entity: entity.id,
      index,
    }).catch(() => ({ done: false }));
    const number = (value: number) => formatNumber(value, uiLocale());
    say(
      done
        ? t('popup_jumped', entity.name, number((turn % entity.count) + 1), number(entity.count))
        : t('popup_jump_gone', entity.name),
    );
    // A popup that fills the screen would hide where the reader wants to be.
    if (done && tab.inFront) window.close();
  };
}
