/**
 * Lints the built Firefox extension as the store does, and checks what a build must keep: no
 * web-accessible resource but the content script's parts, no permission beyond the settled list, one content-script
 * file, which loads those alone, nothing that reaches the network, nothing in a page that the pages' own
 * policy forbids.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { ROOT } from './setup/packages.mjs';

/**
 * Preact assigns innerHTML where dangerouslySetInnerHTML asks for it. Gloss never asks (lint rule
 * noDangerouslySetInnerHtml), but the store's linter sees the assignment in every bundle.
 */
const ACCEPTED_WARNING = 'UNSAFE_VAR_ASSIGNMENT';

/** Settled in the first version: one more in an update would disable Gloss until users agree. */
const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

/**
 * The files that content scripts load. Only the address that Chromium draws anew in each session may lead to
 * them there; Firefox's addresses are random in each installation: docs/decisions/parts.md.
 */
const PARTS = ['running.js', 'popover.js'];
const WEB_ACCESSIBLE = {
  chrome: [{ matches: ['<all_urls>'], resources: PARTS, use_dynamic_url: true }],
  firefox: [{ matches: ['<all_urls>'], resources: PARTS }],
} as const;
/** What every import in a page has to be: of an address that the browser is asked for. */
const IMPORT = /\bimport\s*\((?![\w$]+\.runtime\.getURL\([\w$]+\)\))/;

/** What a script could send something away with. Gloss has no use for any of it. */
const NETWORK =
  /\b(?:fetch|importScripts|sendBeacon)\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b/;
/** What `light-dark()` becomes for older browsers: a custom property that any page could register. */
const FOREIGN_PROPERTY = '--lightningcss';
/** What the extension's own pages must forbid, whatever else their policy says. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
];

interface LintReport {
  errors: LintMessage[];
  notices: LintMessage[];
  warnings: LintMessage[];
}
interface LintMessage {
  code: string;
  message: string;
  file?: string;
}

const problems: string[] = [];

function lint(folder: string): LintReport {
  const args = [
    'node_modules/web-ext/bin/web-ext.js',
    'lint',
    '--source-dir',
    folder,
    '-o',
    'json',
  ];
  // web-ext exits with 1 when it finds errors; the report is what counts.
  try {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return JSON.parse(stdout);
  }
}

/** What a page has in its markup that a policy without 'unsafe-inline' lets no browser use. */
function blockedIn(html: string, policy: string): string[] {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].flatMap(([, css = '']) => {
    const hash = createHash('sha256').update(css).digest('base64');
    return policy.includes(`'sha256-${hash}'`) ? [] : [`<style>${css.slice(0, 40)}…`];
  });
  const inline = html.match(/<script(?![^>]*\ssrc=)[^>]*>|<[^>]+\s(?:style|on\w+)=[^>]*>/g) ?? [];
  return [...styles, ...inline];
}

const report = lint('dist/firefox');
for (const { code, message, file } of [
  ...report.errors,
  ...report.notices,
  ...report.warnings.filter((warning) => warning.code !== ACCEPTED_WARNING),
]) {
  problems.push(`dist/firefox/${file ?? ''}: ${code}: ${message}`);
}

for (const target of ['chrome', 'firefox'] as const) {
  const manifest = JSON.parse(readFileSync(`${ROOT}dist/${target}/manifest.json`, 'utf8'));
  const say = (problem: string) => problems.push(`dist/${target}/manifest.json: ${problem}`);
  if (!isDeepStrictEqual(manifest.web_accessible_resources, WEB_ACCESSIBLE[target])) {
    const found = JSON.stringify(manifest.web_accessible_resources);
    say(`web_accessible_resources are ${found}, not ${JSON.stringify(WEB_ACCESSIBLE[target])}`);
  }
  if (manifest.host_permissions) say('has host_permissions');
  const permissions = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  if (permissions.sort().join() !== PERMISSIONS.join()) {
    say(`permissions are ${permissions.join(', ')}, not ${PERMISSIONS.join(', ')}`);
  }
  const policy: string = manifest.content_security_policy?.extension_pages ?? '';
  for (const directive of POLICY) {
    if (!policy.split(/;\s*/).includes(directive))
      say(`the policy of its pages lacks ${directive}`);
  }
  for (const path of readdirSync(`${ROOT}dist/${target}`, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.html')) {
      const html = readFileSync(`${ROOT}dist/${target}/${path}`, 'utf8');
      for (const blocked of blockedIn(html, policy))
        problems.push(`dist/${target}/${path}: blocked by the policy of its pages: ${blocked}`);
    }
    if (!path.endsWith('.js')) continue;
    const [found] = NETWORK.exec(readFileSync(`${ROOT}dist/${target}/${path}`, 'utf8')) ?? [];
    if (found) problems.push(`dist/${target}/${path}: can reach the network: ${found}`);
  }
  const scripts: { js: string[] }[] = manifest.content_scripts;
  const [script = '', ...others] = new Set(scripts.flatMap(({ js }) => js));
  if (others.length > 0) say('has more than one content-script file');
  const code = readFileSync(`${ROOT}dist/${target}/${script}`, 'utf8');
  if (IMPORT.test(code)) say(`${script} loads other files`);
  for (const part of PARTS) {
    const text = readFileSync(`${ROOT}dist/${target}/${part}`, 'utf8');
    if (/\bimport\b/.test(text)) say(`${part} loads other files`);
    if (text.includes(FOREIGN_PROPERTY)) say(`${part} has styles that a page can break`);
  }
}

for (const problem of problems) console.error(problem);
console.log(
  `${report.warnings.filter(({ code }) => code === ACCEPTED_WARNING).length} accepted warnings (${ACCEPTED_WARNING}), ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
