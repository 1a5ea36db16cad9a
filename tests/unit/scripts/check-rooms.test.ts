import { describe, expect, it } from 'vitest';
import { findViolations } from '../../../scripts/check-rooms.ts';

const violations = (path: string, text: string) => findViolations([{ path, text }]);

describe('findViolations', () => {
  it('lets a room import itself and the rooms above it', () => {
    expect(violations('detection/a.ts', `import { x } from './b.ts';`)).toEqual([]);
    expect(violations('detection/deep/a.ts', `import { x } from '../../packs/card.ts';`)).toEqual(
      [],
    );
    expect(violations('content.iife.ts', `import { x } from './page/session.ts';`)).toEqual([]);
  });

  it('names an import that goes up the stream', () => {
    expect(violations('page/a.ts', `import { x } from '../popover/surface.tsx';`)).toEqual([
      'page/a.ts: page/ must not import popover/ (../popover/surface.tsx)',
    ]);
    expect(violations('page/a.ts', `const x = await import('../background/b.ts');`)).toHaveLength(
      1,
    );
    expect(violations('popup/a.tsx', `export type { X } from '../options/b.tsx';`)).toHaveLength(1);
  });

  it('sees imports that span lines and imports for their effect', () => {
    expect(violations('packs/a.ts', `import {\n  x,\n} from '../page/b.ts';`)).toHaveLength(1);
    expect(violations('packs/a.ts', `import '../page/b.ts';`)).toHaveLength(1);
  });

  it('keeps packages of the browser out of the pure rooms', () => {
    expect(violations('detection/a.ts', `import { h } from 'preact';`)).toHaveLength(1);
    expect(violations('packs/schema.ts', `import * as v from 'valibot';`)).toEqual([]);
  });

  it('allows one import of the polyfill', () => {
    const text = `import browser from 'webextension-polyfill';`;
    expect(violations('polyfill.ts', text)).toEqual([]);
    expect(violations('popup/popup.tsx', text)).toHaveLength(1);
  });

  it('asks for a new folder to be placed', () => {
    expect(violations('attic/a.ts', '')).toHaveLength(1);
  });
});
