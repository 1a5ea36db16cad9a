/** What a pack says that its writer may mean otherwise, by its places in the file; nothing where that is nothing. */
import type { PackPreview } from '../packs/preview.ts';
import { t, tn } from '../ui/i18n.ts';

type Remarks = PackPreview['remarks'];

/** More are folded away: who only uses the pack wants to reach the button below. */
const MOST_OPEN = 3;

export function Remarks({ remarks: { total, shown } }: { remarks: Remarks }) {
  if (total === 0) return null;
  const rest = total - shown.length;
  return (
    <details class="remarks" open={total <= MOST_OPEN}>
      <summary>{tn('options_pack_remarks', total)}</summary>
      <p class="hint">{t('options_pack_remarks_hint')}</p>
      <ul class="warnings">
        {shown.map((remark) => (
          <li key={`${remark.path} ${remark.kind}`}>
            <span dir="auto">{inWords(remark)}</span>
            <code dir="ltr" lang="en">
              {remark.path}
            </code>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="hint">{tn('options_pack_more', rest)}</p>}
    </details>
  );
}

function inWords(remark: Remarks['shown'][number]): string {
  switch (remark.kind) {
    case 'field':
      return t('options_pack_remark_field', remark.field, remark.meant);
    case 'unfindable':
      return t('options_pack_remark_unfindable', remark.text);
    case 'own-name':
      return remark.ambiguous
        ? t('options_pack_remark_own_name_open', remark.text, remark.entity)
        : t('options_pack_remark_own_name', remark.text, remark.entity);
  }
}
