/**
 * The content script as browsers read it fastest, since every page reads it anew: strings in double
 * quotes, and nothing but ASCII. Minifiers write strings as templates, which V8 reads several times as
 * slowly (the gazetteer's 200 kB: 7 ms of a first run); one character beyond Latin-1 makes browsers
 * keep the whole text in two bytes a character, in every frame. Figures: docs/decisions/cold-code.md.
 */
import { parseSync } from 'vite';

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Template extends Node {
  readonly quasis: readonly { readonly value: { readonly cooked: string | null } }[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Templates that are nothing but strings, in the order of the text. */
function* plainTemplates(node: Node): Generator<Template> {
  if (node.type === 'TemplateLiteral') {
    const template = node as Template;
    if (template.quasis.length === 1) yield template;
  }
  for (const [key, value] of Object.entries(node)) {
    // What a tag is given has to stay a template.
    if (node.type === 'TaggedTemplateExpression' && key === 'quasi') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* plainTemplates(child);
    }
  }
}

/**
 * A script that does the same.
 * @throws Error where a character cannot be written in ASCII: right behind a backslash
 */
export function plainScript(code: string): string {
  const { program, errors } = parseSync('script.js', code);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  let out = '';
  let at = 0;
  for (const { start, end, quasis } of plainTemplates(program as Node)) {
    out += code.slice(at, start) + JSON.stringify(quasis[0]?.value.cooked);
    at = end;
  }
  out += code.slice(at);
  return out.replace(/(\\*)([^\0-\x7f])/g, (_all, slashes: string, unit: string) => {
    if (slashes.length % 2 === 1) throw new Error(`an escaped ${unit} in the script`);
    return `${slashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
