/** What goes on behind a match and makes another name of it: Glasgow University, US 41, Glasgow, Montana. */
import { beginsLine } from './lines.ts';
import { GIVEN_NAMES, NAME_TAILS, PRODUCT_TAILS, VENUES, VERB_TAILS } from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { REGION_BEGINNINGS, REGIONS } from './regions.ts';
import { actOf, isHeadlineVerb } from './verbs.ts';
import { wordSet } from './word-set.ts';
import { bare, isCapitalised, isPossessive, spaced, wordAfter, wordBefore } from './words.ts';

const NONE = NOTHING_BESIDE;

/** "Northwind America, Inc.", "Torchlight (Beijing) Co., Ltd." */
const FIRM = /^\)?,?[ \u00a0](?:Inc|LLC|Ltd|Limited|Co\.?,? Ltd|Corp|GmbH|Pty)\b/;

/** Ford & Sons is no carmaker. */
const FAMILY_FIRM =
  /^[ \u00a0]+(?:&|and)[ \u00a0]+(?:Sons?|Daughters?|Brothers|Bros|Partners|Associates)\b/;
/**
 * "European Union of the Deaf", "State Department of Health": another body, whose name begins in the same way. "The State
 * Department of Antony Blinken’s years" is the known one.
 */
const BODY_OF = /^[ \u00a0]of[ \u00a0](?:the[ \u00a0])?(?=[A-Z])/;
/** Characters looked at behind a match for those. */
const WINDOW = 20;
const LONG_WINDOW = 64;
/** A name's last word is looked for among this many capitalised words behind a match. */
const TAIL_WORDS = 3;

/** University, Airlines, Street: what the names of other things end with. */
export function tailOfName(
  text: string,
  start: number,
  end: number,
  { type, titled, isKnownName }: NameContext,
): Neighbourhood {
  const behind = text.slice(end, end + WINDOW);
  const [family] = (type === 'place' ? FIRM : FAMILY_FIRM).exec(behind) ?? [];
  if (family) {
    return { kind: 'longer-name', word: family.trim(), from: start, to: end + family.length };
  }
  const [of] = (type === 'organization' && BODY_OF.exec(behind)) || [];
  const whose = of && text.slice(start, end).includes(' ') ? wordAfter(text, end + 3) : null;
  if (whose && !GIVEN_NAMES.has(bare(whose.word)) && !isKnownName(whose.from, whose.to)) {
    return { kind: 'longer-name', word: whose.word, from: start, to: whose.to };
  }
  let at = end;
  for (let i = 0; i < TAIL_WORDS; i++) {
    const next = wordAfter(text, at);
    if (!next) return NONE;
    if (!isCapitalised(next.word)) {
      // "the Taiwan House restaurant", "the One China restaurant"; but "a Taiwan restaurant"
      const isHouse = type === 'place' ? i > 0 : type === 'topic';
      return isHouse && next.joint === 'space' && VENUES.has(next.word)
        ? { kind: 'longer-name', word: next.word, from: start, to: next.to }
        : NONE;
    }
    const tail = bare(next.word);
    // The U.S. Air Force is the country's; Glasgow Air Force Base and Air China are not.
    const force = tail === 'air' ? wordAfter(text, next.to) : null;
    if (force?.word === 'Force' && wordAfter(text, force.to)?.word !== 'Base') return NONE;
    if (NAME_TAILS.has(tail)) {
      if (PRODUCT_TAILS.has(tail) && type === 'organization') return NONE;
      // "House Republicans Press Ford": in a title the word may be a verb.
      const goesOn = isCapitalised(wordAfter(text, next.to)?.word ?? '');
      if (goesOn && VERB_TAILS.has(tail) && titled()) return NONE;
      // "MICHIGAN TOWNSHIP SPLIT OVER SOLAR FARM": one there.
      if (type === 'place' && tail === 'township' && titled()) return NONE;
      if (tail === 'platz' && TAKES_PLACE.test(text.slice(next.to, next.to + WINDOW))) return NONE;
      return { kind: 'longer-name', word: next.word, from: start, to: next.to };
    }
    // "Russia Vows Arms for …"
    if (titled() && (isHeadlineVerb(tail) || (i === 0 && actOf(tail)))) return NONE;
    // A possessive ends a name, and so does another: "Glasgow Council's University", "China Hits US Steel".
    if (isPossessive(next.word) || /^(?:US|EU|UK|UN)$/.test(next.word)) return NONE;
    at = next.to;
  }
  return NONE;
}

