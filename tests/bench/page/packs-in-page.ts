/** One reading of a page with and without added packs, as it runs there: bundled by ../packs.ts. */
import { detectorWithAddedPacks } from '../../../src/content/added-packs.ts';
import { createDetector, loadGazetteer, type PageEvidence } from '../../../src/detection/detect.ts';
import type { LayeredScan } from '../../../src/detection/layers.ts';
import type { ReachedPart } from '../../../src/messaging/messages.ts';
import { readGazetteerData } from '../../../src/packs/gazetteer.generated.ts';
import { PageSession } from '../../../src/page/session.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';

/** Answers as the background does; set by ../packs.ts. */
declare function reach(keys: string): Promise<ReachedPart>;

export interface Reading {
  /** Entities found. */
  entities: number;
  /** Bytes of the question and of the answer; 0 where none was asked. */
  asked: number;
  answered: number;
}

const clock = (tasks: (() => void)[]) => ({
  now: () => performance.now(),
  later: (task: () => void) => void tasks.push(task),
});

/** Kept, so that what they hold is there when memory is measured. */
const kept: unknown[] = [];

function common(tasks: (() => void)[], found: { entities: number }) {
  return {
    settings: DEFAULT_SETTINGS,
    signal: new AbortController().signal,
    onReport: ({ entities }: { entities: readonly unknown[] }) => {
      found.entities = entities.length;
    },
    clock: clock(tasks),
  };
}

function run(tasks: (() => void)[]): void {
  for (let task = tasks.shift(); task; task = tasks.shift()) task();
}

/** The bundled pack alone. */
function alone(): Reading {
  const tasks: (() => void)[] = [];
  const found = { entities: 0 };
  const created = createDetector(loadGazetteer(readGazetteerData()));
  const session = new PageSession({
    ...common(tasks, found),
    detector: {
      ...created,
      decide: (scan, evidence, ...how) => created.decide(scan, evidence as PageEvidence, ...how),
    },
  });
  session.start();
  run(tasks);
  kept.push(session);
  return { ...found, asked: 0, answered: 0 };
}

/** With added packs, of which the page has this filter. */
async function withPacks(filter: string, hasKeys: boolean): Promise<Reading> {
  const tasks: (() => void)[] = [];
  const found = { entities: 0 };
  const reading: Reading = { entities: 0, asked: 0, answered: 0 };
  let done = () => {};
  const taken = new Promise<void>((resolve) => {
    done = resolve;
  });
  const session: PageSession<LayeredScan> = new PageSession({
    ...common(tasks, found),
    detector: detectorWithAddedPacks({
      filter,
      bundled: loadGazetteer(readGazetteerData()),
      async ask(keys) {
        reading.asked += keys.length;
        const part = await reach(keys);
        reading.answered += JSON.stringify(part).length;
        if (!part.gazetteer) done();
        return part;
      },
      isRead: () => session.state === 'ready',
      readAgain(blocks, isOutdated) {
        session.readAgain(blocks, isOutdated);
        done();
      },
      signal: new AbortController().signal,
    }),
  });
  session.start();
  run(tasks);
  if (hasKeys) await taken;
  run(tasks);
  kept.push(session);
  return { ...reading, ...found };
}

const contestants = { alone, withPacks };
export type PackContestants = typeof contestants;
Object.assign(globalThis, { packs: contestants });
