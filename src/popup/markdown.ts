/** A page's summary as Markdown: every fact with its date and a numbered source. Pure. */
import type { TabEntity } from '../messaging/messages.ts';
import type { CardFact, CardSource, EntityCard } from '../packs/card.ts';
import { formatDate, formatQuantity } from '../ui/format.ts';

export interface ExportedPage {
  /** Empty where the browser tells no title. */
  title: string;
  /** Null where the browser tells no address. */
  url: string | null;
}

/** The words that the text needs, in the UI's language. */
export interface MarkdownWords {
  locale: string;
  sinceThen: string;
  sources: string;
  kind(card: EntityCard): string;
  mentions(count: number): string;
  since(year: string): string;
  /** Whose facts these are, and up to when they were checked. */
  pack(title: string, asOf: string): string;
}

const SPECIAL = /[\\`*_[\]<>#|]/g;
const plain = (text: string): string => text.replace(SPECIAL, '\\$&');
/** Angle brackets keep parentheses in an address from ending the link. */
const link = (text: string, url: string): string => `[${plain(text)}](<${url}>)`;

export function pageAsMarkdown(
  page: ExportedPage,
  entities: readonly { entity: TabEntity; card: EntityCard }[],
  words: MarkdownWords,
): string {
  const sources = new Map<string, { source: CardSource; number: number }>();
  const cite = (source: CardSource): string => {
    const known = sources.get(source.url) ?? { source, number: sources.size + 1 };
    sources.set(source.url, known);
    return `[^${known.number}]`;
  };
  const date = (value: string) => formatDate(value, words.locale, words.since);
  const fact = ({ text, date: when, source }: CardFact) =>
    `- ${when ? `${date(when)}: ` : ''}${plain(text)}${cite(source)}`;

  const title = plain(page.title || page.url || '');
  const blocks = [`# ${page.url ? `[${title}](<${page.url}>)` : title}`];
  for (const { entity, card } of entities) {
    blocks.push(
      `## ${plain(card.name)}`,
      `*${plain(words.kind(card))}, ${words.mentions(entity.count)}.* ${plain(card.summary)}`,
    );
    const numbers = card.metrics.map(
      ({ label, value, unit, year, source }) =>
        `- ${year}: ${plain(formatQuantity(value, unit, words.locale))}, ${plain(label)}${cite(source)}`,
    );
    const facts = [...card.facts.map(fact), ...numbers];
    if (facts.length > 0) blocks.push(facts.join('\n'));
    if (card.since.length > 0) {
      blocks.push(`**${plain(words.sinceThen)}**`, card.since.map(fact).join('\n'));
    }
  }
  if (sources.size > 0) {
    blocks.push(
      `## ${plain(words.sources)}`,
      [...sources.values()]
        .map(({ source, number }) => {
          const published = source.published ? ` (${date(source.published)})` : '';
          return `[^${number}]: ${link(`${source.publisher}: ${source.title}`, source.url)}${published}`;
        })
        .join('\n'),
    );
  }
  const packs = new Map(entities.map(({ card }) => [card.pack.id, card.pack]));
  for (const pack of packs.values())
    blocks.push(`*${plain(words.pack(pack.title, date(pack.asOf)))}*`);
  return `${blocks.join('\n\n')}\n`;
}
