import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { childFrames, enterFrame } from '../../../src/page/child-frames.ts';

const frame = (): HTMLIFrameElement =>
  Object.assign(document.createElement('iframe'), { height: 40 });
const indexOf = ({ contentWindow }: HTMLIFrameElement) =>
  Array.from({ length: window.length }, (_, i) => window[i]).indexOf(contentWindow ?? window);

describe('the frames of a document', () => {
  let first: HTMLIFrameElement;
  let last: HTMLIFrameElement;

  beforeEach(() => {
    document.body.innerHTML = '<p>one</p><p>two</p>';
    last = frame();
    document.body.append(last);
    // Made later, it stands before: windows count their frames as they came.
    first = frame();
    document.querySelector('p')?.after(first);
  });
  afterEach(() => {
    document.body.innerHTML = '';
    scrollTo(0, 0);
  });

  const found = () => childFrames([...document.querySelectorAll('p')], (node) => node);

  it('are told in its order, by their index in the window, with the marks before each', () => {
    expect(found().map(({ index, before }) => [index, before])).toEqual([
      [indexOf(first), 1],
      [indexOf(last), 2],
    ]);
  });

  it('lie above the window once it is scrolled past them', () => {
    expect(found().map(({ isPast }) => isPast)).toEqual([false, false]);
    document.body.insertAdjacentHTML('beforeend', '<div style="height: 4000px"></div>');
    scrollTo(0, 2000);
    expect(found().map(({ isPast }) => isPast)).toEqual([true, true]);
  });

  it('are given the focus by index, and those that are gone are not', () => {
    expect(enterFrame(indexOf(last))).toBe(true);
    expect(document.activeElement).toBe(last);
    expect(enterFrame(indexOf(first))).toBe(true);
    expect(document.activeElement).toBe(first);
    expect(enterFrame(window.length)).toBe(false);
  });

  it('are none where their window is gone', () => {
    last.remove();
    expect(found()).toHaveLength(1);
  });
});
