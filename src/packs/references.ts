/** What a pack's parts say of one another: everything that the schema cannot see in one field. */
import { type DaySpan, isAfter, parseFactDate } from './dates.ts';
import { type Problem, shown } from './problems.ts';
import type { Alias, Entity, Pack, Series } from './schema.ts';

/** Packs of this size are measured to work; beyond it compiling takes too long. */
const MAX_ALIASES = 200_000;

/** Two points make any change look steady. */
const MIN_LINE_POINTS = 3;

type Report = (path: string, message: string) => void;

function checkDate(date: string | null, path: string, asOf: DaySpan | null, report: Report): void {
  if (date === null) return;
  const span = parseFactDate(date);
  if (!span) report(path, `${shown(date)} is no date of the calendar`);
  else if (asOf && isAfter(span, asOf)) report(path, `${shown(date)} is after the pack's asOf`);
}

function checkSource(pack: Pack, key: string, path: string, report: Report): void {
  if (!Object.hasOwn(pack.sources, key)) report(path, `no source ${shown(key)}`);
}

function checkSeries(series: Series, path: string, report: Report): void {
  const labels = new Set(series.points.map((point) => point.label));
  if (series.chart === 'bars' && labels.size < series.points.length)
    report(`${path}.points`, 'bars need labels that differ');
  if (series.chart === 'line') {
    if (series.points.length < MIN_LINE_POINTS)
      report(`${path}.points`, `a line needs ${MIN_LINE_POINTS} points; draw fewer as bars`);
    if (labels.size > 1) report(`${path}.points`, 'a line follows one thing: use one label');
    const years = series.points.map((point) => point.year);
    if (years.some((year, i) => i > 0 && year <= (years[i - 1] ?? year)))
      report(`${path}.points`, 'a line needs years that go up');
  }
}

function checkEntity(pack: Pack, ids: ReadonlySet<string>, index: number, report: Report): void {
  const entity = pack.entities[index];
  if (!entity) return;
  const at = `entities[${index}]`;
  for (const list of ['facts', 'since', 'metrics'] as const) {
    entity[list].forEach((item, i) => {
      checkSource(pack, item.source, `${at}.${list}[${i}].source`, report);
    });
  }
  if (entity.source !== undefined) checkSource(pack, entity.source, `${at}.source`, report);
  const asOf = parseFactDate(pack.asOf);
  for (const list of ['facts', 'since'] as const) {
    entity[list].forEach((fact, i) => {
      checkDate(fact.date, `${at}.${list}[${i}].date`, asOf, report);
    });
  }
  if (entity.inArticle.length > 0 && !pack.article)
    report(`${at}.inArticle`, 'the pack names no article');
  entity.charts?.forEach((key, i) => {
    if (!Object.hasOwn(pack.series ?? {}, key))
      report(`${at}.charts[${i}]`, `no series ${shown(key)}`);
  });
  const related = new Set<string>();
  entity.related.forEach((id, i) => {
    const path = `${at}.related[${i}]`;
    if (id === entity.id) report(path, 'is the entity itself');
    else if (!ids.has(id)) report(path, `no entity ${shown(id)}`);
    else if (related.has(id)) report(path, `${shown(id)} stands twice`);
    related.add(id);
  });
}

/** Aliases that differ only in capitals or compatibility forms can meet the same words of a page. */
function sameWords(lang: string, text: string): string {
  return `${lang.toLowerCase()} ${text.normalize('NFKC').toLowerCase()}`;
}

interface Owner {
  entity: Entity;
  alias: Alias;
  path: string;
}

/**
 * Splits aliases that fold to the same words into those that one stretch of text could match
 * together. Exact forms meet only their like; a form that ignores capitals meets them all.
 */
