/**
 * What pages pay for code that has not run before (docs/decisions/cold-code.md), as far as it can be counted:
 * an expression with `\p{...}` takes up to milliseconds to be made ready, on each page anew.
 */
import { afterEach, expect, it } from 'vitest';
import { gazetteerFrom } from '../../../src/cli/pages.ts';
import { detectBlocks } from '../../../src/detection/detect.ts';

/** What any page of news has: possessives, hyphens, abbreviations, titles, quotations, lists. */
const NEWS = [
  'China’s exports rose in May, and the US said that it would answer. The Paris Agreement’s targets are far away.',
  "Last week's US-China talks went on in Geneva; the EU-China summit follows. Xi's speech was short, the envoy's long.",
  'Brussels asked Moscow for proof on Monday, officials in the U.S. said. “The House will vote,” the White House said.',
  'Prices of electric vehicles (EVs) fell at Ford and CATL, Joe Biden’s aides said. Makers in Michigan wait for the IRA.',
  'Mr. Biden told John Kerry that climate talks in Glasgow — “difficult”, he said — had gone well, according to TIME.',
  'In Kyiv, the embassy warned Russia: the U.S. House of Representatives will sit in May, and (with Taiwan) the UK signed.',
];
const ITEMS = ['US', 'China (1,204)', 'EV sales by country', 'Taiwan’s chips'];

const { exec } = RegExp.prototype;
afterEach(() => {
  RegExp.prototype.exec = exec;
});

it('asks no expression that takes long to be made ready of ordinary news', () => {
  const gazetteer = gazetteerFrom([]);
  const blocks = [
    ...NEWS.map((text) => ({ text, lang: 'en', role: 'text' as const })),
    ...ITEMS.map((text) => ({ text, lang: 'en', role: 'item' as const })),
  ];
  const asked = new Set<string>();
  let all = 0;
  RegExp.prototype.exec = function (text) {
    all++;
    if (this.source.includes('\\p{')) asked.add(this.source);
    return exec.call(this, text);
  };
  const found = detectBlocks(blocks, gazetteer, 'balanced').flat().length;
  RegExp.prototype.exec = exec;
  // Without a name there would be nothing to ask.
  expect(found).toBeGreaterThan(20);
  expect(all).toBeGreaterThan(100);
  expect([...asked]).toEqual([]);
});
