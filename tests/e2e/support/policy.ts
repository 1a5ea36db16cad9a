/** An organisation's policy for Gloss, as a real file where the browser under test reads it. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { BROWSER, EXTENSION } from './browser.ts';

/** Where Chromium reads policies, for all users of the machine; only root may write there. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

/** Firefox reads a file of the user's own, so every user may. */
export const canSetPolicy = BROWSER === 'firefox' || process.getuid?.() === 0;

export interface PolicyFile {
  /** To be given to `launch`: keeps the file out of the home of who runs the tests. */
  readonly launchOptions: { home?: string };
  write(policy: Record<string, unknown>): void;
  /** Takes away what was written; also called when the process ends. */
  remove(): void;
}

/**
 * Id of an extension that is loaded from a folder: a hash of its path in sixteen letters, see
 * https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/id_util.cc
 */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function chromiumPolicy(): PolicyFile {
  const id = unpackedId(EXTENSION);
  const path = join(CHROMIUM_POLICIES, `gloss-test-${id}.json`);
  let made: string | undefined;
  return {
    launchOptions: {},
    // For this extension alone: other browsers on the machine read the same file.
    write(policy) {
      // Each time: another run may have taken the empty folder away.
      const created = mkdirSync(CHROMIUM_POLICIES, { recursive: true });
      made ??= created;
      writeFileSync(path, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    },
    remove() {
      rmSync(path, { force: true });
      for (let folder = CHROMIUM_POLICIES; made && folder !== dirname(made); ) {
        try {
          rmdirSync(folder);
        } catch {
          // Somebody else has put something there meanwhile, or it is gone.
        }
        folder = dirname(folder);
      }
    },
  };
}

function firefoxPolicy(): PolicyFile {
  const home = mkdtempSync(join(tmpdir(), 'gloss-policy-'));
  const manifest = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const folder = join(home, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  return {
    launchOptions: { home },
    write: (data) =>
      writeFileSync(
        join(folder, `${id}.json`),
        JSON.stringify({ name: id, description: 'For a test', type: 'storage', data }),
      ),
    // Firefox may still be writing there.
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** The policy file of the browser under test; nothing is written yet. */
export function policyFile(): PolicyFile {
  const file = BROWSER === 'firefox' ? firefoxPolicy() : chromiumPolicy();
  process.once('exit', file.remove);
  return file;
}
