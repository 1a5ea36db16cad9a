import '../../fixtures/extension.ts';
import { fake } from '../../support/fake-browser.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/page.css';
import '../../../src/welcome/welcome.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings } from '../../../src/settings/schema.ts';
import { applyLook } from '../../../src/ui/look.ts';
import { Welcome } from '../../../src/welcome/welcome.tsx';
import { soon } from '../../support/soon.ts';

const startDemo = vi.fn();

function open(look: Partial<ReturnType<typeof defaultSettings>> = {}): void {
  document.documentElement.classList.add('gloss');
  applyLook(document.documentElement, { ...defaultSettings(), ...look });
  render(<Welcome startDemo={startDemo} />, document.body);
}

beforeEach(() => page.viewport(1000, 700));
afterEach(() => {
  render(null, document.body);
  fake.reset();
  startDemo.mockClear();
  document.documentElement.removeAttribute('style');
  delete document.documentElement.dataset.theme;
});

describe('the first-run page', () => {
  it('hands over its text to be marked, once', async () => {
    open();
    await soon(() => expect(startDemo).toHaveBeenCalledTimes(1));
    expect(startDemo.mock.calls[0]?.[0].textContent).toContain('Gerald Ford');
  });

  it('names the key that steps through mentions', async () => {
    open();
    await expect.element(page.getByText('Or press Alt+Period')).toBeVisible();
  });

  it('leads to the options', async () => {
    open();
    await userEvent.click(page.getByRole('button', { name: 'Make it yours: options' }));
    expect(fake.calls.optionsOpened).toBe(1);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe can find (%s)', async (theme) => {
    open({ theme });
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each([
    ['narrow', 320, 100],
    ['narrow, with text twice as large', 320, 200],
    ['with text twice as large', 640, 200],
  ])('does not scroll sideways: %s', async (_, width, textSize) => {
    await page.viewport(width, 700);
    open({ textSize });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
