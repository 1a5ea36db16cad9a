/** Where sentences begin: how near a cue is to a mention is counted in sentences. */

/** A full stop behind these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"'])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Co|Corp|Inc|Ltd|vs|cf|No|Nos|Art|Sec|approx|ca|bzw|Nr|Abs|Sr|Sra|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mich|Calif|Mass|Wash|Ala|Fla|Ga|Pa|Va|Tex)$|\.\p{L}$/u;
const END = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』”）]*|\n+/gu;
/** What can begin a sentence; a lower-case word goes on. */
const BEGINNING = /^\s*[\p{Lu}\p{Lo}\p{N}"'“‘«¿¡([–—-]/u;

/** Start offsets of the sentences of a text after the first, in order. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(END)) {
    const [mark] = match;
    const at = match.index + mark.length;
    if (at >= text.length) break;
    if (mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), match.index))) {
      // "in the U.S. The next": an abbreviation can end a sentence too, when a small common word
      // with a capital follows.
      if (
        !/^\s+(?:The|A|An|It|He|She|They|But|And|In|This|That|We|I|His|Her|Its|On|At)\s/u.test(
          text.slice(at, at + 12),
        )
      )
        continue;
    }
    if (!mark.includes('\n') && !BEGINNING.test(text.slice(at, at + 4))) continue;
    starts.push(at);
  }
  return starts;
}

/** Number of the sentence that `at` stands in, from 0. */
export function sentenceAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when nothing but quotes, brackets, list marks and space stands between the sentence's start and `at`. */
export function beginsSentence(text: string, starts: readonly number[], at: number): boolean {
  const start = starts[sentenceAt(starts, at) - 1] ?? 0;
  return /^[^\p{L}\p{N}]*(?:\d+[.)]\s*)?[^\p{L}\p{N}]*$/u.test(text.slice(start, at));
}
