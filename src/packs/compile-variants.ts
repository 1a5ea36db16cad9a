/**
 * Other ways to write an alias, made when the gazetteer is compiled so that a page pays nothing for
 * them. Each rule stands here once, with its reason. What folding already levels needs no rule: case,
 * accents, width, hyphen against space, COP26 against COP 26 (see text/tokens.ts); nor does a
 * trailing possessive, which is simply not part of a match.
 */
import { inflections } from './compile-inflections.ts';
import { CASE_ANY } from './gazetteer-data.ts';
import type { EntityType } from './kinds.ts';

/** More forms than this of one alias help nobody and swell the index. */
const MOST_FORMS = 64;

export interface AliasContext {
  readonly lang: string;
  readonly type: EntityType | 'decoy';
  readonly caseMode: number;
}

type Rule = (text: string, alias: AliasContext) => readonly string[];

const isEnglish = ({ lang }: AliasContext): boolean => lang === 'en' || lang.startsWith('en-');

/** A leading "the" belongs to the sentence, not to the name: the mention leaves it out. */
const withoutArticle: Rule = (text) => [text.replace(/^the\s+/i, '')];

/**
 * U.S. and US, U.N. and UN: house style. Only inside longer aliases: alone, the undotted form is
 * also a word ("us"), and the pack says what it means by it.
 */
const dottedAbbreviations: Rule = (text, alias) => {
  if (!isEnglish(alias) || !/[\s-]/.test(text)) return [];
  return [
    text.replace(/\b([A-Z])\.([A-Z])\.?(?=[\s-])/g, '$1$2'),
    text.replace(/\b(U)([SNK])\b(?!\.)/g, '$1.$2.'),
  ];
};

/** "&" for "and" and back: names of companies and funds are written both ways. */
const ampersand: Rule = (text) => [
  text.replace(/\s*&\s*/g, ' and '),
  text.replace(/\sand\s/g, ' & '),
];

/** Company, Co. and Co; Limited and Ltd. ...: the legal form is abbreviated at will. */
const LEGAL_FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:Company|Co\b\.?)(?=$|[\s,])/g, ['Company', 'Co.', 'Co']],
  [/\b(?:Corporation|Corp\b\.?)(?=$|[\s,])/g, ['Corporation', 'Corp.', 'Corp']],
  [/\b(?:Incorporated|Inc\b\.?)(?=$|[\s,])/g, ['Incorporated', 'Inc.', 'Inc']],
  [/\b(?:Limited|Ltd\b\.?)(?=$|[\s,])/g, ['Limited', 'Ltd.', 'Ltd']],
];
const legalForms: Rule = (text, { type }) => {
  if (type !== 'organization' && type !== 'decoy') return [];
  const forms = LEGAL_FORMS.flatMap(([pattern, names]) =>
    names.map((name) => text.replace(pattern, name)),
  );
  // "Co., Ltd." loses its comma as often as not.
  return [...forms, ...[text, ...forms].map((form) => form.replace(/,\s/g, ' '))];
};

/** Ordinals in figures and in words, as far as sessions and congresses are counted in prose. */
const ORDINALS: readonly (readonly [string, string])[] = [
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['4th', 'fourth'],
  ['5th', 'fifth'],
  ['20th', 'twentieth'],
  ['21st', 'twenty-first'],
  ['25th', 'twenty-fifth'],
  ['26th', 'twenty-sixth'],
  ['27th', 'twenty-seventh'],
  ['28th', 'twenty-eighth'],
  ['29th', 'twenty-ninth'],
  ['30th', 'thirtieth'],
];
const ORDINAL_PATTERNS = ORDINALS.map(([figures, word]) => ({
  figures,
  word,
  inFigures: new RegExp(`\\b${figures}\\b`, 'g'),
  inWords: new RegExp(`\\b${word}\\b`, 'gi'),
}));
/** Nearly no name has one: a large pack is compiled in two thirds of the time by asking that first. */
const ANY_ORDINAL = new RegExp(`\\b(?:${ORDINALS.flat().join('|')})\\b`, 'i');
const ordinals: Rule = (text, alias) => {
  if (!isEnglish(alias) || !ANY_ORDINAL.test(text)) return [];
  return ORDINAL_PATTERNS.flatMap(({ figures, word, inFigures, inWords }) => [
    text.replace(inFigures, word),
    text.replace(inWords, figures),
  ]);
};