function meetingOwners(owners: readonly Owner[]): Owner[][] {
  if (owners.some(({ alias }) => alias.case !== 'exact')) return [[...owners]];
  const byText = new Map<string, Owner[]>();
  for (const owner of owners) {
    const { text } = owner.alias;
    const like = byText.get(text);
    if (like) like.push(owner);
    else byText.set(text, [owner]);
  }
  return [...byText.values()];
}

/** Where entities share words, all of them have to be ambiguous and exactly one preferred. */
function checkClash(sharing: readonly Owner[], report: Report): void {
  const first = sharing[0]?.entity;
  if (!first || sharing.every(({ entity }) => entity === first)) return;
  const preferred = new Set(
    sharing.filter(({ alias }) => alias.preferred).map(({ entity }) => entity),
  );
  if (preferred.size === 1 && sharing.every(({ alias }) => alias.ambiguous)) return;
  for (const { entity, alias, path } of sharing) {
    if (entity === first) continue;
    report(
      path,
      `${shown(alias.text)} is also an alias of ${shown(first.id)}: mark both ambiguous and the likelier one preferred`,
    );
  }
}

function checkAliases(pack: Pack, report: Report): void {
  const owners = new Map<string, Owner[]>();
  let count = 0;
  pack.entities.forEach((entity, e) => {
    count += entity.aliases.length;
    // One entity may list several forms of the same words (Time, TIME), but none of them twice.
    const forms = new Set<string>();
    entity.aliases.forEach((alias, i) => {
      const path = `entities[${e}].aliases[${i}]`;
      const form = `${alias.lang} ${alias.text}`;
      if (forms.has(form)) report(path, `${shown(alias.text)} stands twice`);
      forms.add(form);
      const words = sameWords(alias.lang, alias.text);
      const owner = { entity, alias, path };
      const known = owners.get(words);
      if (known) known.push(owner);
      else owners.set(words, [owner]);
    });
  });
  if (count > MAX_ALIASES)
    report('entities', `${count} aliases are too many (at most ${MAX_ALIASES})`);
  for (const list of owners.values())
    for (const sharing of meetingOwners(list)) checkClash(sharing, report);

  const decoys = new Set<string>();
  pack.decoys?.forEach((decoy, i) => {
    const words = sameWords(decoy.lang, decoy.text);
    // Beside an ambiguous alias a decoy may stand: it says that where the alias means something else
    // (the House of Representatives of Japan) nothing inside it is a mention either.
    const hidden = owners.get(words)?.find(({ alias }) => !alias.ambiguous);
    if (hidden)
      report(`decoys[${i}].text`, `${shown(decoy.text)} is an alias of ${shown(hidden.entity.id)}`);
    if (decoys.has(words)) report(`decoys[${i}].text`, `${shown(decoy.text)} stands twice`);
    decoys.add(words);
  });
}

/** Problems between the parts of a pack that the schema has already accepted. */
export function findReferenceProblems(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const asOf = parseFactDate(pack.asOf);
  if (!asOf) report('asOf', `${shown(pack.asOf)} is no date of the calendar`);
  if (pack.article) checkDate(pack.article.published, 'article.published', asOf, report);
  for (const [key, source] of Object.entries(pack.sources))
    checkDate(source.published, `sources.${key}.published`, asOf, report);

  const ids = new Set<string>();
  pack.entities.forEach(({ id }, i) => {
    if (ids.has(id)) report(`entities[${i}].id`, `${shown(id)} stands twice`);
    ids.add(id);
  });
  for (const [key, series] of Object.entries(pack.series ?? {})) {
    checkSeries(series, `series.${key}`, report);
    series.points.forEach((point, i) => {
      const path = `series.${key}.points[${i}]`;
      checkSource(pack, point.source, `${path}.source`, report);
      if (point.entity !== undefined && !ids.has(point.entity))
        report(`${path}.entity`, `no entity ${shown(point.entity)}`);
    });
  }
  for (let i = 0; i < pack.entities.length; i++) checkEntity(pack, ids, i, report);
  checkAliases(pack, report);
  return problems;
}
