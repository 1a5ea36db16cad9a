/**
 * Forms give a field by its name in the place of their own members, in Chromium to content scripts too
 * (src/page/tree.ts): such a form is left alone with its text, and the page around it is read.
 */
import { expect, test } from 'vitest';
import { FIELD_NAMES } from '../../fixtures/hostile/names.ts';
import { element, marks, open, until } from './harness.ts';

test.each(FIELD_NAMES)(
  'a form with a field named %s keeps nothing else from being marked',
  async (name) => {
    const { session } = await open(
      `<p>China</p><form id="form"><i>COP26</i><p>text</p><input type="hidden" name="${name}"></form>
    <p id="after">After it, CATL.</p>`,
    );
    await until(() => marks().includes('China') && marks().includes('CATL'));
    const { x, y } = element('#after').getBoundingClientRect();
    session.mentionAt(x + 1, y + 1);
    // Changes in it, beside it and of its fields are heard and read without end or error.
    element('form p').append(' and more');
    element('form i').firstChild?.replaceWith('more');
    element('#form').after('Beside it, the Inflation Reduction Act.');
    await until(() => marks().includes('Inflation Reduction Act'));
    Document.prototype.querySelector.call(document, 'form')?.before('Before it, China.');
    await until(() => session.mentionsOf('china').length === 2);
  },
);

test('a form with fields of other names is read', async () => {
  await open('<form>China<p>CATL</p><input type="hidden" name="title"><input name="email"></form>');
  expect(marks()).toEqual(['China', 'CATL']);
});
