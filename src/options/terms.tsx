/** All entities of all packs, to be marked or never marked. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListedEntity } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import { onAddedPacksChanged } from '../settings/added-packs.ts';
import { isLocked } from '../settings/policy.ts';
import type { Settings } from '../settings/schema.ts';
import { t, tn } from '../ui/i18n.ts';
import { kindLabel } from '../ui/kinds.ts';
import { ManagedHint } from './managed.tsx';
import type { Options } from './use-options.ts';
import { hintOf, kindsLabel, labelOf } from './words.ts';

/** A longer list is searched, not read. */
const MOST_SHOWN = 200;

type Filter = EntityType | 'all' | 'muted';

/** What the packs that are on find for a query, and again whenever they change. */
function useFound(query: string, packsOff: readonly string[]): readonly ListedEntity[] {
  const [found, setFound] = useState<readonly ListedEntity[]>([]);
  const [packs, setPacks] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    onAddedPacksChanged(setPacks, stop.signal);
    return () => stop.abort();
  }, []);
  useEffect(() => {
    let stale = false;
    // A pack that was switched off has no terms: asked again when settings have been stored anew.
    void [packsOff, packs];
    void send('background.search', { query, limit: Number.MAX_SAFE_INTEGER }).then((answer) => {
      if (!stale) setFound(answer);
    });
    return () => {
      stale = true;
    };
  }, [query, packsOff, packs]);
  return found;
}

interface TermProps {
  /** Kind of the entity; null where no pack has it. */
  kind: EntityType | null;
  marked: boolean;
  locked: boolean;
  onMark: (marked: boolean) => void;
  children: ComponentChildren;
}

function Term({ kind, marked, locked, onMark, children }: TermProps) {
  return (
    <li data-kind={kind ?? undefined}>
      <label class="choice">
        <input
          type="checkbox"
          checked={marked}
          disabled={locked}
          onChange={(event) => onMark(event.currentTarget.checked)}
        />
        <span>{children}</span>
      </label>
    </li>
  );
}

interface SearchProps {
  query: string;
  onQuery: (query: string) => void;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

function Search({ query, onQuery, filter, onFilter }: SearchProps) {
  return (
    <div class="add">
      <input
        class="field"
        type="search"
        value={query}
        placeholder={t('options_terms_search')}
        aria-label={t('options_terms_search')}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <select
        class="field"
        aria-label={t('options_terms_show')}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value as Filter)}
      >
        <option value="all">{t('options_terms_all')}</option>
        <option value="muted">{t('options_terms_muted')}</option>
        {ENTITY_TYPES.map((type) => (
          <option key={type} value={type}>
            {kindsLabel(type)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What of the found terms is listed, and ids of muted ones that no pack knows. */
function filtered(
  found: readonly ListedEntity[],
  query: string,
  filter: Filter,
  { muted, packsOff }: Settings,
): { shown: ListedEntity[]; others: string[] } {
  const fits = (entity: ListedEntity) =>
    filter === 'all' || (filter === 'muted' ? muted.includes(entity.id) : entity.type === filter);
  const shown = found.filter((entity) => !packsOff.includes(entity.packId) && fits(entity));
  const known = new Set(found.map(({ id }) => id));
  // Of packs that are gone or off: they can only be found here.
  const others = filter === 'muted' && query === '' ? muted.filter((id) => !known.has(id)) : [];
  return { shown, others };
}

export function Terms({ options }: { options: Options }) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const { muted, packsOff } = options.settings;
  const { shown, others } = filtered(useFound(query, packsOff), query, filter, options.settings);
  const locked = isLocked(options.policy, 'muted');
  const mark = ({ id, name }: { id: string; name: string }, marked: boolean) => {
    const rest = muted.filter((other) => other !== id);
    options.change(
      { muted: marked ? rest : [...rest, id] },
      marked ? t('options_term_marked', name) : t('options_term_muted', name),
    );
  };

  return (
    <fieldset class="setting" data-setting="muted">
      <legend>{labelOf('muted')}</legend>
      <p class="hint">{hintOf('muted')}</p>
      <ManagedHint name="muted" policy={options.policy} />
      <Search query={query} onQuery={setQuery} filter={filter} onFilter={setFilter} />
      <p class="hint" role="status">
        {tn('options_terms_count', shown.length + others.length)}
        {shown.length > MOST_SHOWN && ` ${t('options_terms_more')}`}
      </p>
      <ul class="terms">
        {shown.slice(0, MOST_SHOWN).map((entity) => (
          <Term
            key={entity.id}
            kind={entity.type}
            marked={!muted.includes(entity.id)}
            locked={locked}
            onMark={(marked) => mark(entity, marked)}
          >
            <span dir="auto">{entity.name}</span>{' '}
            <small class="kind-words">{kindLabel(entity.type)}</small>
          </Term>
        ))}
        {others.map((id) => (
          <Term
            key={id}
            kind={null}
            marked={false}
            locked={locked}
            onMark={() => mark({ id, name: id }, true)}
          >
            <code dir="ltr">{id}</code> <small class="hint">{t('options_term_unknown')}</small>
          </Term>
        ))}
      </ul>
    </fieldset>
  );
}
