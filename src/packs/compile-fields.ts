/** Fields of texts in a compiled gazetteer: which of them each entity is at home in. */
import { phraseTokens } from '../text/tokens.ts';
import type { Entity } from './schema.ts';

/** Names of fields to their words, separated by commas; see fields.ts. */
export type Fields = Readonly<Record<string, string>>;

/** Different words of a field in an entity's own texts that make it one of its fields. */
const WORDS_AT_HOME = 3;
/** Words among what speaks against it that make it one of another sense. */
const WORDS_OF_RIVALS = 2;
/** A table of homes has a bit for each field. */
const MOST_FIELDS = 31;

/** The words of each field, in order. */
export function fieldWords(fields: Fields): string[][] {
  const lists = Object.values(fields).map((words) => words.trim().split(/\s*,\s*/));
  if (lists.length > MOST_FIELDS) throw new Error(`more than ${MOST_FIELDS} fields`);
  return lists;
}

/** A text's words in small letters without marks, between spaces, so that a phrase can be looked up. */
function plain(text: string): string {
  const tokens = text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => phraseTokens(word) ?? []);
  return ` ${tokens.map(({ folded }) => folded).join(' ')} `;
}

/** The fields, one bit each, of which at least so many words stand in the texts. */
function fieldsIn(
  texts: readonly string[],
  words: readonly (readonly string[])[],
  fewest: number,
): number {
  const own = plain(texts.join(' '));
  let fields = 0;
  words.forEach((list, field) => {
    const held = list.filter(
      (word) => own.includes(plain(word)) || own.includes(plain(`${word}s`)),
    );
    if (held.length >= fewest) fields |= 1 << field;
  });
  return fields;
}

/** The fields that an entity is at home in: those of its summary, facts and cues. */
export function homesOf(entity: Entity, words: readonly (readonly string[])[]): number {
  const { name, summary, facts, since, cues } = entity;
  const texts = [name, summary, ...[...facts, ...since].map(({ text }) => text), ...cues];
  return fieldsIn(texts, words, WORDS_AT_HOME);
}

/** The fields in which its ambiguous words mean something else: those of what speaks against it. */
export function rivalsOf(entity: Entity, words: readonly (readonly string[])[]): number {
  const senses = entity.aliases.flatMap(({ otherSenses = [] }) => otherSenses);
  const fields = fieldsIn([...entity.antiCues, ...senses], words, WORDS_OF_RIVALS);
  return fields & ~homesOf(entity, words);
}
