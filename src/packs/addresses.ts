/** Addresses that packs may name. Pure. */

/** Whether an https address can be opened and shows its host: nothing before an @ can look like one. */
export function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '';
}
