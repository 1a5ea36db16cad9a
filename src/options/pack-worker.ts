/** The worker of the options page that takes in pack files; see pack-jobs.ts. */
import { type NamedAlias, namesIn } from '../packs/clashes.ts';
import { type NeighbourPack, previewPack } from '../packs/preview.ts';
import { formatProblem } from '../packs/problems.ts';
import { readPackText } from '../packs/read-file.ts';
import { readGlossaryBytes } from '../packs/read-glossary.ts';
import type { Pack } from '../packs/schema.ts';
import { preparePack } from '../shelf/prepare.ts';
import { openShelf } from '../shelf/shelf.ts';
import { type Answer, type Job, type KnownPack, MOST_PROBLEMS, type Phase } from './pack-jobs.ts';

const shelf = openShelf();
let checked: { pack: Pack; text: string } | null = null;

const say = (answer: Answer): void => postMessage(answer);
const progress = (phase: Phase, share: number | null = null): void =>
  say({ kind: 'progress', phase, share });

async function packOnShelf(id: string): Promise<Pack | null> {
  const text = await shelf.text(id);
  return text === null ? null : (readPackText(text).pack ?? null);
}

async function namesOnShelf(id: string): Promise<NamedAlias[]> {
  const pack = await packOnShelf(id);
  return pack ? namesIn(pack) : [];
}

/** The packs beside the new one: those before its place win. A new pack comes last. */
async function neighboursOf(id: string, known: readonly KnownPack[]): Promise<NeighbourPack[]> {
  const own = known.findIndex((pack) => pack.id === id);
  const place = own === -1 ? known.length : own;
  const neighbours: NeighbourPack[] = [];
  for (const [i, other] of known.entries()) {
    if (i === own) continue;
    const aliases = other.aliases ?? (await namesOnShelf(other.id));
    neighbours.push({ title: other.title, wins: i < place, aliases });
  }
  return neighbours;
}

/** Today as YYYY-MM-DD. */
const today = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

async function check(file: File, known: readonly KnownPack[]): Promise<void> {
  checked = null;
  progress('reading');
  const bytes = await file.arrayBuffer();
  progress('checking');
  const read = readGlossaryBytes(bytes, file.name, today());
  if (!read.pack) {
    const { problems } = read;
    say({
      kind: 'problems',
      shown: problems.slice(0, MOST_PROBLEMS).map(formatProblem),
      total: problems.length,
    });
    return;
  }
  const { pack, text, placeOf } = read;
  const owner = known.find(({ id }) => id === pack.id);
  if (owner?.isFixed) {
    const shown = [formatProblem({ path: 'id', message: `is that of “${owner.title}”` })];
    say({ kind: 'problems', shown, total: 1 });
    return;
  }
  progress('comparing');
  const before = owner ? await packOnShelf(pack.id) : null;
  const preview = previewPack(pack, await neighboursOf(pack.id, known), before, placeOf);
  checked = { pack, text };
  say({ kind: 'ready', preview });
}

async function add(): Promise<void> {
  if (!checked) return say({ kind: 'failed' });
  const { pack, text } = checked;
  progress('compiling', 0);
  const prepared = preparePack(pack, text, 'file', (share) => progress('compiling', share));
  progress('saving');
  await shelf.put(prepared);
  checked = null;
  say({ kind: 'added', id: pack.id });
}

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  const work = data.job === 'check' ? check(data.file, data.known) : add();
  // The disk may be full, or the file gone since it was chosen.
  work.catch(() => say({ kind: 'failed' }));
});
