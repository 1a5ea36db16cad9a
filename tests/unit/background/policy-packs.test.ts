import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';
import { soon } from '../../support/soon.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { readPolicyPacks } = await import('../../../src/background/policy-packs.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { policyPackProblems } = await import('../../../src/settings/policy-packs.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const { managed, session } = fake.browser.storage;
const shelf = openShelf();
let stop: AbortController;

function restart(): void {
  stop?.abort();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
}
const text = (id: string, ...names: string[]) =>
  JSON.stringify(
    sketchPack(
      id,
      names.map((name) => ({ id: name, aliases: [name] })),
    ),
  );
const listed = async () =>
  (await send('background.packs', {}))
    .filter(({ bundled }) => !bundled)
    .map(({ id, origin, aliases }) => `${id} ${origin} ${aliases}`);
const hasLooked = () => soon(async () => expect(await policyPackProblems()).not.toBe(null));

beforeEach(async () => {
  fake.reset();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
});
afterEach(() => stop.abort());

describe('packs of an organisation', () => {
  it('are there from the start of a session, once, and beside those of the reader', async () => {
    await shelf.put(shelved(sketchPack('lakes', [{ id: 'como', aliases: ['Como'] }])));
    managed.items = { packs: [text('rivers', 'elbe')] };
    restart();
    await soon(async () => expect(await listed()).toEqual(['lakes file 1', 'rivers policy 1']));
    await hasLooked();
    const put = vi.spyOn(managed, 'get');
    restart();
    expect(await listed()).toEqual(['lakes file 1', 'rivers policy 1']);
    expect(put).not.toHaveBeenCalledWith(['packs']);
    put.mockRestore();
  });

  it('are compared at the next session, and only what changed is compiled', async () => {
    managed.items = { packs: [text('rivers', 'elbe'), text('hills', 'ben')] };
    restart();
    await hasLooked();
    session.items = {};
    managed.items = { packs: [text('rivers', 'elbe', 'rhine')] };
    restart();
    await soon(async () => expect(await listed()).toEqual(['rivers policy 2']));
  });

  it('are compiled anew by another version of Gloss, and do not come back once they are gone', async () => {
    managed.items = { packs: [text('rivers', 'elbe')] };
    restart();
    await hasLooked();
    const before = await shelf.reach('rivers');
    await shelf.put({
      ...shelved(JSON.parse(text('rivers', 'elbe')), 'policy'),
      reach: { ...before, firsts: new Uint32Array() } as NonNullable<typeof before>,
    });
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await soon(async () => expect(await shelf.reach('rivers')).toEqual(before));
    session.items = {};
    managed.items = {};
    restart();
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await soon(async () => expect(await listed()).toEqual([]));
  });

  it('are compiled anew at the next session where another version has left them', async () => {
    managed.items = { packs: [text('rivers', 'elbe')] };
    restart();
    await hasLooked();
    stop.abort();
    const { head, ...parts } = shelved(JSON.parse(text('rivers', 'elbe')), 'policy');
    await shelf.put({ ...parts, head: { ...head, format: head.format + 1 } });
    session.items = {};
    restart();
    await soon(async () => expect(await shelf.heads()).toMatchObject([{ format: head.format }]));
  });

  it('follow a change, and go with the policy', async () => {
    restart();
    await hasLooked();
    await managed.set({ packs: [text('rivers', 'elbe')] });
    await soon(async () => expect(await listed()).toEqual(['rivers policy 1']));
    await managed.remove('packs');
    await soon(async () => expect(await listed()).toEqual([]));
  });

  it('that cannot be used are named, and leave the others alone', () => {
    const { packs, problems } = readPolicyPacks(
      ['{', text('rivers', 'elbe'), 7, text('rivers'), text('my-notes'), text(PACK.id), '{"id":1}'],
      PACK.id,
    );
    expect(packs.map(({ pack }) => pack.id)).toEqual(['rivers']);
    expect(problems).toEqual([
      expect.stringMatching(/^packs\[0\]: is no JSON/),
      'packs[2]: must be the text of a pack',
      'packs[3].id: "rivers" is the id of another pack',
      'packs[4].id: "my-notes" is the id of another pack',
      `packs[5].id: "${PACK.id}" is the id of another pack`,
      expect.stringMatching(/^packs\[6\]/),
    ]);
    expect(readPolicyPacks({}, PACK.id).problems).toHaveLength(1);
    expect(readPolicyPacks(undefined, PACK.id).problems).toEqual([]);
  });
});
