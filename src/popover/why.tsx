/** Why an ambiguous mention is shown: closed at first, one line. */
import { useState } from 'preact/hooks';
import type { PageMention } from '../page/types.ts';
import { t } from '../ui/i18n.ts';
import { ChevronIcon } from '../ui/icons.tsx';
import { Button } from './press.tsx';
import { reasonsInWords } from './reasons.ts';

interface WhyProps {
  mention: PageMention;
  name: string;
  nameOf: (id: string) => string | undefined;
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li key={reason} dir="auto">
          {reason}
        </li>
      ))}
    </ul>
  );
}

export function Why({ mention, name, nameOf }: WhyProps) {
  const [shown, setShown] = useState(false);
  const reasons = reasonsInWords(mention.mention, nameOf);
  if (reasons.for.length === 0) return null;
  return (
    <div class="why">
      <Button class="disclose" aria-expanded={shown} onPress={() => setShown(!shown)}>
        <span dir="auto">{t('popover_why')}</span>
        <ChevronIcon size={12} />
      </Button>
      {shown && (
        <>
          <p dir="auto">{t('popover_why_lead', mention.text, name)}</p>
          <Reasons reasons={reasons.for} />
          {reasons.against.length > 0 && (
            <>
              <p dir="auto">{t('popover_why_against')}</p>
              <Reasons reasons={reasons.against} />
            </>
          )}
        </>
      )}
    </div>
  );
}
