/** Blocks that are read again since detection has come to know more, or no longer knows what it knew. */
import { expect, test } from 'vitest';
import type { ReadBlock } from '../../../src/page/blocks.ts';
import type { Detector } from '../../../src/page/types.ts';
import { type FakeScan, fakeDetector } from './fake-detector.ts';
import { element, marks, openHere, until } from './harness.ts';

/** Knows CATL only while it is told to. */
function learningDetector() {
  const whole = fakeDetector();
  const state = { knowsCatl: false, read: [] as ReadBlock[] };
  const detector: Detector<FakeScan> = {
    ...whole,
    learns: true,
    scan(block) {
      state.read.push(block as ReadBlock);
      const { text, found } = whole.scan(block);
      return { text, found: found.filter(({ entity }) => state.knowsCatl || entity !== 'catl') };
    },
  };
  return { state, detector };
}

const becomes = (wanted: readonly string[]) =>
  until(() => JSON.stringify(marks()) === JSON.stringify(wanted), String(wanted));
const never = () => false;

test('what a block said before stays marked, and what is known now is marked beside it', async () => {
  document.body.innerHTML = '<p id="a">China and CATL</p><p id="b">CATL</p><p id="c">COP26</p>';
  const { state, detector } = learningDetector();
  const { session } = await openHere({}, detector);
  expect(marks()).toEqual(['China', 'COP26']);
  const [before] = session.mentionsOf('china');
  state.knowsCatl = true;
  session.readAgain(state.read.splice(0, 2), never);
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
  session.readAgain(state.read.splice(0), never);
  (element('#a').firstChild as Text).data = 'CATL, then COP26';
  await becomes(['CATL', 'COP26']);
});

test('a block that has changed since it was scanned is not taken as it was', async () => {
  document.body.innerHTML = '<p id="a">Inflation <b></b>Reduction Act, <i>CATL</i></p><p>CATL</p>';
  const { state, detector } = learningDetector();
  const { session } = await openHere({}, detector);
  expect(marks()).toEqual(['Inflation Reduction Act']);
  const before = state.read.splice(0);
  state.knowsCatl = true;
  element('b').textContent = 'and the ';
  await becomes(['CATL']);
  session.readAgain(before, never);
  await becomes(['CATL', 'CATL']);
});

test('a name between others that were marked before stands in its place', async () => {
  document.body.innerHTML =
    '<p>China</p><p>CATL, far</p><p>COP26</p><p>CATL, farther</p><p>China</p>';
  const { state, detector } = learningDetector();
  const { session } = await openHere({}, detector);
  state.knowsCatl = true;
  session.readAgain(state.read.splice(0), never);
  await becomes(['China', 'CATL', 'COP26', 'CATL', 'China']);
  expect(session.outline().stops).toBe(5);
  const order = [0, 1, 2, 3, 4].map((index) => session.step(index)?.text);
  expect(order).toEqual(['China', 'CATL', 'COP26', 'CATL', 'China']);
});
