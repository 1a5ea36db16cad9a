/** What a reader types to name a site, as a match pattern, and what it would match. Pure. */
import { patternProblem } from '../settings/sites.ts';

export interface Understood {
  pattern: string;
  /** Which pages of which hosts, for the words of the explanation. */
  scope: 'all' | 'host' | 'host-and-below' | 'some-pages' | 'files';
  /** The host without its wildcard; empty where the pattern is about all hosts or files. */
  host: string;
  path: string;
}

/** What is wrong with what was typed, as far as that can be told. */
export type Fault = 'port' | 'scheme' | 'wildcard' | 'other';

export type Typed =
  | { kind: 'empty' }
  | { kind: 'wrong'; fault: Fault }
  | ({ kind: 'understood' } & Understood);

/** A bare host, as people write it: `example.com`, `localhost`. */
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/**
 * Reads a host (`example.com`, `*.example.com`: it and all below it), an address (that host alone)
 * or a match pattern as it is.
 */
export function readTyped(text: string): Typed {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const pattern = toPattern(typed);
  if (pattern === null || patternProblem(pattern) !== null) {
    return { kind: 'wrong', fault: faultOf(typed) };
  }
  return { kind: 'understood', ...understand(pattern) };
}

function toPattern(typed: string): string | null {
  if (typed === '<all_urls>') return typed;
  const bare = typed.replace(/^\*\./, '');
  if (HOST.test(bare)) return `*://*.${hostOf(`https://${bare}/`) ?? bare}/*`;
  if (typed.includes('*') || typed.startsWith('file:')) return tidy(typed);
  const host = /^https?:\/\//i.test(typed) ? hostOf(typed) : null;
  return host ? `*://${host}/*` : null;
}

const SCHEMES: readonly string[] = ['*', 'http', 'https', 'file'];

function faultOf(typed: string): Fault {
  const [, scheme = '*', host = ''] = /^(?:([^:/]*):(?:\/\/)?)?([^/]*)/.exec(typed) ?? [];
  if (/^[^:/]+:\d+(?:\/|$)/.test(typed)) return 'port';
  if (!SCHEMES.includes(scheme.toLowerCase())) return 'scheme';
  if (/:\d*$/.test(host)) return 'port';
  return host.replace(/^\*(?:\.|$)/, '').includes('*') ? 'wildcard' : 'other';
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** Hosts are lower case in addresses, so a pattern with capitals would match nothing. */
function tidy(pattern: string): string | null {
  const [, scheme, host, path] = /^([^:]+):\/\/([^/]*)(\/.*)?$/.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) return null;
  // The library takes more schemes than content scripts can run on.
  if (!SCHEMES.includes(scheme.toLowerCase())) return null;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path ?? '/*'}`;
}

/** What a valid pattern is about. */
export function understand(pattern: string): Understood {
  if (pattern === '<all_urls>') return { pattern, scope: 'all', host: '', path: '' };
  const [, scheme = '', host = '', path = ''] = /^([^:]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  if (scheme === 'file') return { pattern, scope: 'files', host: '', path };
  const bare = host.replace(/^\*\./, '');
  if (path !== '/*') return { pattern, scope: 'some-pages', host: bare, path };
  if (host === '*') return { pattern, scope: 'all', host: '', path };
  return { pattern, scope: host.startsWith('*.') ? 'host-and-below' : 'host', host: bare, path };
}
