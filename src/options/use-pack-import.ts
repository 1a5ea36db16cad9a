/** A pack file on its way in: what the worker says of it, and what can be done next. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/messaging.ts';
import type { PackPreview } from '../packs/preview.ts';
import { LARGEST_PACK_FILE } from '../packs/read-file.ts';
import type { Answer, Job, KnownPack, Phase } from './pack-jobs.ts';
import { startPackWorker } from './start-pack-worker.ts';

export type ImportState =
  | { kind: 'idle' }
  | { kind: 'working'; phase: Phase; share: number | null }
  | { kind: 'problems'; file: string; shown: readonly string[]; total: number }
  | { kind: 'too-large'; file: string }
  | { kind: 'ready'; preview: PackPreview }
  | { kind: 'failed' };

export interface PackImport {
  state: ImportState;
  /** Reads and checks a file. */
  check(file: File): void;
  /** Adds the pack that is ready. */
  add(): void;
  cancel(): void;
}

/** Asked anew for each file: it may come before the page has drawn its list, and from another tab a pack. */
async function knownPacks(): Promise<KnownPack[]> {
  const [bundled, packs] = await Promise.all([
    send('background.bundled-names', {}),
    send('background.packs', {}),
  ]);
  return packs.map(({ id, title, origin }) => ({
    id,
    title,
    isFixed: origin === 'bundled' || origin === 'policy',
    aliases: id === bundled.id ? bundled.aliases : null,
  }));
}

/** @param added is called when a pack is on the shelf and pages have heard of it. */
export function usePackImport(added: (pack: PackPreview) => void): PackImport {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);

  const finish = async (id: string, preview: PackPreview) => {
    await send('background.pack-added', { id });
    stop();
    setState({ kind: 'idle' });
    added(preview);
  };

  const hear = (file: string, answer: Answer) => {
    if (answer.kind === 'progress') {
      setState({ kind: 'working', phase: answer.phase, share: answer.share });
    } else if (answer.kind === 'problems') setState({ ...answer, file });
    else if (answer.kind !== 'added') setState(answer);
  };

  return {
    state,
    check(file) {
      stop();
      if (file.size > LARGEST_PACK_FILE) {
        setState({ kind: 'too-large', file: file.name });
        return;
      }
      setState({ kind: 'working', phase: 'reading', share: null });
      const mine = startPackWorker();
      worker.current = mine;
      let preview: PackPreview | null = null;
      mine.onmessage = ({ data }: MessageEvent<Answer>) => {
        // A worker that was stopped may have said something before.
        if (worker.current !== mine) return;
        if (data.kind === 'ready') preview = data.preview;
        if (data.kind === 'added' && preview) void finish(data.id, preview);
        else hear(file.name, data);
      };
      mine.onerror = () => setState({ kind: 'failed' });
      knownPacks().then(
        (known) => mine.postMessage({ job: 'check', file, known } satisfies Job),
        () => setState({ kind: 'failed' }),
      );
    },
    add() {
      worker.current?.postMessage({ job: 'add' } satisfies Job);
    },
    cancel() {
      stop();
      setState({ kind: 'idle' });
    },
  };
}
