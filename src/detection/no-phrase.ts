/** Words that stand side by side as those of an alias do, and are no phrase: what is named inside them still is. */
import type { Span } from './types.ts';
import { wordSet } from './word-set.ts';
import { spaced, wordAfter } from './words.ts';

/** Of these one is counted: "One China analyst said". */
const COUNTED = wordSet(`
  academic adviser advisor ambassador analyst blogger businessman buyer company correspondent diplomat economist editor executive
  expert exporter factory firm fund hand historian importer insider investor lawyer manufacturer official observer
  producer professor reporter researcher scholar scientist source specialist strategist supplier trader traveller veteran visitor
  watcher writer
`);
const ONE = 'One ';
/** An English event that a German verb makes of its place: "In der Ukraine war Frost". */
const WAR = ' war';

/** True where the words at a span only look like one phrase in their sentence. */
export function isNoPhrase(text: string, { start, end }: Span, lang: string | null): boolean {
  if (lang === 'de') return text.startsWith(WAR, end - WAR.length) && end - start > WAR.length;
  return (
    text.startsWith(ONE, start) &&
    end - start > ONE.length &&
    COUNTED.has(spaced(wordAfter(text, end)))
  );
}
