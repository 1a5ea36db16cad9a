/** One entity in the popup's list: a way to its mention, and its whole card in place. */
import { useEffect, useRef } from 'preact/hooks';
import type { ListedEntity, TabEntity } from '../messaging/messages.ts';
import type { EntityCard } from '../packs/card.ts';
import { formatNumber } from '../ui/format.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { ChevronIcon } from '../ui/icons.tsx';
import { Details } from './details.tsx';

interface RowProps {
  entity: TabEntity | ListedEntity;
  /** Missing until it is loaded. */
  card: EntityCard | undefined;
  expanded: boolean;
  /** Text of the fact to show when expanded; empty for the card's start. */
  target: string | null;
  onToggle: () => void;
  /** The reader never wants it marked. */
  muted: boolean;
  /** Null for what is not on the page: there is nowhere to jump to. */
  onJump: (() => void) | null;
  onFollow: (id: string) => void;
  onNotice: (text: string) => void;
  isOnPage: (id: string) => boolean;
}

export function Row(props: RowProps) {
  const { entity, card, expanded, target, muted, onToggle, onJump } = props;
  const row = useRef<HTMLLIElement>(null);
  const detailsId = `card-${entity.id}`;
  const open = expanded && card !== undefined;

  useEffect(() => {
    if (!open || target === null) return;
    const facts = [...(row.current?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])];
    const fact = facts.find((element) => element.dataset.fact === target);
    const place = fact ?? row.current?.querySelector<HTMLElement>('button');
    place?.scrollIntoView({ block: fact ? 'center' : 'start' });
    place?.focus({ preventScroll: true });
  }, [open, target]);

  return (
    <li class="row" data-kind={entity.type} data-entity={entity.id} ref={row}>
      <div class="row-line">
        <button
          type="button"
          class="row-main"
          onClick={onJump ?? onToggle}
          {...(onJump ? {} : { 'aria-expanded': expanded, 'aria-controls': detailsId })}
        >
          <b dir="auto">{entity.name}</b>
          {muted && <span class="row-note">{t('popup_muted')}</span>}
          <small dir="auto">{entity.summary}</small>
          {onJump && <span class="quiet">{t('popup_jump_hint')}</span>}
        </button>
        {'count' in entity && (
          <span class="count">
            <span aria-hidden="true">{formatNumber(entity.count, uiLocale())}</span>
            <span class="quiet">{tn('popup_mentions', entity.count)}</span>
          </span>
        )}
        <button
          type="button"
          class="row-more"
          aria-expanded={expanded}
          aria-controls={detailsId}
          aria-label={t('popup_details', entity.name)}
          title={t('popup_details', entity.name)}
          onClick={onToggle}
        >
          <ChevronIcon />
        </button>
      </div>
      <div id={detailsId} hidden={!open}>
        {open && (
          <Details
            card={card}
            muted={muted}
            onFollow={props.onFollow}
            onNotice={props.onNotice}
            isOnPage={props.isOnPage}
          />
        )}
      </div>
    </li>
  );
}
