/** Lines of a text: headlines, datelines and the first words of either are told by them. */

/** The line of `text` that `at` stands in. */
export function lineAround(text: string, at: number): { from: number; to: number } {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return { from, to: to === -1 ? text.length : to };
}

/** True where a line of `text` begins. */
export const beginsLine = (text: string, at: number): boolean =>
  at === 0 || text.charAt(at - 1) === '\n';
