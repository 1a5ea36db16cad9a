/** The popover's lower edge: what has just happened, the rest on demand, and whose facts these are. */
import type { EntityCard } from '../packs/card.ts';
import { t, tn } from '../ui/i18n.ts';
import { CheckIcon, ChevronIcon } from '../ui/icons.tsx';
import { dateInWords } from '../ui/source.tsx';
import { leftOut } from './first-look.ts';
import { Button } from './press.tsx';

export type Notice =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'muted'; readonly card: EntityCard }
  | null;

interface NoticeLineProps {
  notice: Notice;
  onUndo: (muted: EntityCard) => void;
}

/** Said politely: a screen reader waits for a pause, and nothing takes the focus. */
export function NoticeLine({ notice, onUndo }: NoticeLineProps) {
  return (
    <div class="notice" role="status">
      {notice?.kind === 'said' && (
        <>
          <CheckIcon />
          <span dir="auto">{notice.text}</span>
        </>
      )}
      {notice?.kind === 'muted' && (
        <>
          <span dir="auto">{t('popover_muted', notice.card.name)}</span>
          <Button class="undo" onPress={() => onUndo(notice.card)}>
            {t('popover_undo')}
          </Button>
        </>
      )}
    </div>
  );
}

interface FootProps {
  card: EntityCard;
  expanded: boolean;
  onExpand: () => void;
}

export function Foot({ card, expanded, onExpand }: FootProps) {
  const hidden = leftOut(card);
  const more = hidden.facts > 0 ? tn('popover_more', hidden.facts) : t('popover_more');
  const asOf = dateInWords(card.pack.asOf);
  return (
    <div class="foot">
      {hidden.anything && (
        <Button class="disclose" aria-expanded={expanded} onPress={onExpand}>
          <span dir="auto">{expanded ? t('popover_less') : more}</span>
          <ChevronIcon size={12} />
        </Button>
      )}
      <p class="pack" title={t('popover_pack_long', card.pack.title, asOf)}>
        <bdi class="pack-title" lang={card.pack.language}>
          {card.pack.title}
        </bdi>
        <span> · {asOf}</span>
      </p>
    </div>
  );
}
