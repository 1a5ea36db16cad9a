/** The list of sites: where Gloss is off, or the only places where it is on. */
import { useId, useState } from 'preact/hooks';
import { isLocked } from '../settings/policy.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { ManagedHint } from './managed.tsx';
import { type Fault, readTyped, type Understood, understand } from './pattern.ts';
import type { Options } from './use-options.ts';
import { hintOf, labelOf } from './words.ts';

const FAULTS = {
  port: 'options_site_port',
  scheme: 'options_site_scheme',
  wildcard: 'options_site_wildcard',
  other: 'options_site_wrong',
} as const satisfies Record<Fault, MessageKey>;

interface SiteListProps {
  sites: readonly string[];
  locked: boolean;
  onRemove: (pattern: string) => void;
}

function SiteList({ sites, locked, onRemove }: SiteListProps) {
  return (
    <ul class="entries" aria-label={labelOf('sites')}>
      {sites.map((pattern) => (
        <li key={pattern} class="entry">
          <span>
            <code dir="ltr">{pattern}</code>
            <small class="hint">{inWords(understand(pattern))}</small>
          </span>
          <button
            type="button"
            class="icon-button"
            disabled={locked}
            aria-label={t('options_remove', pattern)}
            title={t('options_remove', pattern)}
            onClick={() => onRemove(pattern)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface SiteFormProps {
  sites: readonly string[];
  locked: boolean;
  onAdd: (pattern: string) => void;
}

/** Says of what is typed which pages it would mean, or what is wrong with it. */
function SiteForm({ sites, locked, onAdd }: SiteFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const typed = readTyped(text);
  const isListed = typed.kind === 'understood' && sites.includes(typed.pattern);
  const canAdd = typed.kind === 'understood' && !isListed;
  const add = (event: Event) => {
    event.preventDefault();
    if (typed.kind !== 'understood' || isListed) return;
    onAdd(typed.pattern);
    setText('');
  };
  return (
    <form onSubmit={add}>
      <label for={id}>{labelOf('sites')}</label>
      <p class="hint" id={`${id}-hint`}>
        {hintOf('sites')}
      </p>
      <div class="add">
        <input
          id={id}
          class="field"
          dir="ltr"
          value={text}
          placeholder="example.com"
          disabled={locked}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-invalid={typed.kind === 'wrong'}
          aria-describedby={`${id}-hint ${id}-said`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!canAdd}>
          {t('options_add')}
        </button>
      </div>
      <p id={`${id}-said`} class={typed.kind === 'wrong' ? 'warning' : 'hint'} aria-live="polite">
        {typed.kind === 'wrong' && t(FAULTS[typed.fault])}
        {typed.kind === 'understood' && (isListed ? t('options_site_listed') : inWords(typed))}
      </p>
    </form>
  );
}

export function Sites({ options }: { options: Options }) {
  const { sites } = options.settings;
  const locked = isLocked(options.policy, 'sites');
  const add = (pattern: string) => {
    options.change({ sites: [...sites, pattern] }, t('options_site_added', pattern));
  };
  const remove = (pattern: string) => {
    const others = sites.filter((other) => other !== pattern);
    options.change({ sites: others }, t('options_site_removed', pattern));
  };
  return (
    <div class="setting" data-setting="sites">
      <SiteForm sites={sites} locked={locked} onAdd={add} />
      {sites.length > 0 ? (
        <SiteList sites={sites} locked={locked} onRemove={remove} />
      ) : (
        <p class="hint">{t('options_sites_none')}</p>
      )}
      <ManagedHint name="sites" policy={options.policy} />
    </div>
  );
}

function inWords({ scope, host, path }: Understood): string {
  switch (scope) {
    case 'all':
      return t('options_site_all');
    case 'host':
      return t('options_site_host', host);
    case 'host-and-below':
      return t('options_site_below', host);
    case 'some-pages':
      return t('options_site_pages', host || '*', path);
    case 'files':
      return t('options_site_files', path);
  }
}
