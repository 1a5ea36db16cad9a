/**
 * Starts the worker that takes in pack files. The policy of Gloss's pages takes no bare string for the
 * address of a script (`require-trusted-types-for`, manifest.json). Here is the one maker of trusted
 * addresses, and it knows one.
 */
import workerAddress from './pack-worker.ts?worker&url';

/** Of Trusted Types, what is used here: https://w3c.github.io/trusted-types/dist/spec/ */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}
declare const trustedTypes: TrustedTypes;

const policy = trustedTypes.createPolicy('gloss-worker', {
  createScriptURL(address) {
    if (address !== workerAddress) throw new TypeError(`no script of Gloss: ${address}`);
    return address;
  },
});

export function startPackWorker(): Worker {
  return new Worker(policy.createScriptURL(workerAddress), { type: 'module' });
}