/** "wo Xi Jinping Platz nahm": takes a seat, and no square. */
const TAKES_PLACE = /^[ \u00a0](?:n[aeiä]hm|nimm|genomm|zu nehm|f[aäi]nd|gefund|mach|gemach)/;

/** "the Scotland family", "the Glasgow brothers": people of that name. */
const KINSFOLK = wordSet('family clan brothers sisters siblings twins cousins boys girls');
/** What follows a place's name and shows that it is the name of people. */
export function bearersOfPlace(
  text: string,
  start: number,
  end: number,
  { abbreviation }: NameContext,
): Neighbourhood {
  if (abbreviation || !/[Tt]he[ \u00a0]$/.test(text.slice(Math.max(0, start - 4), start)))
    return NONE;
  const kin = spaced(wordAfter(text, end));
  return KINSFOLK.has(kin) ? { kind: 'longer-name', word: kin, from: start, to: end } : NONE;
}

/** Pelosi's Bakery, Kerry's Bar: a house named after whoever keeps it. */
export function houseOf(text: string, start: number, end: number): Neighbourhood {
  const possessive = /^['’]s/u.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const next = possessive > 0 ? wordAfter(text, end + possessive) : null;
  if (!next || !isCapitalised(next.word) || !VENUES.has(bare(next.word))) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}

/** "America (band)", "House (TV series)", "Taiwan the band". */
const WORK_BEHIND =
  /^[ \u00a0](?:\((?:[\w’'-]+ ){0,3}(?:band|group|song|album|film|series|novel|musical|game|ship|surname|name|disambiguation)\)|the (?:band|movie|musical|sitcom)\b)/;
/** "the band America". */
const WORK_BEFORE =
  /\b(?:band|trio|duo|quartet|rockers|sitcom|(?:-[a-z]+|rock|pop|folk) group|(?:board|card|video) game)[ \u00a0]$/;
const WORK_WINDOW = 48;

/** What says beside a name that a work, a band or a ship is called by it, or undefined. */
export const workAround = (text: string, start: number, end: number): string | undefined =>
  (WORK_BEHIND.exec(text.slice(end, end + WORK_WINDOW)) ??
    WORK_BEFORE.exec(text.slice(Math.max(0, start - WINDOW), start)))?.[0];

/** What a work, a band or a ship is called by; the bare name behind it is theirs as well. */
export function workOf(text: string, start: number, end: number): Neighbourhood {
  const word = workAround(text, start, end);
  return word
    ? { kind: 'longer-name', word: word.trim(), from: start, to: end, isBearer: true }
    : NONE;
}

/** US 41, EU 42.5, HK 416, US shoe size, "US and EU shoe sizes"; not "in the US 41 people", "EU 2030 targets", "US 10-year bonds". */
const NUMBER_BEHIND =
  /^\)?[ \u00a0](?:(?:(?:and|to|or|vs\.?|&) (?:US|UK|EU) )?(?:(?:wo)?men[’']s |shoe |ring |clothing |bra )*siz(?:es?|ing)\b(?: \d+)?|\d{1,3}(?:[.,]5)?(?![\d%-]|[.,] ?\d|[ \u00a0]\d|[ \u00a0]?(?:%|°|degrees|per|percent|million|billion|trillion)))/i;
/** "size 38 EU" */
const SIZE_BEFORE = /\bsizes? \d+(?:\.5)?[ \u00a0]$/i;
/** "212 U.S. 305", "28 U.S.C.": a volume and a page of a court's reports, a title of the code of laws. */
const VOLUME_BEFORE = /\b\d{1,3}[ \u00a0]$/;
const PAGE_BEHIND = /^\.?[ \u00a0]?(?:\d{1,4}\b|C\.)/;
const REPORTS = /^U\.[ \u00a0]?S\.?$/;
/** Letters (or letters and stops) of what roads and sizes are called by. */
const LONGEST_NUMBERED = 4;
const BEFORE_NUMBERS = wordSet('the in per');

/** A road or a size: an abbreviation that a number follows. */
export function numberedName(text: string, start: number, end: number): Neighbourhood {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const [page] =
    (VOLUME_BEFORE.test(before) &&
      REPORTS.test(text.slice(start, end)) &&
      PAGE_BEHIND.exec(text.slice(end, end + WINDOW))) ||
    [];
  if (page) return { kind: 'longer-name', word: page.trim(), from: start, to: end + page.length };
  // Roads and sizes are of US, EU and the like, not of U.S.A.; rows of figures the pattern leaves out.
  if (end - start > LONGEST_NUMBERED) return NONE;
  const [number] = NUMBER_BEHIND.exec(text.slice(end, end + WINDOW)) ?? [];
  const [size] = SIZE_BEFORE.exec(before) ?? [];
  const word = number ?? size;
  if (!word || BEFORE_NUMBERS.has(wordBefore(text, start)?.word.toLowerCase() ?? '')) return NONE;
  return { kind: 'longer-name', word: word.trim(), from: start, to: end + (number?.length ?? 0) };
}

/** Behind a country these are another country, or the capital of one. */
const OTHERS_OF_THEIR_OWN = wordSet('Georgia Washington Jamaica Victoria');

/** "Michigan, Lake, 210": an index puts a name's own word first. */
const TURNED =
  /^, (?:Lake|Mount|Mt|Cape|Fort|(?:Gulf|Strait|Straits|Bay|University|Isle|Sea|City|Bank) of|Bay|River|University|Port)(?=[,;:.)\n]|$)/u;

/** "China, Michigan, is a township" */
const IS_TOWN = /^,?[ \u00a0](?:is|was|has|lies|sits)[ \u00a0](?:an?|the|its|about|some|in|on|\d)/;

/** "Glasgow, Ellen. Barren Ground", "House, H. The Dickens World": an author as lists have one. */
const AUTHOR =
  /^,[ \u00a0]([A-Z][a-zß-ÿ]+)(?:[ \u00a0][A-Z][a-z.]*){0,2}(?:\.?[ \u00a0]\(|[.:]?[ \u00a0][A-Z“"'‘(]|\.?$)/m;
/** Given names that are states, towns and makes of cars as well. */
const NO_AUTHORS = wordSet('virginia georgia florence mercedes austin lincoln chad jordan');

/** True at the head of a line where a given name and a title follow the word. */
export function isAuthor(text: string, start: number, end: number): boolean {
  if (text.charAt(end) !== ',' || !beginsLine(text, start)) return false;
  const given = AUTHOR.exec(text.slice(end, end + LONG_WINDOW))?.[1]?.toLowerCase() ?? '';
  return GIVEN_NAMES.has(given) && !NO_AUTHORS.has(given);
}

/** Glasgow, Montana: another place of that name. Its own region is no other: Detroit, Michigan. */
export function namesake(
  text: string,
  start: number,
  end: number,
  { townLike, isKnownName }: NameContext,
): Neighbourhood {
  if (text.charAt(end) !== ',') return NONE;
  const region = wordAfter(text, end + 1);
  if (region?.joint !== 'space') return NONE;
  const [turned] = TURNED.exec(text.slice(end, end + WINDOW)) ?? [];
  if (turned)
    return { kind: 'longer-name', word: region.word, from: start, to: end + turned.length };
  // In "China, Michigan" only the state is the known one.
  const isKnown = isKnownName(region.from, region.to);
  const there: Neighbourhood = {
    kind: 'longer-name',
    word: region.word,
    from: start,
    to: isKnown ? end : region.to,
    isBearer: true,
  };
  // Russia, Ohio, and the fair; but "in China, Texas sees a rival".
  if (!townLike) {
    const isOther =
      REGIONS.has(region.word) &&
      !OTHERS_OF_THEIR_OWN.has(region.word) &&
      (IS_TOWN.test(text.slice(region.to, region.to + WINDOW)) ||
        (!isKnown && /^(?:[,.;:)!?]|$)/u.test(text.slice(region.to, region.to + 1)))) &&
      !/,[ \u00a0]$/.test(text.slice(Math.max(0, start - 2), start));
    return isOther ? there : NONE;
  }
  const isRegion =
    REGIONS.has(region.word) ||
    (REGION_BEGINNINGS.has(region.word) && isCapitalised(wordAfter(text, region.to)?.word ?? ''));
  return isRegion ? there : NONE;
}
