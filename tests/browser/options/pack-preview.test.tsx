import '../../fixtures/extension.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/page.css';
import '../../../src/options/options.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PackPreviewCard } from '../../../src/options/pack-preview.tsx';
import { previewPack } from '../../../src/packs/preview.ts';
import { sketchPack } from '../../support/shelved.ts';

type Aliases = Parameters<typeof sketchPack>[1][number]['aliases'];

/** Draws the preview of a pack of one entity. */
function draw(aliases: Aliases, cues: string[] = []): void {
  const preview = previewPack(sketchPack('trees', [{ id: 'lime', aliases, cues }]), [], null);
  const nothing = vi.fn();
  render(
    <main>
      <h1>Options</h1>
      <h2>Packs</h2>
      <h3>Add a pack</h3>
      <PackPreviewCard preview={preview} onAdd={nothing} onCancel={nothing} />
    </main>,
    document.body,
  );
}

const remarks = () => document.querySelector<HTMLDetailsElement>('.remarks');
const listed = () => [...document.querySelectorAll('.remarks li')].map((li) => li.textContent);

beforeEach(() => {
  document.documentElement.classList.add('gloss');
  return page.viewport(1000, 800);
});
afterEach(() => render(null, document.body));

describe('the preview of a pack', () => {
  it('says nothing of a pack of which there is nothing to remark', () => {
    draw(['Market Lime', 'time']);
    expect(remarks()).toBe(null);
  });

  it('shows a few remarks with their places', async () => {
    draw(['Lime (old)', { text: 'Lime', ambiguous: true }, 'Market Lime'], ['lime', 'market lime']);
    expect(remarks()?.open).toBe(true);
    expect(listed()).toEqual([
      expect.stringMatching(/^“Lime \(old\)” is never found: .*entities\[0\]\.aliases\[0\]\.text$/),
      expect.stringMatching(/^“lime” may mean lime or something else, .*entities\[0\]\.cues\[0\]$/),
      expect.stringMatching(/^“market lime” names lime and is one .*entities\[0\]\.cues\[1\]$/),
    ]);
    expect((await axe.run(document.body)).violations).toEqual([]);
  });

  it('folds many away, says how many there are, and opens by key', async () => {
    draw(Array.from({ length: 120 }, (_, i) => `Lime (${i})`));
    expect(remarks()?.open).toBe(false);
    expect(document.querySelector('.remarks summary')?.textContent).toBe(
      '120 things that may be meant otherwise',
    );
    document.querySelector<HTMLElement>('.remarks summary')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => remarks()?.open).toBe(true);
    expect(remarks()?.textContent).toContain('and 70 more');
    expect((await axe.run(document.body)).violations).toEqual([]);
  });
});
