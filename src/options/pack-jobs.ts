/**
 * What the options page and its worker say to each other about a pack file. The worker parses,
 * checks, compiles and stores it, so that the page stays quick whatever the file is.
 */
import type { NeighbourPack, PackPreview } from '../packs/preview.ts';

/** A pack that comes with Gloss or is on the shelf: the worker reads the shelf itself. */
export interface KnownPack {
  readonly id: string;
  readonly title: string;
  /** No file takes its place: it comes with Gloss, or an organisation has set it. */
  readonly isFixed: boolean;
  /** Names of the bundled pack; null for what the worker finds on the shelf. */
  readonly aliases: NeighbourPack['aliases'] | null;
}

export type Job =
  /** `known`: all packs that are there, in the order in which they win. */
  | { job: 'check'; file: File; known: readonly KnownPack[] }
  /** Puts the pack that was checked last on the shelf. */
  | { job: 'add' };

export type Phase = 'reading' | 'checking' | 'comparing' | 'compiling' | 'saving';

export type Answer =
  /** `share`: how much of the phase is done, 0 to 1; null where nobody can tell. */
  | { kind: 'progress'; phase: Phase; share: number | null }
  | { kind: 'problems'; shown: readonly string[]; total: number }
  | { kind: 'ready'; preview: PackPreview }
  | { kind: 'added'; id: string }
  | { kind: 'failed' };

/** More problems than this are not read: the first ones mostly explain the others. */
export const MOST_PROBLEMS = 50;
