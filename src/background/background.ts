/** Entry of the service worker (Chrome) and of the event page (Firefox). */
import '../polyfill.ts';
import bundled from '../packs/bundled.generated.json';
import type { Pack } from '../packs/schema.ts';
import { startBackground } from './start.ts';

// Checked against the pack schema when it was bundled (scripts/bundle-pack.ts).
startBackground(bundled as Pack);
