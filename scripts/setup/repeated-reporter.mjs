/**
 * Says by name which tests passed only when they were run again. In CI a test in a real browser has one
 * more go (docs/decisions/repeated-tests.md); what needed it is a fault to be mended all the same, so it
 * must not pass in silence.
 */
import { appendFileSync } from 'node:fs';

export default class RepeatedReporter {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    const file = process.env.GLOSS_REPEATED;
    const line = `${test.project.name}: ${test.module.relativeModuleId} > ${test.fullName}\n`;
    if (file) appendFileSync(file, line);
    else process.stdout.write(`Passed only when repeated: ${line}`);
  }
}
