/** What a pack says of itself, in the list and before it is added. */
import type { ComponentChildren } from 'preact';
import { t } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';

interface PackFactsProps {
  pack: { readonly asOf: string; readonly version: string; readonly licence: string };
  /** More of them, as `dt` and `dd`. */
  children?: ComponentChildren;
}

export function PackFacts({ pack: { asOf, version, licence }, children }: PackFactsProps) {
  return (
    <dl class="facts-of">
      <dt>{t('options_pack_as_of')}</dt>
      <dd>{dateInWords(asOf)}</dd>
      <dt>{t('options_pack_version')}</dt>
      <dd dir="auto">{version}</dd>
      <dt>{t('options_pack_licence')}</dt>
      <dd dir="auto">{licence}</dd>
      {children}
    </dl>
  );
}
