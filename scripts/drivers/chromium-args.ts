/**
 * Switches for a Chromium that runs unattended: no sandbox (it cannot start as root), no GPU, and
 * none of the background services that would try to reach the network.
 */
export const HEADLESS_CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
