/** Mentions as annotations point at them: by their words and by their place in the document. */
import type { PageQuotes, QuotedMention } from '../messaging/messages.ts';
import type { PageMention } from './types.ts';

/** Characters of context on each side: enough to find a quote again after small edits around it. */
const CONTEXT = 32;

/** The document's mentions; those in shadow roots have no place in its text and are left out. */
export function quotesOf(mentions: readonly PageMention[]): PageQuotes {
  const { text, offsetOf } = readDocument();
  return {
    url: location.href,
    title: document.title,
    language: document.documentElement.lang,
    published: publishedOn(),
    mentions: mentions.flatMap((mention): QuotedMention[] => {
      const { startContainer, startOffset, endContainer, endOffset } = mention.range();
      const from = offsetOf.get(startContainer);
      const to = offsetOf.get(endContainer);
      if (from === undefined || to === undefined || !mention.isCurrent()) return [];
      const start = from + startOffset;
      const end = to + endOffset;
      return [
        {
          entity: mention.entity,
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - CONTEXT), start),
          suffix: text.slice(end, end + CONTEXT),
          start,
          end,
        },
      ];
    }),
  };
}

/** `document.body.textContent`, and where in it each Text node begins. */
function readDocument(): { text: string; offsetOf: Map<Node, number> } {
  const offsetOf = new Map<Node, number>();
  const parts: string[] = [];
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    offsetOf.set(node, length);
    parts.push(data);
    length += data.length;
  }
  return { text: parts.join(''), offsetOf };
}

/** The day that the page gives for its publication, YYYY-MM-DD, in the usual ways; else null. */
export function publishedOn(): string | null {
  const stated =
    document.querySelector<HTMLMetaElement>('meta[property="article:published_time"]')?.content ??
    document.querySelector<HTMLMetaElement>('meta[itemprop="datePublished"]')?.content ??
    document.querySelector<HTMLTimeElement>('article time[datetime]')?.dateTime;
  return /^\d{4}-\d{2}-\d{2}/.exec(stated ?? '')?.[0] ?? null;
}