/** 第26届 and 第二十六届: Chinese and Japanese count sessions in either numerals. */
const HAN_DIGITS = '〇一二三四五六七八九';
const hanNumber = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? HAN_DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN_DIGITS[ones] : ''}`;
};
const hanOrdinals: Rule = (text) => [
  text.replace(
    /第(\d{1,2})(?=[届屆回次])/g,
    (_, digits: string) => `第${hanNumber(Number(digits))}`,
  ),
];

/** phase-out and phaseout, de-risking and derisking: hyphens between parts of a word come and go. */
const closedCompounds: Rule = (text, { caseMode, type }) => {
  if (caseMode !== CASE_ANY || type === 'decoy') return [];
  return [
    text.replace(/(\p{Ll}{2,})-(\p{Ll}{2,})/gu, (whole, a: string, b: string) =>
      // Only where a prefix or particle is joined; "loss-and" never becomes a word.
      /^(?:de|re|anti|over|non|co|pre|post)$/.test(a) || /^(?:out|down|in|off|up)$/.test(b)
        ? `${a}${b}`
        : whole,
    ),
  ];
};

/** decarbonise and decarbonize, labour and labor: the two spellings of English. */
const spellings: Rule = (text, alias) => {
  if (!isEnglish(alias)) return [];
  return [
    text.replace(/\b(\p{L}{3,})is(e|ed|es|er|ing|ation|ations)\b/gu, '$1iz$2'),
    text.replace(/\b(\p{L}{3,})iz(e|ed|es|er|ing|ation|ations)\b/gu, '$1is$2'),
    text.replace(/labour\b/gi, (word) => `${word.slice(0, -3)}or`),
    text.replace(/labor\b/gi, (word) => `${word.slice(0, -2)}our`),
    text.replace(/\bprogramme(s?)\b/g, 'program$1'),
    text.replace(/\bdefence\b/g, 'defense'),
  ];
};

/** "Blinken's visit" and "Blinken visit", "Pelosis Taiwan-Besuch": headlines drop the possessive. */
const innerPossessive: Rule = (text, alias) =>
  isEnglish(alias) && /\s/.test(text) ? [text.replace(/['’]s(?=\s)/g, '')] : [];

/** Middle dots between the parts of a foreign name: written, or not, or as a space. */
const middleDots: Rule = (text) => [text.replace(/(?<=\p{L}\p{M}*)[·・](?=\p{L})/gu, '')];

/** ae for ä, where a keyboard or an address has no umlauts. */
const umlauts: Rule = (text, { lang }) =>
  lang === 'de'
    ? [
        text.replace(/[äöü]/gi, (letter) => {
          const plain = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' }[letter];
          return plain ?? letter;
        }),
      ]
    : [];

/** In this order: later rules also work on what earlier ones made. */
const ALIAS_RULES: readonly Rule[] = [
  withoutArticle,
  dottedAbbreviations,
  ampersand,
  legalForms,
  ordinals,
  hanOrdinals,
  innerPossessive,
  closedCompounds,
  spellings,
  inflections,
  middleDots,
  umlauts,
];

function applyRules(text: string, alias: AliasContext, rules: readonly Rule[]): string[] {
  const forms = new Set([text]);
  for (const rule of rules) {
    for (const form of [...forms]) {
      for (const other of rule(form, alias)) {
        if (forms.size < MOST_FORMS) forms.add(other);
      }
    }
  }
  return [...forms];
}

/** All ways to write an alias, itself first; without a leading "the". */
export function variantsOf(
  text: string,
  lang: string,
  type: EntityType,
  caseMode: number,
): string[] {
  return applyRules(text, { lang, type, caseMode }, ALIAS_RULES).filter(
    (form) => !/^the\s/i.test(form),
  );
}

/** Decoys vary less: what matters is that the longer name is seen as one. */
export function decoyVariants(text: string, lang: string, caseMode: number): string[] {
  const rules = [withoutArticle, dottedAbbreviations, ampersand, legalForms, middleDots];
  return applyRules(text, { lang, type: 'decoy', caseMode }, rules).filter(
    (form) => !/^the\s/i.test(form),
  );
}

/** Cues count in singular and plural: "subsidy" confirms what "subsidies" does. */
export function cueVariants(text: string): string[] {
  return applyRules(text, { lang: 'en', type: 'topic', caseMode: CASE_ANY }, [
    withoutArticle,
    (form, alias) =>
      /\p{Ll}$/u.test(form) && form === form.toLowerCase() ? inflections(form, alias) : [],
  ]);
}
