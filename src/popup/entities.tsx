/** The page's entities by kind, the search over them and over all packs, and the timeline. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedEntity, TabEntity } from '../messaging/messages.ts';
import type { EntityType } from '../packs/kinds.ts';
import { find } from '../ui/find.ts';
import { t } from '../ui/i18n.ts';
import { walkRows } from './arrow-keys.ts';
import { Found, Kind } from './entity-lists.tsx';
import { Filter } from './filter.tsx';
import { Numbers } from './numbers.tsx';
import { Row } from './row.tsx';
import { TimelineRoom } from './timeline-room.tsx';
import { useFoundElsewhere } from './use-found.ts';
import type { Jump } from './use-jump.ts';
import { useCards } from './use-page.ts';
import { groupByKind } from './view.ts';

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

/**
 * Where the list stands: what is typed, the kind that it is narrowed to, the row that is open, and the fact
 * that something points at.
 */
function usePlace(listed: string | null) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EntityType | null>(null);
  const [expanded, setExpanded] = useState(listed);
  const [target, setTarget] = useState<FactTarget | null>(
    listed === null ? null : { entityId: listed, factText: '' },
  );
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
  return { query, kind, expanded, target, setQuery, setKind, toggle, goTo };
}

export function Entities(props: EntitiesProps) {
  const { entities, scanning, published, muted, listed, jump, onNotice } = props;
  const { query, kind, expanded, target, setQuery, setKind, toggle, goTo } = usePlace(listed);
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
        <QueryField query={query} onQuery={setQuery} packsOnly={entities.length === 0} />
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

interface QueryFieldProps {
  query: string;
  onQuery: (query: string) => void;
  /** The page names nothing that could be searched. */
  packsOnly: boolean;
}

function QueryField({ query, onQuery, packsOnly }: QueryFieldProps) {
  const words = packsOnly ? t('popup_search_packs') : t('popup_search');
  return (
    <input
      class="field"
      type="search"
      value={query}
      placeholder={words}
      aria-label={words}
      onInput={(event) => onQuery(event.currentTarget.value)}
    />
  );
}

/** Whether a first frame has been drawn. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return drawn;
}
