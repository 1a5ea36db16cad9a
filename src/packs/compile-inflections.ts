/**
 * Plurals, singulars and case endings, by language. They over-generate on purpose: a form that nobody
 * writes costs a few bytes, a form that is missing costs a mention. Only the last word of an English
 * alias changes; Romance noun phrases change throughout; German ones in adjective and noun endings.
 */

import type { AliasContext } from './compile-variants.ts';

/** Endings of English words that are not counted, or are no nouns. */
const UNCOUNTED =
  /(?:ing|ity|ance|ence|ism|ics|ed|al|ly|labou?r|energy|security|finance|diplomacy|manufacturing|methane|gas|emissions?|neutral|friendly|hawkish|tech|technology|pv|zero)$/i;

function englishPlural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function englishSingular(word: string): string | null {
  if (/(?:ss|us|is|ics)$/.test(word) || !word.endsWith('s') || word.length < 4) return null;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * solar panel, solar panels; UN climate summit, summits. Common nouns and topics' abbreviations (EV,
 * EVs) only: the plural of a name is another thing (the Americas, the two Chinas, Roth IRAs).
 */
function english(text: string, { type }: AliasContext): string[] {
  if (type === 'person' || type === 'place' || type === 'decoy') return [];
  const [, before = '', last = ''] = /^(.*?)(\p{L}+)$/u.exec(text) ?? [];
  if (/^\p{Lu}{2,4}$/u.test(last)) return type === 'topic' ? [`${text}s`] : [];
  if (!last || last.length < 3 || last !== last.toLowerCase()) return [];
  if (VERB.test(last)) return ['s', 'd'].map((ending) => before + last + ending);
  const singular = englishSingular(last);
  if (singular) return [before + singular];
  return UNCOUNTED.test(text) ? [] : [before + englishPlural(last)];
}

/** decarbonize: -s, -d. Other verbs are listed by the pack where it wants them. */
const VERB = /i[sz]e$/;

const ROMANCE_SMALL_WORDS =
  /^(?:de|del|la|las|los|el|en|a|y|e|o|da|do|das|dos|du|des|les|le|et|à|aux|au|por|para|sur|contre|com|con|sobre|pour|d|l)$/i;

function spanishPlural(word: string): string {
  if (/z$/.test(word)) return `${word.slice(0, -1)}ces`;
  if (/[aeiouáéó]$/.test(word)) return `${word}s`;
  // An accent on the last syllable goes when the word grows: emisión, emisiones.
  const plain = word.replace(/[áéóú][ns]$|ín$/, (ending) =>
    ending.normalize('NFD').replace('\u0301', ''),
  );
  return `${plain}es`;
}

