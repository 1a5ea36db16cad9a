import { expect, it } from 'vitest';
import { classByRules } from '../../../src/text/class-rules.ts';
import { CLASSES_UNICODE } from '../../../src/text/class-runs.ts';
import { tabledClass } from '../../../src/text/class-table.ts';
import { classOf, learnUnit } from '../../../src/text/fold.ts';

const LAST_POINT = 0x10ffff;
/** Characters that only a newer Unicode than the table's, or only the table's, knows. */
const UNASSIGNED = /^\p{Cn}$/u;

it(`is what the rules say of every character (Unicode ${CLASSES_UNICODE})`, () => {
  const isSame = process.versions.unicode === CLASSES_UNICODE;
  const different: string[] = [];
  for (let point = 0; point <= LAST_POINT; point++) {
    if (tabledClass(point) === classByRules(point)) continue;
    // Another Unicode may have characters more; on those that it has both must agree.
    if (!isSame && UNASSIGNED.test(String.fromCodePoint(point))) continue;
    different.push(`U+${point.toString(16)}: ${tabledClass(point)}, not ${classByRules(point)}`);
  }
  expect(different.slice(0, 20)).toEqual([]);
});

it('agrees with what is known beforehand of the characters of European languages', () => {
  for (const unit of [...Array(0x2100).keys(), 0xfffc]) {
    expect(classOf(learnUnit(unit)), `U+${unit.toString(16)}`).toBe(tabledClass(unit));
  }
});
