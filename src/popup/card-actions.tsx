/** What can be done with one entity's card: the same as in its popover. */
import { send } from '../messaging/messaging.ts';
import type { EntityCard } from '../packs/card.ts';
import { cardInWords } from '../ui/card-copy.ts';
import { t } from '../ui/i18n.ts';
import { CopyIcon, MuteIcon } from '../ui/icons.tsx';

interface CardActionsProps {
  card: EntityCard;
  /** The reader never wants it marked. */
  muted: boolean;
  onNotice: (text: string) => void;
}

export function CardActions({ card, muted, onNotice }: CardActionsProps) {
  const copy = async () => {
    const copied = await navigator.clipboard
      .writeText(cardInWords(card, 'text'))
      .then(() => true)
      .catch(() => false);
    onNotice(copied ? t('popover_copied') : t('popover_copy_failed'));
  };
  const mute = async () => {
    const { done } = await send('background.mute', { id: card.id, muted: !muted });
    if (!done) onNotice(t('ext_locked'));
    else onNotice(muted ? '' : t('popover_muted', card.name));
  };
  return (
    <div class="card-actions">
      <button type="button" class="foot-button" onClick={copy}>
        <CopyIcon />
        {t('popover_copy_text')}
      </button>
      <button type="button" class="foot-button" onClick={mute}>
        <MuteIcon />
        <span dir="auto">
          {muted ? t('popup_unmute', card.name) : t('popover_mute', card.name)}
        </span>
      </button>
    </div>
  );
}
