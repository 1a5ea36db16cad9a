/** Places in the list of fields.ts that detection asks for by name. A file of its own: pages do not load those words. */

/** Politics, of which politicians are known. */
export const POLITICS = 18;
