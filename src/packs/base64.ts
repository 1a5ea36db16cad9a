/** Numbers that come as base64: gazetteers in a script, filters in storage, keys in messages. */

/** In Chromium from 140 on and in each Firefox that Gloss runs in; TypeScript's own types lag behind. */
const { fromBase64 } = Uint8Array as { fromBase64?(base64: string): Uint8Array<ArrayBuffer> };

/** The bytes, in a buffer of their own. @throws DOMException or SyntaxError for what is no base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  // A loop over each unit, in code that has not run before, takes longer than what it is for.
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
