/**
 * A card as text that can stand elsewhere: every fact with its date and source, so that what is
 * quoted can be checked. Pure.
 */
import type { CardFact, CardSource, EntityCard } from '../packs/card.ts';
import { formatDate, formatQuantity } from './format.ts';

/** The words that the copy needs, in the UI's language. */
export interface CopyWords {
  readonly locale: string;
  readonly sinceThen: string;
  readonly inArticle: string;
  readonly pack: string;
  since(year: string): string;
  article(title: string, publisher: string, date: string): string;
}

export type CopyFormat = 'text' | 'markdown';

/** Characters that Markdown would take for its own in running text. */
const MARKDOWN_SPECIAL = /[\\`*_[\]<>#|]/g;

interface Style {
  heading(text: string): string;
  section(text: string): string;
  text(text: string): string;
  source(source: CardSource): string;
}

const STYLES: Record<CopyFormat, Style> = {
  text: {
    heading: (text) => text,
    section: (text) => text,
    text: (text) => text,
    source: ({ publisher, title, url }) => `${publisher}, “${title}”, ${url}`,
  },
  markdown: {
    heading: (text) => `## ${escaped(text)}`,
    section: (text) => `**${escaped(text)}**`,
    text: escaped,
    // Angle brackets keep parentheses in an address from ending the link.
    source: ({ publisher, title, url }) => `[${escaped(publisher)}: ${escaped(title)}](<${url}>)`,
  },
};

function escaped(text: string): string {
  return text.replace(MARKDOWN_SPECIAL, '\\$&');
}

/** The whole card, its further facts too, as plain text or Markdown. */
export function copyText(card: EntityCard, format: CopyFormat, words: CopyWords): string {
  const style = STYLES[format];
  const date = (value: string) => formatDate(value, words.locale, words.since);
  const cite = (when: string | null, source: CardSource) =>
    `(${[when, style.source(source)].filter(Boolean).join('; ')})`;
  const fact = ({ text, date: when, source }: CardFact) =>
    `- ${style.text(text)} ${cite(when && date(when), source)}`;
  const section = (title: string, lines: string[]) =>
    lines.length > 0 ? [[style.section(title), '', ...lines].join('\n')] : [];

  const name = card.fullName ? `${card.name} (${card.fullName})` : card.name;
  const { article } = card.pack;
  const numbers = card.metrics.map(
    ({ label, value, unit, year, source }) =>
      `- ${style.text(label)}: ${style.text(formatQuantity(value, unit, words.locale))} ${cite(String(year), source)}`,
  );
  const facts = [...card.facts.map(fact), ...numbers];
  return [
    style.heading(name),
    card.source
      ? `${style.text(card.summary)} ${cite(null, card.source)}`
      : style.text(card.summary),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    ...section(words.sinceThen, card.since.map(fact)),
    ...(article
      ? section(
          `${words.inArticle}: ${words.article(article.title, article.publisher, date(article.published))}`,
          card.inArticle.map(({ text }) => `- ${style.text(text)}`),
        )
      : []),
    style.text(words.pack),
  ].join('\n\n');
}
