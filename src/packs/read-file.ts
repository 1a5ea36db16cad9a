/** A file that somebody hands over as a pack: bytes to a checked pack, or to what is wrong with it. */
import type { Problem } from './problems.ts';
import { type Validation, validatePack } from './validate.ts';

/** Largest file that is read: what is larger takes more memory than a browser's page should. */
export const LARGEST_PACK_FILE = 32 * 1024 * 1024;

const problem = (message: string): { problems: Problem[] } => ({
  problems: [{ path: '', message }],
});

/** The text of a file's bytes; null where they are no UTF-8. */
function decode(bytes: ArrayBuffer | Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Parsed = { value: unknown; problems?: undefined } | { problems: Problem[]; value?: undefined };

/** What an engine says of a place in JSON, with its line where it counts units from the start only. */
function withLine(message: string, text: string): string {
  const at = / at position (\d+)\b(?! \()/.exec(message)?.[1];
  if (at === undefined) return message;
  const lines = text.slice(0, Number(at)).split('\n');
  return `${message} (line ${lines.length} column ${(lines.at(-1)?.length ?? 0) + 1})`;
}

/** `JSON.parse` that says in our words what is wrong. Never throws. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return problem(`is no JSON: ${error instanceof Error ? withLine(error.message, text) : error}`);
  }
}

/** Parses and checks the text of a pack. Never throws. */
export function readPackText(text: string): Validation {
  const { value, problems } = parseJson(text);
  return problems ? { problems } : validatePack(value);
}

/** The text of a file's bytes, where it is text and not too long. Never throws. */
export function decodePackBytes(
  bytes: ArrayBuffer | Uint8Array,
): { text: string; problems?: undefined } | { problems: Problem[]; text?: undefined } {
  if (bytes.byteLength > LARGEST_PACK_FILE) {
    const mega = LARGEST_PACK_FILE / 1024 / 1024;
    return problem(`is larger than ${mega} MB`);
  }
  const text = decode(bytes);
  return text === null ? problem('is no UTF-8 text') : { text };
}

/** Reads a file's bytes as a pack; with the pack comes the text that it was read from. Never throws. */
export function readPackBytes(
  bytes: ArrayBuffer | Uint8Array,
): (Validation & { pack: object; text: string }) | { problems: Problem[]; pack?: undefined } {
  const { text, problems } = decodePackBytes(bytes);
  if (problems) return { problems };
  const read = readPackText(text);
  return read.pack ? { pack: read.pack, text } : read;
}
