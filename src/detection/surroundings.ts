/** What the words right beside a mention say of it: articles before persons, prepositions before places. */

/** Articles and contractions that stand before words, not before persons. */
const ARTICLE_BEFORE =
  /(?:^|[^\p{L}])(?:an?|das|des|dem|ein|eine|eines|einem|beim|vom|zum|im|el|la|le|un|une|o|os)[ \u00a0]$/iu;
/** What puts a city on the map rather than into politics. */
const PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:in|at|near|outside|around|inside|across|through|central|downtown|greater|visit(?:ed|ing)?|live[sd]? in|flew to|train to|en|cerca de|centro de|capital|à|dans|bei|nahe|nach|em|centro)[ \u00a0]+(?:the[ \u00a0]+)?$/iu;
/** What governments do, right behind their name, or have, behind its possessive. */
const GOVERNS_AFTER =
  /^(?:['’]s?\s+(?:\p{L}+\s+)?(?:ambassador|envoy|government|invasion|army|troops|foreign|ministry|minister|demand|claim|offer|plan|position|reply|response|decision|sanctions|proposal|ban|war|forces|policy|allies|refusal|warning|rule|rules|law|regulator|regulators|officials)|\s+(?:also\s+|now\s+|has\s+|had\s+|have\s+|would\s+|will\s+|itself\s+)?(?:said|says|say|accused|accuses|wants|wanted|called|calls|announced|announces|warned|warns|asked|asks|demanded|demands|insisted|insists|denied|denies|rejected|rejects|refused|refuses|agreed|agrees|proposed|proposes|imposed|imposes|banned|bans|sent|sends|signed|signs|condemned|condemns|criticised|criticized|claims|claimed|considers|pledged|promised|threatened|threatens|responded|replied|ordered|approved|launched|seized|invaded|attacked|complains|complained|told|plans|urged|urges|opposes|hopes|broke|cut|suspended|retaliated|drew|set|put|wrote|backs|backed)\b|\s+(?:dijo|anunció|acusó|quiere|exige|pidió|rechazó|advirtió|a annoncé|a dit|veut|exige|accuse|refuse|demande|will|fordert|kündigte|warf|lehnt|verlangt|erklärte|disse|anunciou|acusou|quer|pediu|rejeitou)(?!\p{L}))/iu;
/** Two governments named together. */
const BETWEEN_BEFORE =
  /(?:between|with|from|by|against|to|zwischen|entre)[ \u00a0]+(?:\p{Lu}[\p{L}.]+[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+)?$/u;
const PAIR_AFTER = /^[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+(?:\p{Lu})/u;
/** Characters looked at before a mention. */
const WINDOW = 40;

/** True when an article stands before text[start..]. */
export function hasArticleBefore(text: string, start: number): boolean {
  return ARTICLE_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start));
}

/** What a capital's surroundings make of it: the city, the government, or nothing. */
export function placeOrGovernment(
  text: string,
  start: number,
  end: number,
): 'place' | 'government' | 'pair' | null {
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const right = text.slice(end, end + WINDOW);
  if (GOVERNS_AFTER.test(right)) return 'government';
  if (PLACE_BEFORE.test(left)) return 'place';
  if (BETWEEN_BEFORE.test(left) && (PAIR_AFTER.test(right) || / (?:and|und|y|et|e) $/.test(left))) {
    return 'pair';
  }
  return null;
}

/** Flint, MI · Marshall, Mich. · in Dearborn, Michigan */
const TOWN_BEFORE = /\p{Lu}[\p{L}\p{M}.' -]*,[ \u00a0]$/u;

const ADDRESS_END = /^[ \u00a0]*(?:[,.;:)—–]|\d{5}|$)/mu;

/** True when text[start, end) stands where a state does in an address: town, comma, state, stop. */
export function isAddress(text: string, start: number, end: number): boolean {
  return (
    TOWN_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start)) &&
    ADDRESS_END.test(text.slice(end, end + WINDOW))
  );
}
