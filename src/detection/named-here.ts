/** Names that a text gives itself, to somebody or something else: a dog called Time, her friend Ford. */
import { PROFESSIONS } from './professions.ts';
import { wordSet } from './word-set.ts';
import { wordAfter, wordBefore } from './words.ts';

/** Before a name these introduce a private person, a pet or a thing: her friend Ford, a dog called Time. */
const PRIVATE_ROLES = wordSet(`
  friend friends brother sister cousin son daughter uncle aunt husband wife mother father mum mom dad
  grandmother grandfather nephew niece neighbour neighbor colleague roommate flatmate teammate classmate
  boyfriend girlfriend partner twin baby boy girl dog cat horse bull goat parrot hamster actor actress
  guitarist bassist captain coach clerk farmer student pupil
`);
const isPrivateRole = (word: string): boolean => PRIVATE_ROLES.has(word) || PROFESSIONS.has(word);
/** What says, right before a name, that it is given here. */
const NAME_GIVERS = wordSet(`
  surname surnamed forename labelled labeled stamped
  called named nicknamed christened dubbed genannt namens llamado llamada nommé nommée appelé appelée chamado
  chamada
`);
/** Before a word with an exclamation mark these make it a cry. */
const CRIES = wordSet('shouted shouts yelled yells cried cries screamed bellowed hollered barked');

/** Characters in which a name is given. */
const GIVING = 60;
/** What the next pattern's verbs have in common: asked first, since it is soon asked. */
const NAMING = /call|nam|christened|dubbed|baptis|baptiz/;
/** "named her tomcat Xi", "called his shed the Kremlin"; not "called the envoy in Kyiv". */
const CHRISTENED =
  /(?:^|[^\p{L}])(?:call|calls|called|calling|name|names|named|naming|nicknamed|christened|dubbed|baptised|baptized)[ \u00a0](?:my|our|his|her|its|their|your|the|a|an)[ \u00a0](?:(?!(?:to|of|in|for|on|with|from|by|at|and|or|as|against|about|after|before|over|that|who|when)[ \u00a0])\p{Ll}+[ \u00a0-]){1,3}(?:the[ \u00a0])?$/u;

/** True for a name that is given here: "a dog called Time", "her friend Ford", "America is the name of". */
export function isNamedHere(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - GIVING), start);
  if (NAMING.test(before) && CHRISTENED.test(before)) return true;
  const last = wordBefore(text, start);
  if (last?.joint === 'space' && (NAME_GIVERS.has(last.word) || isPrivateRole(last.word))) {
    return true;
  }
  // "my uncle shouted TIME!"
  if (last && CRIES.has(last.word) && text.charAt(end) === '!') return true;
  const behind = text.slice(end, end + GIVING);
  if (behind.startsWith(',')) return isPrivateRole(ROLE_BEHIND.exec(behind)?.[1] ?? '');
  return isDefined(text, end);
}
/** "Ford, the bailiff," */
const ROLE_BEHIND =
  /^,[ \u00a0](?:an?|the|our|my|his|her|their)[ \u00a0](?:[a-zß-ÿ]+[ \u00a0])??([a-z]+)(?![A-Za-zÀ-ÿ])/;
const COPULAS = wordSet('is was are ist est es é');
const INDEFINITE = wordSet('the a an ein eine un une uno una um uma');
const MOST_ADJECTIVES = 3;
const NAME_NOUNS = wordSet(
  'name nickname surname forename hamlet village parish suburb verb noun pronoun prefix suffix nom prénom nombre apellido nome sobrenome Nachname Vorname Familienname',
);
const IN_BRACKETS = /^[ \u00a0][(（][^()（）]{1,12}[)）]/;
const MEANS = /^[ \u00a0](?:means|bedeutet)[ \u00a0](?:to[ \u00a0]|[“"‘'„])/;

/** True where a word is spoken of as a word. Read by hand: the words behind each name are asked. */
function isDefined(text: string, end: number): boolean {
  const behind = text.slice(end, end + GIVING);
  if (MEANS.test(behind)) return true;
  const copula = wordAfter(text, end + (IN_BRACKETS.exec(behind)?.[0].length ?? 0));
  if (copula === null || !COPULAS.has(copula.word)) return false;
  const article = wordAfter(text, copula.to);
  if (article === null || !INDEFINITE.has(article.word)) return false;
  let next = wordAfter(text, article.to);
  for (let read = 0; next !== null && read <= MOST_ADJECTIVES; read++) {
    if (NAME_NOUNS.has(next.word)) return true;
    next = wordAfter(text, next.to);
  }
  return false;
}

/** Whose they are: "our Kerry, who is four". */
const OWNERS = wordSet('my our his her their your');

/** True where a person's surname has an owner: somebody near, and not a known person. */
export function isOwned(text: string, start: number, end: number): boolean {
  const owner = wordBefore(text, start);
  if (owner?.joint !== 'space' || !OWNERS.has(owner.word.toLowerCase())) return false;
  // "their Biden coverage", "his Xi biography": what is owned is the thing behind the name.
  const next = wordAfter(text, end);
  if (next === null) return true;
  // "He told her Biden was going to win"
  return owner.word !== 'her' && (next.word === 'and' || next.word === 'is' || next.word === 'was');
}
