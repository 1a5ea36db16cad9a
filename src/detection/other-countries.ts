/**
 * Institutions that many countries have: a House of Representatives, a secretary of state, a national
 * security law. One of another country beside its name ("Japanese House", "Chambre des représentants du
 * Maroc", 日本众议院) is another one, and what is then called by the bare name is that one, too.
 */
import { wordSet } from './word-set.ts';
import { isCapitalised, stripped, wordAfter, wordBefore } from './words.ts';

/** What such institutions are called by, in the languages of packs. */
const INSTITUTION =
  /(?:house|haus(?:es)?|長官|国务|國務|c[âá]mara|chambre|secret|s[ée]cret|depart|ministr|law|loi|ley|lei|gesetz|院|議長|议长|法|\bact$)/i;

/**
 * How the names of countries and what belongs to them begin, across English, German, French, Spanish and
 * Portuguese: japanisch, Japon, japonés. Those whose houses, secretaries or laws are written about by
 * the same words.
 */
const STEMS = `japan japon austral neuseel néo-z neoz zealand colomb kolumb mexi mexik argentin chile chili uruguay
  paragua bolivi philipp filip nigeria marokk maroc moroc marruec marroqu jordan ägypt egypt égypt zyper
  zypr cypr chypr chipr belg niederl dutch néerl netherl holand tschech czech tchèq checo checa belarus weißrus
  biélo bielo malta maltes fidsch fiji malays indones thai indian indien indisch india pakist nepal
  népal irak iraq british britis brita canad kanad irish irisch irland irlan ireland liberi gambi somali
  äthiop ethiop éthiop polish polnis polen polon polac schwed swed spanis spain español espagn france
  french franz swiss suiss suiz schweiz itali brasil brazil brési peru pérou ecuad kuba cuban haiti
  puerto antigu barbad jamaic bahama usbek uzbek kasach kazak jemen yemen texas texan tejas ohio georgi
  kaliforn californ arizon florid illinois iowa kansas kentuck louisian minnesot missouri montan nevad
  oklahom oregon pennsyl tennes wisconsin wyoming alask hawaii virgini idaho vermont maryland michigan`;
/** The same one by one; made when first needed. */
let stems: readonly string[] | null = null;
/** Letters that a stem may be followed by. */
const LONGEST_ENDING = 7;

/** The same in Chinese and Japanese, right before a name. */
const HAN_COUNTRY =
  /(?:日本|英国|英國|澳大利亚|澳洲|澳大利亞|オーストラリア|阿根廷|荷兰|荷蘭|オランダ|イギリス|加拿大|カナダ|法国|法國|フランス|意大利|義大利|イタリア|西班牙|スペイン|墨西哥|メキシコ|巴西|ブラジル|印度|インド|菲律宾|菲律賓|フィリピン|马来西亚|馬來西亞|マレーシア|泰国|泰國|タイ|波兰|波蘭|ポーランド|俄罗斯|俄羅斯|ロシア|德国|德國|ドイツ|爱尔兰|愛爾蘭|尼日利亚|哥伦比亚|智利|チリ|新西兰|紐西蘭|バチカン|教皇庁|梵蒂冈|梵蒂岡|教廷|韩国|韓國|韓国|中国|中國|中华|中華)(?:の|的|联邦|聯邦|連邦)?$/u;
const HAN_WINDOW = 10;

function isOther(word: string): boolean {
  const small = stripped(word).toLowerCase();
  stems ??= STEMS.split(/\s+/);
  return stems.some(
    (stem) => small.startsWith(stem) && small.length <= stem.length + LONGEST_ENDING,
  );
}

const OF = wordSet('of de do da du des von del in der la the');

/** "Conference of the Parties to the Ramsar Convention": of another treaty than that on climate. */
const OF_TREATY =
  /^[ \u00a0](?:to|of)[ \u00a0](?:the|its)[ \u00a0](?!UN |U|Fr|Paris|Kyoto|Convention on Cl)(?:[A-Z][\w-]+[ \u00a0]){0,2}(?:Convention|Treaty|Protocol)\b/;
const PARTIES = /Part(?:ies|ei)/;
const TREATY_WINDOW = 72;

/** Where the legislatures of the states sit, whose houses and departments their press calls by the bare name. */
const STATE_CAPITALS = `montgomery|juneau|phoenix|little rock|sacramento|denver|hartford|dover|tallahassee|atlanta|honolulu|boise|springfield|indianapolis|des moines|topeka|frankfort|baton rouge|augusta|annapolis|boston|lansing|saint paul|st\\.? paul|jackson|jefferson city|helena|lincoln|carson city|concord|trenton|santa fe|albany|raleigh|bismarck|columbus|oklahoma city|salem|harrisburg|providence|columbia|pierre|nashville|austin|salt lake city|montpelier|richmond|olympia|charleston|madison|cheyenne|san juan`;
/** ... and those of other countries' houses. */
const OTHER_CAPITALS =
  'wellington|canberra|manila|abuja|kathmandu|nicosia|suva|rabat|valletta|ottawa|kingston|bridgetown|castries|belmopan';
