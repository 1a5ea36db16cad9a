/** Of mark.js, which has no types of its own, what is measured. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(
      terms: readonly string[],
      options: {
        accuracy: 'exactly';
        separateWordSearch: boolean;
        caseSensitive: boolean;
        done: (count: number) => void;
      },
    ): void;
  }
}
