/** What the popover shows: one card, the way back to those before it, and what is known of it. */
import { useEffect, useState } from 'preact/hooks';
import type { EntityCard } from '../packs/card.ts';
import type { PageMention } from '../page/types.ts';
import { cardInWords } from '../ui/card-copy.ts';
import type { CopyFormat } from '../ui/card-text.ts';
import { t, tn } from '../ui/i18n.ts';
import { CheckIcon, ChevronIcon } from '../ui/icons.tsx';
import { dateInWords, Meta } from '../ui/source.tsx';
import { NOTICE_MS } from './delays.ts';
import { ChartPanel, Facts, Figure, InArticle, Numbers, SinceThen } from './facts.tsx';
import { firstLook, fullLook, leftOut } from './first-look.ts';
import { Actions, Head } from './head.tsx';
import { Button } from './press.tsx';
import { Why } from './why.tsx';

export interface ViewActions {
  fetchCard(id: string): Promise<EntityCard | null>;
  mute(id: string): Promise<void>;
  unmute(id: string): Promise<void>;
  copy(text: string): Promise<boolean>;
  pin(pinned: boolean): void;
  close(): void;
  /** The card on show has changed: the dialog's colour, name and focus follow. */
  turned(card: EntityCard): void;
  nameOf(id: string): string | undefined;
}

interface ViewProps {
  card: EntityCard;
  mention: PageMention;
  pinned: boolean;
  actions: ViewActions;
}

type Notice = { kind: 'said'; text: string } | { kind: 'muted'; card: EntityCard } | null;

function packLine(card: EntityCard): string {
  return t('popover_pack', card.pack.title, dateInWords(card.pack.asOf));
}

/** The cards gone through by chips, the one on show last. */
function useTrail(first: EntityCard, actions: ViewActions) {
  const [trail, setTrail] = useState<readonly EntityCard[]>([first]);
  const turn = (next: readonly EntityCard[]) => {
    setTrail(next);
    actions.turned(next.at(-1) ?? first);
  };
  return {
    card: trail.at(-1) ?? first,
    before: trail.at(-2) ?? null,
    depth: trail.length,
    follow: (card: EntityCard) => turn([...trail, card]),
    back: () => turn(trail.slice(0, -1)),
  };
}

interface RelatedProps {
  entities: EntityCard['related'];
  onFollow: (id: string) => void;
}

function Related({ entities, onFollow }: RelatedProps) {
  if (entities.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('popover_related')}>
      {entities.map((other) => (
        <li key={other.id}>
          <Button class="chip" onPress={() => onFollow(other.id)}>
            <span dir="auto">{other.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function View({ card: first, mention, pinned, actions }: ViewProps) {
  const { card, before, depth, follow, back } = useTrail(first, actions);
  const [expanded, setExpanded] = useState(false);
  const [actionsShown, showActions] = useState(false);
  const [notice, setNotice] = useState<Notice>(null);
  useEffect(() => {
    if (notice?.kind !== 'said') return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const say = (text: string) => setNotice({ kind: 'said', text });
  const followChip = async (id: string) => {
    const asked = depth;
    const next = await actions.fetchCard(id);
    // A slow answer must not replace what the reader has gone on to since.
    if (asked !== depth) return;
    if (!next) return say(t('popover_unavailable', actions.nameOf(id) ?? id));
    setExpanded(false);
    showActions(false);
    setNotice(null);
    follow(next);
  };
  const copy = async (format: CopyFormat) => {
    const copied = await actions.copy(cardInWords(card, format));
    say(copied ? t('popover_copied') : t('popover_copy_failed'));
  };
  const mute = async () => {
    await actions.mute(card.id);
    showActions(false);
    setNotice({ kind: 'muted', card });
  };
  const undo = async (muted: EntityCard) => {
    await actions.unmute(muted.id);
    setNotice(null);
  };

  const look = expanded ? fullLook(card) : firstLook(card);
  const hidden = leftOut(card);
  const more = hidden.facts > 0 ? tn('popover_more', hidden.facts) : t('popover_more');
  return (
    <>
      <Head
        card={card}
        before={before}
        pinned={pinned}
        actionsShown={actionsShown}
        onBack={back}
        onPin={() => actions.pin(!pinned)}
        onActions={() => showActions(!actionsShown)}
        onClose={actions.close}
      />
      {/* Keyed by depth: another card starts at its top. */}
      <div class="body" key={depth} lang={card.pack.language}>
        {actionsShown && <Actions name={card.name} onCopy={copy} onMute={mute} />}
        <p class="summary" id="summary" dir="auto">
          {card.summary}
        </p>
        {card.source && <Meta date={null} sources={[card.source]} />}
        {look.charts.slice(0, 1).map((chart) => (
          <ChartPanel key={chart.title} chart={chart} />
        ))}
        {look.figure && <Figure metric={look.figure} />}
        <Facts facts={look.facts} />
        <SinceThen facts={look.since} />
        {expanded && (
          <>
            {look.charts.slice(1).map((chart) => (
              <ChartPanel key={chart.title} chart={chart} />
            ))}
            <Numbers metrics={look.metrics} />
            <InArticle card={card} />
          </>
        )}
        {depth === 1 && mention.mention.ambiguous && (
          <Why mention={mention} name={card.name} nameOf={actions.nameOf} />
        )}
        <Related entities={look.related} onFollow={followChip} />
      </div>
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
            <Button class="undo" onPress={() => undo(notice.card)}>
              {t('popover_undo')}
            </Button>
          </>
        )}
      </div>
      <div class="foot">
        {hidden.anything && (
          <Button class="disclose" aria-expanded={expanded} onPress={() => setExpanded(!expanded)}>
            <span dir="auto">{expanded ? t('popover_less') : more}</span>
            <ChevronIcon size={12} />
          </Button>
        )}
        <span
          dir="auto"
          title={t('popover_pack_long', card.pack.title, dateInWords(card.pack.asOf))}
        >
          {packLine(card)}
        </span>
      </div>
    </>
  );
}
