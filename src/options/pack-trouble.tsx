/** What keeps packs from being used, and what can be done about it. */
import type { ListedPack, PackTrouble, PackTroubles } from '../messaging/messages.ts';
import { t } from '../ui/i18n.ts';

const WORDS: Readonly<Record<PackTrouble['kind'], () => string>> = {
  newer: () => t('options_pack_trouble_newer'),
  damaged: () => t('options_pack_trouble_damaged'),
  lost: () => t('options_pack_trouble_lost'),
  unprepared: () => t('options_pack_trouble_unprepared'),
};

interface TroubleProps {
  trouble: PackTrouble;
  origin: ListedPack['origin'];
}

/** At one pack. */
export function Trouble({ trouble: { kind, detail }, origin }: TroubleProps) {
  return (
    <div class="trouble">
      <p>
        {/* Notes lie elsewhere, each by itself; their pack is only made of them. */}
        {origin === 'notes' ? t('options_pack_trouble_notes') : WORDS[kind]()}
      </p>
      {detail && (
        <code dir="ltr" lang="en">
          {detail}
        </code>
      )}
    </div>
  );
}

/** Of all that were added. */
export const allInWords = (all: NonNullable<PackTroubles['all']>): string =>
  all === 'newer' ? t('options_packs_newer') : t('options_packs_closed');