function portuguesePlural(word: string): string {
  if (/ão$/.test(word)) return `${word.slice(0, -2)}ões`;
  if (/m$/.test(word)) return `${word.slice(0, -1)}ns`;
  if (/[aeou]l$/.test(word)) return `${word.slice(0, -1)}is`;
  if (/[rzs]$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function frenchPlural(word: string): string {
  if (/(?:eau|eu)$/.test(word)) return `${word}x`;
  if (/al$/.test(word)) return `${word.slice(0, -2)}aux`;
  return /[sxz]$/.test(word) ? word : `${word}s`;
}

const PLURALS: Readonly<Record<string, (word: string) => string>> = {
  es: spanishPlural,
  pt: portuguesePlural,
  fr: frenchPlural,
};

/** Singular of a plural, by undoing the commonest endings; null where it looks like a singular. */
function romanceSingular(lang: string, word: string): string | null {
  if (lang === 'fr') {
    if (/eaux$/.test(word)) return word.slice(0, -1);
    return /[^s]s$/.test(word) ? word.slice(0, -1) : null;
  }
  if (lang === 'pt') {
    if (/ões$/.test(word)) return `${word.slice(0, -3)}ão`;
    if (/éis$/.test(word)) return `${word.slice(0, -3)}el`;
    if (/ais$/.test(word)) return `${word.slice(0, -2)}l`;
    if (/ns$/.test(word)) return `${word.slice(0, -2)}m`;
  }
  if (/[lnrd]es$/.test(word)) return word.slice(0, -2);
  return /[aeio]s$/.test(word) ? word.slice(0, -1) : null;
}

/**
 * véhicule électrique, véhicules électriques; país en desarrollo, países en desarrollo. Nouns and
 * adjectives agree, so every word of a group up to the first preposition changes together.
 */
function romance(text: string, { lang, type }: AliasContext): string[] {
  const plural = PLURALS[lang.slice(0, 2)];
  if (!plural || type !== 'topic' || text !== text.toLowerCase()) return [];
  const words = text.split(' ');
  const stop = words.findIndex((word) => ROMANCE_SMALL_WORDS.test(word) || /^[dl]['’]/.test(word));
  const head = stop === -1 ? words : words.slice(0, stop);
  const tail = stop === -1 ? [] : words.slice(stop);
  if (head.length === 0 || head.some((word) => !/^[\p{L}-]+$/u.test(word))) return [];
  const singular = head.map((word) => romanceSingular(lang.slice(0, 2), word));
  if (singular.every((word) => word !== null)) return [[...singular, ...tail].join(' ')];
  return [[...head.map(plural), ...tail].join(' ')];
}

/** Endings that German adjectives take: der Pariser, die Europäische, der Europäischen Union. */
const ADJECTIVE_ENDINGS = ['e', 'en', 'er', 'es', 'em'];
/** Endings of the noun: genitive, plural, dative plural. */
const NOUN_ENDINGS = ['s', 'es', 'e', 'en', 'n'];

/**
 * Übereinkommens, Kohleausstiegs, Elektroautos, chinesischen Spionageballons. Adjectives are what
 * stands before the last noun and ends like one; the last noun takes case and plural endings.
 */
function german(text: string): string[] {
  const words = text.split(' ');
  // What follows a preposition does not change: Übereinkommen[s] von Paris.
  const preposition = words.findIndex((word) =>
    /^(?:von|in|der|des|für|auf|aus|über|zu|und|mit|an|gegen)$/.test(word),
  );
  const headEnd = (preposition === -1 ? words.length : preposition) - 1;
  const noun = words[headEnd];
  if (!noun || !/^[\p{L}-]{4,}$/u.test(noun) || noun === noun.toUpperCase()) return [];
  const adjectives = words
    .slice(0, headEnd)
    .map((word) => /^(\p{L}{3,}?)(?:e|en|er|es|em)$/u.exec(word)?.[1] ?? null);
  const forms: string[] = [];
  const build = (first: readonly string[], last: string) => {
    forms.push([...first, last, ...words.slice(headEnd + 1)].join(' '));
  };
  const nouns = [noun];
  if (!/[sxzß]$/.test(noun)) {
    for (const ending of NOUN_ENDINGS) {
      // -e and -en only after consonants; -n only after a vowel or -er, -el.
      if (ending.startsWith('e') && /[aeiouyn]$/.test(noun)) continue;
      if (ending === 'n' && !/(?:e|er|el)$/.test(noun)) continue;
      nouns.push(noun + ending);
    }
  }
  const endings = adjectives.some((stem) => stem !== null && !/^(?:Paris|Hongkong)$/.test(stem))
    ? ADJECTIVE_ENDINGS
    : [''];
  for (const ending of endings) {
    const first = words.slice(0, headEnd).map((word, i) => {
      const stem = adjectives[i];
      return ending && stem && !/^(?:Paris|Hongkong)$/.test(stem) ? stem + ending : word;
    });
    for (const last of nouns) build(first, last);
  }
  return forms;
}

/** Inflected forms of an alias in its language; none for languages without a rule here. */
export function inflections(text: string, alias: AliasContext): string[] {
  const lang = alias.lang.slice(0, 2);
  if (lang === 'en') return english(text, alias);
  if (lang === 'de') return alias.type === 'decoy' ? [] : german(text);
  return romance(text, alias);
}
