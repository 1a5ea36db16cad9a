/** The page's entities by kind, the search over them and over all packs, and the timeline. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedEntity, TabEntity } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import type { EntityType } from '../packs/kinds.ts';
import { find } from '../ui/find.ts';
import { t, tn } from '../ui/i18n.ts';
import { walkRows } from './arrow-keys.ts';
import { Filter } from './filter.tsx';
import { Numbers } from './numbers.tsx';
import { Row } from './row.tsx';
import { TimelineRoom } from './timeline-room.tsx';
import type { Jump } from './use-jump.ts';
import { useCards } from './use-page.ts';
import { groupByKind } from './view.ts';

/** More than these nobody reads; a narrower search finds them. */
const MOST_FOUND = 30;
/** As many rows as any popup shows before it is scrolled, and some: the others come a frame later. */
const FIRST_ROWS = 10;

interface EntitiesProps {
  entities: readonly TabEntity[];
  scanning: boolean;
  /** YYYY-MM-DD where the page says when it was published. */
  published: string | null;
  /** Ids of entities that the reader never wants marked. */
  muted: readonly string[];
  /** The entity whose row is open at first. */
  listed: string | null;
  jump: Jump;
  onNotice: (text: string) => void;
}

/** A fact that something else points at: its row opens and shows it. */
export interface FactTarget {
  entityId: string;
  factText: string;
}

export function Entities(props: EntitiesProps) {
  const { entities, scanning, published, muted, listed, jump, onNotice } = props;
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EntityType | null>(null);
  const [expanded, setExpanded] = useState(listed);
  const [target, setTarget] = useState<FactTarget | null>(
    listed === null ? null : { entityId: listed, factText: '' },
  );
  const elsewhere = useFoundElsewhere(query, entities);
  const isDrawn = useDrawn();
  const cards = useCards([...entities.map(({ id }) => id), ...(expanded ? [expanded] : [])]);

  const groups = groupByKind(entities);
  // A kind that has left the page holds nothing back.
  const only = groups.some(({ type }) => type === kind) ? kind : null;
  const isShown = ({ type }: { type: EntityType }) => only === null || type === only;
  const shown = find(entities.filter(isShown), query, ({ id, name, summary }) => ({
    names: [name, cards.get(id)?.fullName ?? ''],
    text: summary,
  }));
  const onPage = entities.flatMap(({ id }) => cards.get(id) ?? []);
  const toggle = (id: string) => {
    setTarget(null);
    setExpanded((now) => (now === id ? null : id));
  };
  const goTo = (to: FactTarget) => {
    setQuery('');
    setKind(null);
    setExpanded(to.entityId);
    setTarget(to);
  };
  const row = (entity: TabEntity | ListedEntity) => (
    <Row
      key={entity.id}
      entity={entity}
      card={cards.get(entity.id)}
      expanded={expanded === entity.id}
      target={target?.entityId === entity.id ? target.factText : null}
      onToggle={() => toggle(entity.id)}
      muted={muted.includes(entity.id)}
      onJump={'count' in entity ? () => jump(entity) : null}
      onNotice={onNotice}
      onFollow={(id) => goTo({ entityId: id, factText: '' })}
      isOnPage={(id) => entities.some((other) => other.id === id)}
    />
  );

  return (
    // Nothing of its own to focus: keys come up from the rows.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div onKeyDown={walkRows}>
      {query === '' && entities.length > 0 && (
        <>
          <TimelineRoom cards={onPage} published={published} only={only} onGoTo={goTo} />
          <Numbers cards={onPage} />
        </>
      )}
      <search class="find">
        <input
          class="field"
          type="search"
          value={query}
          placeholder={entities.length > 0 ? t('popup_search') : t('popup_search_packs')}
          aria-label={entities.length > 0 ? t('popup_search') : t('popup_search_packs')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Filter
          counts={groups.map(({ type, entities: all }) => ({ type, count: all.length }))}
          only={only}
          onChange={setKind}
        />
      </search>
      {scanning && (
        <p class="scanning" role="status">
          {t('popup_scanning')}
        </p>
      )}
      {query === '' ? (
        groupByKind(shown, isDrawn || listed !== null ? shown.length : FIRST_ROWS).map((group) => (
          <Kind key={group.type} type={group.type}>
            {group.entities.map(row)}
          </Kind>
        ))
      ) : (
        <Found
          onPage={shown}
          elsewhere={elsewhere.filter(isShown)}
          row={row}
          onWiden={only && (() => setKind(null))}
        />
      )}
    </div>
  );
}

function Kind({ type, children }: { type: EntityType; children: preact.ComponentChildren }) {
  return (
    <section data-kind={type} aria-labelledby={`kind-${type}`}>
      <h2 class="kind" id={`kind-${type}`}>
        {t(`kinds_${type}`)}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface FoundProps {
  onPage: readonly TabEntity[];
  elsewhere: readonly ListedEntity[];
  row: (entity: TabEntity | ListedEntity) => preact.JSX.Element;
  /** Where only one kind is looked through: looks through all. */
  onWiden: (() => void) | null;
}

function Found({ onPage, elsewhere, row, onWiden }: FoundProps) {
  const count = onPage.length + elsewhere.length;
  return (
    <>
      <p class="quiet" role="status">
        {tn('popup_found', count)}
      </p>
      {onPage.length > 0 && (
        <section aria-labelledby="found-here">
          <h2 class="kind" id="found-here">
            {t('popup_on_this_page')}
          </h2>
          <ul>{onPage.map(row)}</ul>
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="found-elsewhere">
          <h2 class="kind" id="found-elsewhere">
            {t('popup_in_packs')}
          </h2>
          <ul>{elsewhere.map(row)}</ul>
        </section>
      )}
      {count === 0 && (
        <p class="state-text found-nothing">
          {onWiden ? t('popup_found_nothing_kind') : t('popup_found_nothing')}{' '}
          {onWiden && (
            <button type="button" class="link" onClick={onWiden}>
              {t('popup_all_kinds')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Whether a first frame has been drawn. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return drawn;
}

/** What the packs have for a query beside what is on the page. */
function useFoundElsewhere(query: string, here: readonly TabEntity[]): ListedEntity[] {
  const [found, setFound] = useState<ListedEntity[]>([]);
  useEffect(() => {
    if (query.trim() === '') return setFound([]);
    let stale = false;
    void send('background.search', { query, limit: MOST_FOUND }).then((answer) => {
      if (!stale) setFound(answer);
    });
    return () => {
      stale = true;
    };
  }, [query]);
  return found.filter(({ id }) => !here.some((entity) => entity.id === id));
}
