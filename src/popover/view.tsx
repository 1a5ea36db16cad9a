/** What the popover shows: one card, the way back to those before it, and what is known of it. */
import { useEffect, useState } from 'preact/hooks';
import { NOTICE_MS } from '../opening/delays.ts';
import type { EntityCard } from '../packs/card.ts';
import type { PageMention } from '../page/types.ts';
import { cardInWords } from '../ui/card-copy.ts';
import type { CopyFormat } from '../ui/card-text.ts';
import { t } from '../ui/i18n.ts';
import { Meta } from '../ui/source.tsx';
import { ChartPanel, Facts, Figure, InArticle, Numbers, SinceThen } from './facts.tsx';
import { firstLook, fullLook } from './first-look.ts';
import { Foot, type Notice, NoticeLine } from './foot.tsx';
import { Actions, Head } from './head.tsx';
import { Button } from './press.tsx';
import { Why } from './why.tsx';

export interface ViewActions {
  fetchCard(id: string): Promise<EntityCard | null>;
  mute(id: string): Promise<boolean>;
  unmute(id: string): Promise<void>;
  copy(text: string): Promise<boolean>;
  /** Shows the entity in the toolbar popup's list; null where there is no such list. */
  openList: ((id: string) => Promise<boolean>) | null;
  pin(pinned: boolean): void;
  close(): void;
  /** The card on show has changed: the dialog's colour, name and focus follow. */
  turned(card: EntityCard): void;
  nameOf(id: string): string | undefined;
  /** Changes or deletes a note; null for a card that is none. */
  editNote(card: EntityCard): (() => void) | null;
  deleteNote(card: EntityCard): (() => void) | null;
}

interface ViewProps {
  card: EntityCard;
  mention: PageMention;
  pinned: boolean;
  actions: ViewActions;
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
  const { openList } = actions;
  const toList = async () => {
    if (openList && (await openList(card.id))) actions.close();
    else say(t('popover_list_failed'));
  };
  const mute = async () => {
    const muted = await actions.mute(card.id);
    showActions(false);
    if (muted) setNotice({ kind: 'muted', card });
    else say(t('ext_locked'));
  };
  const undo = async (muted: EntityCard) => {
    await actions.unmute(muted.id);
    setNotice(null);
  };

  const look = expanded ? fullLook(card) : firstLook(card);
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
        {actionsShown && (
          <Actions
            name={card.name}
            onCopy={copy}
            onList={openList && depth === 1 ? toList : null}
            onMute={mute}
            onEdit={actions.editNote(card)}
            onDelete={actions.deleteNote(card)}
          />
        )}
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
      <NoticeLine notice={notice} onUndo={undo} />
      <Foot card={card} expanded={expanded} onExpand={() => setExpanded(!expanded)} />
    </>
  );
}
