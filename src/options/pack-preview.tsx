/** What a pack holds and what it would change, before it is added. */
import type { ComponentChildren } from 'preact';
import type { EntityCard } from '../packs/card.ts';
import type { Clash, CommonWord, PackPreview, Some } from '../packs/preview.ts';
import { formatNumber } from '../ui/format.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { kindLabel } from '../ui/kinds.ts';
import { Meta } from '../ui/source.tsx';
import { PackFacts } from './pack-facts.tsx';
import { Remarks } from './pack-remarks.tsx';

/** A reader wants to know where facts come from, not every address. */
const HOSTS_SHOWN = 6;

interface PackPreviewProps {
  preview: PackPreview;
  onAdd: () => void;
  onCancel: () => void;
}

export function PackPreviewCard({ preview, onAdd, onCancel }: PackPreviewProps) {
  const { title, description, stats, samples, clashes, common, remarks, update } = preview;
  return (
    <div class="import pack-preview">
      <h4 dir="auto">{title}</h4>
      <p dir="auto">{description}</p>
      {update && <p class="hint">{updateInWords(preview, update)}</p>}
      <p class="hint">
        {[
          tn('options_pack_entities', stats.entities),
          tn('options_pack_facts', stats.facts),
          tn('options_pack_sources', stats.sources),
          tn('options_pack_aliases', stats.aliases),
        ].join(' · ')}
      </p>
      <PackFacts pack={preview}>
        {stats.sources > 0 && (
          <>
            <dt>{t('options_pack_hosts')}</dt>
            <dd>{hostsInWords(preview)}</dd>
          </>
        )}
      </PackFacts>
      <Samples cards={samples} />
      <Warnings title={tn('options_pack_clashes', clashes.total)} items={clashes}>
        {(clash) => <li key={`${clash.text} ${clash.entity}`}>{clashInWords(clash)}</li>}
      </Warnings>
      <Warnings title={tn('options_pack_common', common.total)} items={common}>
        {(word) => <li key={`${word.text} ${word.entity}`}>{commonInWords(word)}</li>}
      </Warnings>
      <Remarks remarks={remarks} />
      <p class="buttons">
        <button type="button" class="button primary" onClick={onAdd}>
          {update ? t('options_pack_update_button') : t('options_pack_add_button')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('options_import_cancel')}
        </button>
      </p>
    </div>
  );
}

function updateInWords(
  { version }: PackPreview,
  update: NonNullable<PackPreview['update']>,
): string {
  const counts = [update.added, update.changed, update.removed].map((count) =>
    formatNumber(count, uiLocale()),
  );
  return t('options_pack_update', update.version, version, ...counts);
}

function hostsInWords({ stats }: PackPreview): string {
  const hosts = stats.sourcesByHost.map(([host]) => host);
  const list = new Intl.ListFormat(uiLocale(), { type: 'unit' });
  const rest = hosts.length - HOSTS_SHOWN;
  const shown = hosts.slice(0, HOSTS_SHOWN);
  return list.format(rest > 0 ? [...shown, tn('options_pack_hosts_more', rest)] : shown);
}

function Samples({ cards }: { cards: readonly EntityCard[] }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h5>{t('options_pack_samples')}</h5>
      <ul class="samples">
        {cards.map((card) => (
          <Sample key={card.id} card={card} />
        ))}
      </ul>
    </>
  );
}

/** What a popover will say first. */
function Sample({ card }: { card: EntityCard }) {
  const [fact] = card.facts;
  return (
    <li class="pack-sample" data-kind={card.type} lang={card.pack.language}>
      <p class="kind-words" lang={uiLocale()}>
        {kindLabel(card.type)}
      </p>
      <p class="pack-sample-name" dir="auto">
        {card.name}
      </p>
      <p dir="auto">{card.summary}</p>
      {fact && (
        <>
          <p class="pack-sample-fact" dir="auto">
            {fact.text}
          </p>
          <Meta date={fact.date} sources={[fact.source]} />
        </>
      )}
    </li>
  );
}

interface WarningsProps<T> {
  title: string;
  items: Some<T>;
  children: (item: T) => ComponentChildren;
}

function Warnings<T>({ title, items, children }: WarningsProps<T>) {
  if (items.total === 0) return null;
  const rest = items.total - items.shown.length;
  return (
    <>
      <h5>{title}</h5>
      <ul class="warnings" dir="auto">
        {items.shown.map(children)}
      </ul>
      {rest > 0 && <p class="hint">{tn('options_pack_more', rest)}</p>}
    </>
  );
}

function clashInWords(clash: Clash): string {
  const { text, entity, otherEntity, otherPack, otherWins } = clash;
  return otherWins
    ? t('options_pack_clash_other', text, otherEntity, otherPack, entity)
    : t('options_pack_clash_own', text, entity, otherEntity, otherPack);
}

const MILLION = 1_000_000;

function commonInWords({ text, entity, inMillion }: CommonWord): string {
  const every = Math.round(MILLION / inMillion);
  return t('options_pack_common_word', text, entity, formatNumber(every, uiLocale()));
}
