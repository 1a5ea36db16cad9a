/**
 * What the W3C Web Annotation Data Model requires of the parts that Gloss exports
 * (https://www.w3.org/TR/annotation-model/, sections in brackets). A missing or wrong property is
 * named by its place; an empty list means that nothing is.
 */

type Json = Record<string, unknown>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The motivations that the model defines [3.3.5]. */
const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
];

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
const isOffset = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Problems of an Annotation Page [5.2] and everything in it. */
export function problemsOfPage(page: unknown): string[] {
  if (!isRecord(page)) return ['the page is no object'];
  const problems: string[] = [];
  if (!many(page['@context']).includes(CONTEXT)) problems.push('@context');
  if (!isIri(page.id)) problems.push('id');
  if (!many(page.type).includes('AnnotationPage')) problems.push('type');
  if (!Array.isArray(page.items)) return [...problems, 'items'];
  const ids = page.items.map((item) => (isRecord(item) ? item.id : null));
  if (new Set(ids).size < ids.length) problems.push('items: two of one id');
  return [
    ...problems,
    ...page.items.flatMap((item, i) => problemsOfAnnotation(item).map((p) => `items[${i}].${p}`)),
  ];
}

/** An annotation [3.1]: exactly one id, a type, at least one target, no more than that required. */
function problemsOfAnnotation(annotation: unknown): string[] {
  if (!isRecord(annotation)) return ['no object'];
  const problems: string[] = [];
  if (!isIri(annotation.id)) problems.push('id');
  if (!many(annotation.type).includes('Annotation')) problems.push('type');
  const motivation = annotation.motivation;
  if (motivation !== undefined && !many(motivation).every((m) => MOTIVATIONS.includes(String(m)))) {
    problems.push('motivation');
  }
  const bodies = annotation.body === undefined ? [] : many(annotation.body);
  const targets = annotation.target === undefined ? [] : many(annotation.target);
  if (targets.length === 0) problems.push('target');
  return [
    ...problems,
    ...bodies.flatMap((body, i) => problemsOfResource(body).map((p) => `body[${i}].${p}`)),
    ...targets.flatMap((target, i) => problemsOfResource(target).map((p) => `target[${i}].${p}`)),
  ];
}

/** A body or target: an IRI, text that is embedded [3.2.4], or a part or use of a resource [4]. */
function problemsOfResource(resource: unknown): string[] {
  if (isIri(resource)) return [];
  if (!isRecord(resource)) return ['neither an IRI nor an object'];
  const problems: string[] = [];
  const { type, value, purpose, source, selector } = resource;
  if (purpose !== undefined && !MOTIVATIONS.includes(String(purpose))) problems.push('purpose');
  if (many(type).includes('TextualBody')) {
    if (typeof value !== 'string') problems.push('value');
    return problems;
  }
  if (!isIri(source)) problems.push('source');
  const selectors = selector === undefined ? [] : many(selector);
  return [
    ...problems,
    ...selectors.flatMap((one, i) => problemsOfSelector(one).map((p) => `selector[${i}].${p}`)),
  ];
}

/** The selectors by quote [4.2.4] and by position [4.2.5]; others are not exported. */
function problemsOfSelector(selector: unknown): string[] {
  if (!isRecord(selector)) return ['no object'];
  const { type, exact, prefix, suffix, start, end } = selector;
  const isText = (text: unknown) => text === undefined || typeof text === 'string';
  if (type === 'TextQuoteSelector') {
    const wrong = typeof exact !== 'string' || exact === '' || !isText(prefix) || !isText(suffix);
    return wrong ? ['TextQuoteSelector'] : [];
  }
  if (type === 'TextPositionSelector') {
    return isOffset(start) && isOffset(end) && start < end ? [] : ['TextPositionSelector'];
  }
  return ['type'];
}
