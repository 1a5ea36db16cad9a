/**
 * Four kinds of tests: `unit` (pure code, in Node), `browser` (real DOM, in Chromium), `chromium` and
 * `firefox` (end to end, on the built extension). `npm test` runs all of them.
 */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { HEADLESS_CHROMIUM_ARGS } from './scripts/drivers/chromium-args.ts';
import { findBrowser } from './scripts/setup/browsers.mjs';

/** A whole browser start on a busy two-core machine; a hang is what this ends, not a slow test. */
const E2E_TIMEOUT_MS = 120_000;

/** Code answers in milliseconds, property tests in seconds; on a busy machine in many more. */
const CODE_TIMEOUT_MS = 60_000;

/** What is waited for comes within a frame or two; on a busy machine frames are long. */
const POLL = { poll: { timeout: 20_000 } };

/**
 * What CI forgives a test that drives a real browser: one failure. Whoever works on a test has none, so
 * that a race is seen where it is made. See docs/decisions/repeated-tests.md.
 */
const E2E_RETRIES = process.env.CI ? 1 : 0;

/** Every package that code under browser tests imports. */
const BROWSER_PACKAGES = [
  '@floating-ui/core',
  'axe-core',
  'fast-check',
  'preact',
  'preact/hooks',
  'preact/jsx-runtime',
  'preact/jsx-dev-runtime',
  'valibot',
  'webextension-polyfill',
];

const chromium = findBrowser('chromium');

/** Firefox takes an add-on that a driver loaded away at its end, with all that it has stored. */
const CHROMIUM_ONLY = ['tests/e2e/pack-restart.test.ts'];

function endToEnd(name: 'chromium' | 'firefox') {
  return {
    test: {
      name,
      include: ['tests/e2e/*.test.ts'],
      exclude: name === 'firefox' ? CHROMIUM_ONLY : [],
      env: { GLOSS_BROWSER: name },
      environment: 'node',
      testTimeout: E2E_TIMEOUT_MS,
      hookTimeout: E2E_TIMEOUT_MS,
      retry: E2E_RETRIES,
      // One browser at a time: two would fight for focus and for the processor.
      fileParallelism: false,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/eval/**/*.test.ts'],
          environment: 'node',
          testTimeout: CODE_TIMEOUT_MS,
          expect: POLL,
        },
      },
      {
        // Known beforehand: a package met only while tests run makes vite load preact a second time,
        // and hooks of one copy do not work in the other.
        optimizeDeps: { include: BROWSER_PACKAGES },
        // Tests read the messages in public/ as a module, which vite forbids for what it serves.
        publicDir: false,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: CODE_TIMEOUT_MS,
          hookTimeout: CODE_TIMEOUT_MS,
          expect: POLL,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: [...HEADLESS_CHROMIUM_ARGS],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
