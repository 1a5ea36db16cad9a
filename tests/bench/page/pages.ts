/**
 * Pages to measure on: ordinary news prose, in which names that the pack knows are as rare as on real
 * pages, and beside it the passages that detection is measured with, which are packed with them.
 */
import { readFileSync } from 'node:fs';
import { newsParagraphs } from './prose.ts';

export interface BenchPage {
  readonly name: string;
  /** Takes minutes: measured only where it is asked for. */
  readonly isHuge: boolean;
  html(): string;
}

function page(name: string, html: () => string, isHuge = false): BenchPage {
  return { name, html, isHuge };
}

/** Names in every sentence: no real page is like this; it shows what mentions themselves cost. */
function densePassages(): string[] {
  const file = new URL('../../eval/gold.jsonl', import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).text);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE =
  '<style>body{font:16px/1.5 serif;max-width:900px;margin:auto}.card{display:flex;gap:8px}.tag{display:inline-block;padding:2px}</style>';

/** A paragraph with links and emphasis at some words, as news pages have them. */
function paragraph(text: string): string {
  const dressed = escaped(text)
    .split(' ')
    .map((word, at) => {
      if (at % 29 === 7) return `<a href="#${at}">${word}</a>`;
      return at % 41 === 3 ? `<em>${word}</em>` : word;
    });
  return `<p>${dressed.join(' ')}</p>`;
}

function card(title: string): string {
  return `<div class="card"><div><img alt="" width="40" height="30"></div>
<div><h3><a href="#">${escaped(title)}</a></h3>
<span class="tag"><time>May 2023</time></span> <span class="tag">News</span></div></div>`;
}

/** The middle of 33 real news pages had 47,000 characters. */
const MEDIAN_UNITS = 47_000;
const LONG_UNITS = 1_000_000;
const HUGE_UNITS = 10_000_000;
const MANY_NODES = 100_000;

/** Like a news page: navigation, headings, paragraphs, cards, a footer, scripts between them. */
function newsPage(units: number, texts: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0, length = 0; length < units; at++) {
    const text = texts[at % texts.length] ?? '';
    if (at % 6 === 0) parts.push(`<h2>${escaped(text.slice(0, 40))}</h2>`);
    parts.push(paragraph(text));
    if (at % 3 === 0) parts.push(card(text.slice(0, 60)));
    if (at % 12 === 0) parts.push('<script>window.x = 1;</script><svg><path d=""/></svg>');
    length += text.length;
  }
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="#">Section ${at}</a></li>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${STYLE}</head><body>
<header><nav><ul>${links.join('\n')}</ul></nav></header><main>${parts.join('\n')}</main>
<footer>${links.join('\n')}</footer></body></html>`;
}

/** A table of short cells: many nodes, little text. */
function tablePage(nodes: number): string {
  const words = newsParagraphs(MEDIAN_UNITS).join(' ').split(/\s+/).map(escaped);
  const rows: string[] = [];
  const COLUMNS = 10;
  for (let at = 0; at < nodes; at += COLUMNS) {
    const cells = Array.from({ length: COLUMNS }, (_, column) => {
      const from = (at + column) % words.length;
      return `<td>${words.slice(from, from + 2).join(' ')}</td>`;
    });
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${STYLE}</head><body><table>${rows.join('')}</table></body></html>`;
}

/** Made when asked for: the huge ones take a while, and not every run wants them. */
export const PAGES: readonly BenchPage[] = [
  page('news page, 47,000 characters', () => newsPage(MEDIAN_UNITS, newsParagraphs(MEDIAN_UNITS))),
  page('the same, packed with names', () => newsPage(MEDIAN_UNITS, densePassages())),
  page('long page, 1 MB', () => newsPage(LONG_UNITS, newsParagraphs(LONG_UNITS))),
  page('the same, packed with names, 1 MB', () => newsPage(LONG_UNITS, densePassages())),
  page('table, 100,000 nodes', () => tablePage(MANY_NODES), true),
  page('book, 10 MB', () => newsPage(HUGE_UNITS, newsParagraphs(HUGE_UNITS)), true),
];

/** A page on which by default so many mentions are marked: each stands under a heading of its own. */
export function manyMarks(count: number): string {
  const texts = newsParagraphs(MEDIAN_UNITS);
  const parts = Array.from({ length: count }, (_, at) => {
    const text = (texts[at % texts.length] ?? '').slice(0, 80);
    return `<h4>Part ${at}</h4><p>Batteries of CATL, number ${at}. ${escaped(text)} ${at}</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${STYLE}</head><body>${parts.join('\n')}</body></html>`;
}
