/** Blocks that are read again since detection has come to know more, or no longer knows what it knew. */
import { expect, test } from 'vitest';
import type { Detector } from '../../../src/page/types.ts';
import { type FakeScan, fakeDetector } from './fake-detector.ts';
import { element, marks, openHere, until } from './harness.ts';

/** Knows CATL only while it is told to. */
function learningDetector() {
  const whole = fakeDetector();
  const state = { knowsCatl: false };
  const detector: Detector<FakeScan> = {
    ...whole,
    scan(block) {
      const { text, found } = whole.scan(block);
      return { text, found: found.filter(({ entity }) => state.knowsCatl || entity !== 'catl') };
    },
  };
  return { state, detector };
}

const becomes = (wanted: readonly string[]) =>
  until(() => JSON.stringify(marks()) === JSON.stringify(wanted), String(wanted));
const textOf = (selector: string) => element(selector).firstChild as Text;
const never = () => false;

test('what a block said before stays marked, and what is known now is marked beside it', async () => {
  document.body.innerHTML = '<p id="a">China and CATL</p><p id="b">CATL</p><p id="c">COP26</p>';
  const { state, detector } = learningDetector();
  const { session } = await openHere({}, detector);
  expect(marks()).toEqual(['China', 'COP26']);
  const [before] = session.mentionsOf('china');
  state.knowsCatl = true;
  session.readAgain([textOf('#a'), textOf('#b')], never);
  // Until they are read again, nothing is taken away.
  expect(marks()).toEqual(['China', 'COP26']);
  await becomes(['China', 'CATL', 'CATL', 'COP26']);
  expect(session.mentionsOf('china')[0]).toBe(before);
  expect(before?.isCurrent()).toBe(true);
});

test('what is no longer known of a block is taken away', async () => {
  document.body.innerHTML = '<p id="a">China and CATL</p><p id="b">CATL</p>';
  const { state, detector } = learningDetector();
  state.knowsCatl = true;
  const { session } = await openHere({}, detector);
  expect(marks()).toEqual(['China', 'CATL', 'CATL']);
  state.knowsCatl = false;
  session.readAgain([], ({ found }) => found.some(({ entity }) => entity === 'catl'));
  await becomes(['China']);
});

test('a block that changes before it is read again is read as it is then', async () => {
  document.body.innerHTML = '<p id="a">China and CATL</p>';
  const { state, detector } = learningDetector();
  const { session } = await openHere({}, detector);
  state.knowsCatl = true;
  session.readAgain([textOf('#a')], never);
  textOf('#a').data = 'CATL, then COP26';
  await becomes(['CATL', 'COP26']);
});