/** "LANSING — ": where a report was written. */
const STATE_DATELINE = new RegExp(
  `^(?:${STATE_CAPITALS}|${OTHER_CAPITALS})(?:,[^—–\\n]{1,24})?[ \\u00a0](?:—|–|--?)[ \\u00a0]`,
  'i',
);
/** "Lawmakers in Lansing left for the summer": the same, said in a sentence. */
const STATE_LEGISLATORS = new RegExp(
  `(?:lawmakers|legislators|legislature|statehouse)[ \\u00a0](?:in|at)[ \\u00a0](?:${STATE_CAPITALS})\\b`,
  'i',
);
/** What it has, asked for first: it is soon asked. */
const LEGISLATORS = /awmakers|egislat|tatehouse/;
/** Characters before a name in which they are looked for. */
const LEGISLATORS_WINDOW = 240;
const DATELINE_WINDOW = 60;
/** What states have as well; a State Department they have not. */
const OF_STATES = /House|(?:Secretary|Department) of State|Departamento de Estado/;
const DASH = / [—–-]/;

/**
 * "In Abuja the House of Representatives …", where a sentence begins by saying whose house it is. A department or
 * a law is spoken of elsewhere, too: "In Kyiv, the State Department said", "En Bruselas, la Ley …".
 */
const SEAT =
  /(?:^|[.!?”"\n][ \u00a0]?)(?:In|En|À|Em)[ \u00a0](\p{Lu}\p{Ll}+),?[ \u00a0](?:the|la|el|a)[ \u00a0]$/u;
const SEAT_WINDOW = 32;
/** What it begins with: asked first, since it is soon asked. */
const SEAT_BEGINS = /(?:In|En|À|Em)[ \u00a0]/;
const HOUSES = /House|Chambre|C[âá]mara/;
/** A name that says itself that it is the United States' own. */
const SAYS_WHOSE = /U\.? ?S|EE\.? ?UU|EUA|United|[EÉ]tats|Estados|am[eé]rica/;
/** What else sentences begin with: the seat that is meant, and when. */
const NO_SEATS = wordSet(
  `Washington Philadelphia America Congress Spring Summer Autumn Fall Winter January February March April May June July August September October November
  December Januar Februar enero febrero marzo abril mayo junio julio agosto janvier février mars avril mai juin`,
);

/** Where a sentence says that a house sits which does not say itself whose it is, or null. */
function seatBefore(text: string, start: number, end: number): string | null {
  const name = text.slice(start, end);
  if (!HOUSES.test(name) || SAYS_WHOSE.test(name)) return null;
  const before = text.slice(Math.max(0, start - SEAT_WINDOW), start);
  const seat = SEAT_BEGINS.test(before) ? SEAT.exec(before)?.[1] : null;
  return seat && !NO_SEATS.has(seat) ? seat : null;
}

/** Which state's house or secretary is spoken of at text[start, end), by where the report or its lawmakers are; null for none. */
function stateCapitalBefore(text: string, start: number, end: number): string | null {
  const name = text.slice(start, end);
  if (!OF_STATES.test(name) || SAYS_WHOSE.test(name)) return null;
  if (text.startsWith(' in Washington', end)) return null;
  const opening = text.slice(0, DATELINE_WINDOW);
  const before = text.slice(Math.max(0, start - LEGISLATORS_WINDOW), start);
  const [capital] =
    (DASH.test(opening) && STATE_DATELINE.exec(opening)) ||
    (LEGISLATORS.test(before) && STATE_LEGISLATORS.exec(before)) ||
    [];
  return capital && !FEDERAL_BEFORE.test(before) ? capital.trim() : null;
}
const FEDERAL_BEFORE = /(?:U\.?S\.?|federal)[ \u00a0]$/;

/** "The Secretary of State for Transport told the House": a British one. Under and assistant secretaries are the United States'. */
const BRITISH_OFFICE = /(?<!(?:Assistant|Deputy|Under) |Under)Secretary of State for /;
const OFFICE_WINDOW = 100;

/** What the check needs to know of a match. */
interface Institution {
  readonly type: string;
}

/** The word that makes another country's of the institution at text[start, end), or null. */
export function isOfOtherCountry(
  text: string,
  start: number,
  end: number,
  { type }: Institution,
): string | null {
  if (type === 'agreement' && PARTIES.test(text.slice(start, end))) {
    return OF_TREATY.exec(text.slice(end, end + TREATY_WINDOW))?.[0].trim() ?? null;
  }
  if (type !== 'organization' && type !== 'law') return null;
  if (!INSTITUTION.test(text.slice(start, end))) return null;
  const capital = stateCapitalBefore(text, start, end);
  if (capital) return capital;
  const [han] = HAN_COUNTRY.exec(text.slice(Math.max(0, start - HAN_WINDOW), start)) ?? [];
  if (han) return han;
  const last = wordBefore(text, start);
  if (last && isOther(last.word)) return last.word;
  if (end - start === 'House'.length) {
    const office = BRITISH_OFFICE.exec(text.slice(Math.max(0, start - OFFICE_WINDOW), start))?.[0];
    if (office) return office.trim();
  }
  const seat = seatBefore(text, start, end);
  if (seat) return seat;
  let next = wordAfter(text, end);
  if (!next) return null;
  // "Chambre des représentants marocaine"
  if (!isCapitalised(next.word) && !OF.has(next.word) && isOther(next.word)) return next.word;
  if (!OF.has(next.word)) return null;
  next = wordAfter(text, next.to);
  if (next && OF.has(next.word)) next = wordAfter(text, next.to);
  return next && isCapitalised(next.word) && isOther(next.word) ? next.word : null;
}
