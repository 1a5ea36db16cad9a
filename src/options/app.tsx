/** The options: every setting, in sections, in effect as soon as it is changed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Policy } from '../settings/policy.ts';
import type { SettingKey, Settings } from '../settings/schema.ts';
import { t } from '../ui/i18n.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { applyLook } from '../ui/look.ts';
import { About } from './about.tsx';
import { Data } from './data.tsx';
import { Field } from './field.tsx';
import { Keyboard } from './keyboard.tsx';
import { ManagedNotice } from './managed.tsx';
import { Packs } from './packs.tsx';
import { Preview, type StartPreview } from './preview.tsx';
import { findSettings } from './search.ts';
import type { SectionId } from './sections.ts';
import { Sites } from './sites.tsx';
import { Terms } from './terms.tsx';
import { useCurrentSection } from './use-current-section.ts';
import { type Options, useOptions } from './use-options.ts';
import { hintOf, labelOf } from './words.ts';

const titleOf = (id: SectionId): string => t(`options_section_${id}`);

interface AppProps {
  settings: Settings;
  policy: Policy;
  startPreview: StartPreview;
}

export function App({ settings: initial, policy, startPreview }: AppProps) {
  const options = useOptions(initial, policy);
  const [query, setQuery] = useState('');
  const { settings } = options;
  useEffect(() => applyLook(document.documentElement, settings), [settings]);
  const shown = useMemo(
    () =>
      findSettings(query, {
        section: (id) => `${titleOf(id)} ${t(`options_section_${id}_words`)}`,
        setting: (key) => `${labelOf(key)} ${hintOf(key)}`,
      }),
    [query],
  );
  const current = useCurrentSection(shown);
  return (
    <>
      {/* Measured for the layout; the toast is fixed to the window, and so stands beside it. */}
      <div class="room">
        <div class="page">
          <Top query={query} onQuery={setQuery} />
          <Contents ids={[...shown.keys()]} current={current} />
          <main>
            <ManagedNotice policy={options.policy} />
            <Preview settings={settings} start={startPreview} />
            {shown.size === 0 && <p class="hint nothing">{t('options_search_nothing')}</p>}
            {[...shown].map(([id, keys]) => (
              <Section key={id} id={id} keys={keys} options={options} />
            ))}
          </main>
        </div>
      </div>
      <Toast options={options} />
    </>
  );
}

function Top({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  return (
    <header class="top">
      <h1>{t('options_title')}</h1>
      <search>
        <input
          class="field"
          type="search"
          value={query}
          placeholder={t('options_search')}
          aria-label={t('options_search')}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </search>
    </header>
  );
}

interface ContentsProps {
  ids: readonly SectionId[];
  /** Where the reader is. */
  current: SectionId | null;
}

function Contents({ ids, current }: ContentsProps) {
  return (
    <nav class="contents" aria-label={t('options_contents')}>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {titleOf(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SectionProps {
  id: SectionId;
  keys: readonly SettingKey[];
  options: Options;
}

function Section({ id, keys, options }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{titleOf(id)}</h2>
      {keys.map((key) => (
        <Setting key={key} name={key} options={options} />
      ))}
      <Extra id={id} options={options} />
    </section>
  );
}

/** Most settings follow from the schema alone; these have lists of their own. */
function Setting({ name, options }: { name: SettingKey; options: Options }) {
  switch (name) {
    case 'sites':
      return <Sites options={options} />;
    case 'muted':
      return <Terms options={options} />;
    case 'packsOff':
      return <Packs options={options} />;
    default:
      return <Field name={name} options={options} />;
  }
}

/** Sections that are not made of settings. */
function Extra({ id, options }: { id: SectionId; options: Options }): ComponentChildren {
  switch (id) {
    case 'keyboard':
      return <Keyboard />;
    case 'data':
      return <Data options={options} />;
    case 'about':
      return <About />;
    default:
      return null;
  }
}

/** What was just done, until something else is or the reader has seen enough of it. */
function Toast({ options: { done, undo, hush } }: { options: Options }) {
  return (
    <div class="toast" role="status">
      {done && (
        <>
          <span dir="auto">{done.words}</span>
          {done.undo && (
            <button type="button" class="link" onClick={undo}>
              {t('options_undo')}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={t('options_hush')}
            title={t('options_hush')}
            onClick={hush}
          >
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
