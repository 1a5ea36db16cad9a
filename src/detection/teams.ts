/** Places that play: the name of a state or a town is its team's, too. */
import { wordSet } from './word-set.ts';
import { wordAfter, wordBefore } from './words.ts';

/** What teams do, right behind their name. */
const TEAM_ACTS = wordSet(`
  beat beats defeated defeats routed edged outscored trailed thrashed plays punted fumbled kicked fielded
`);
/** What is done to teams, right before their name. */
const BEFORE_TEAMS = wordSet('beat beats defeated routed edged thrashed vs versus outscored');
/** Of teams these are members, right behind the name of one: "Michigan transfer Boyd". */
const TEAM_ROLES = wordSet(`
  transfer quarterback linebacker cornerback pitcher catcher shortstop goalie goaltender goalkeeper midfielder
  striker fullback kicker punter freshman sophomore recruit recruits fans footballer gymnast wrestler
  sweatshirt hoodie jersey prop hooker flanker winger
`);

/** And these before a hyphen: "the Glasgow full-back". */
const HALVES = wordSet('full fly scrum half');

/** What the next three patterns begin with: asked first, since it is soon asked. */
const PLAYS = wordSet(
  `has had have also then score scored scores conceded took take lost lose swept led lead leads dropped drew need
  needs needed host hosts hosted face faced faces visit visits won clinched claimed lifted retained defended opened
  opens began begins started starts closed ended ends finished`,
);
/** "Glasgow scored four tries". */
const SCORES_BEHIND =
  /^[ \u00a0](?:(?:has|had|have|also|then)[ \u00a0])?(?:scored?|conceded?|took|take|lost|lose|swept|led|leads?|dropped|drew|needs?|needed|hosts?|hosted|faced?|faces|visits?)[ \u00a0](?:(?:a|an|no|one|two|three|four|five|six|seven|eight|nine|ten|the first|the opening|late|early|\d+)[ \u00a0](?:\p{L}+[ \u00a0]){0,2}(?:tr(?:y|ies)|goals?|points?|runs?|wickets?|penalt(?:y|ies)|touchdowns?)|(?:the|a|its|their)[ \u00a0](?:\p{L}+[ \u00a0]){0,2}(?:series|match|innings|half-time|halftime)(?![ \u00a0]of[ \u00a0]))(?!\p{L})/u;
/** "Michigan had won the national title". */
const TITLE_BEHIND =
  /^[ \u00a0](?:(?:has|had|have)[ \u00a0])?(?:won|clinched|claimed|lifted|retained|defended)[ \u00a0](?:the|its|their|a|back)[ \u00a0](?:\p{L}+[ \u00a0]){0,3}(?:title|trophy|championship|pennant|cup|Cup|Bowl|opener|derby|playoff|play-off|semi-final|semifinal|quarterfinal|match|medal)(?!\p{L})/u;
/** "Michigan opened the season". */
const SEASON_BEHIND =
  /^[ \u00a0](?:opened|opens|began|begins|started|starts|closed|ended|ends|finished)[ \u00a0](?:the|its|their)[ \u00a0](?:\p{L}+[ \u00a0])?(?:season|tournament)(?!\p{L})/u;
const IN_A_GAME = [SCORES_BEHIND, TITLE_BEHIND, SEASON_BEHIND];
/** Characters behind a name in which its game is told. */
const GAME_WINDOW = 80;

/** True where a place plays: "Michigan beat Iowa", "lost to Michigan". */
export function isTeam(text: string, start: number, end: number): boolean {
  const next = wordAfter(text, end);
  if (next?.joint === 'space') {
    if (TEAM_ACTS.has(next.word) || TEAM_ROLES.has(next.word)) return true;
    if (HALVES.has(next.word) && text.charAt(next.to) === '-') return true;
    if (next.word === 'men' || next.word === 'women') {
      if (TEAM_ACTS.has(wordAfter(text, next.to)?.word ?? '')) return true;
    }
    const second = next.word === 'lost' || next.word === 'drew' ? wordAfter(text, next.to) : null;
    if (second?.word === 'to' || second?.word === 'with') return true;
  }
  const behind = text.slice(end, end + GAME_WINDOW).split(/[.!?](?:\s|$)/u, 1)[0] ?? '';
  if (PLAYS.has(next?.word ?? '') && IN_A_GAME.some((pattern) => pattern.test(behind))) return true;
  const last = wordBefore(text, start);
  if (!last) return false;
  return (
    BEFORE_TEAMS.has(last.word) ||
    (last.word === 'to' && wordBefore(text, last.from)?.word === 'lost')
  );
}
