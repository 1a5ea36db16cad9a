/** Why an ambiguous mention is shown, in words. */
import type { Mention, Reason } from '../detection/types.ts';
import { t } from '../ui/i18n.ts';

export interface ReasonsInWords {
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** Weightier reasons first; more than this many is a list that nobody reads. */
const MOST_REASONS = 4;

/** @param nameOf the name of an entity by its id; undefined where it is not known here. */
function inWords(reason: Reason, nameOf: (id: string) => string | undefined): string {
  const { kind, detail } = reason;
  switch (kind) {
    case 'unambiguous':
      return t('popover_reason_unambiguous');
    case 'same-entity':
      return t('popover_reason_same_entity', detail);
    case 'cue-near':
      return t('popover_reason_cue_near', detail);
    case 'cue-far':
      return t('popover_reason_cue_far', detail);
    case 'related':
      return t('popover_reason_related', nameOf(detail) ?? detail);
    case 'introduced':
      return t('popover_reason_introduced', detail);
    case 'anti-cue':
      return t('popover_reason_anti_cue', detail);
    case 'decoy':
      return t('popover_reason_decoy', detail);
    case 'neighbour':
      return t('popover_reason_neighbour', detail);
    case 'language':
      return t('popover_reason_language');
    case 'context':
      return detail;
  }
}

/** The reasons of a mention, without repetition, the weightiest first. */
export function reasonsInWords(
  mention: Mention,
  nameOf: (id: string) => string | undefined,
): ReasonsInWords {
  const sorted = [...mention.reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const words = (reasons: Reason[]) =>
    [...new Set(reasons.map((reason) => inWords(reason, nameOf)))]
      .filter(Boolean)
      .slice(0, MOST_REASONS);
  return {
    for: words(sorted.filter((reason) => reason.weight >= 0)),
    against: words(sorted.filter((reason) => reason.weight < 0)),
  };
}
