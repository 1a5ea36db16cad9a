/** The packs: what each knows, from when, under which licence; and its switch. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedPack } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import { t, tn } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';
import { Switch } from '../ui/switch.tsx';
import type { Options } from './use-options.ts';
import { hintOf } from './words.ts';

export function Packs({ options }: { options: Options }) {
  const [packs, setPacks] = useState<readonly ListedPack[]>([]);
  useEffect(() => void send('background.packs', {}).then(setPacks), []);
  const { packsOff } = options.settings;
  const turn = (pack: ListedPack, on: boolean) => {
    const others = packsOff.filter((id) => id !== pack.id);
    options.change(
      { packsOff: on ? others : [...others, pack.id] },
      on ? t('options_pack_on', pack.title) : t('options_pack_off', pack.title),
    );
  };
  return (
    <div class="setting" data-setting="packsOff">
      <p class="hint">{hintOf('packsOff')}</p>
      <ul>
        {packs.map((pack) => (
          <li key={pack.id} class="pack">
            <Switch
              label={pack.title}
              hint={pack.description}
              checked={!packsOff.includes(pack.id)}
              onChange={(on) => turn(pack, on)}
            />
            <p class="hint">
              {[
                tn('options_pack_entities', pack.entities),
                tn('options_pack_sources', pack.sources),
                tn('options_pack_aliases', pack.aliases),
              ].join(' · ')}
            </p>
            <dl class="facts-of">
              <dt>{t('options_pack_as_of')}</dt>
              <dd>{dateInWords(pack.asOf)}</dd>
              <dt>{t('options_pack_version')}</dt>
              <dd>{pack.version}</dd>
              <dt>{t('options_pack_licence')}</dt>
              <dd>{pack.licence}</dd>
              {pack.article && (
                <>
                  <dt>{t('options_pack_article')}</dt>
                  <dd dir="auto">
                    {t(
                      'popover_article',
                      pack.article.title,
                      pack.article.publisher,
                      dateInWords(pack.article.published),
                    )}
                  </dd>
                </>
              )}
            </dl>
            {pack.bundled && <p class="hint">{t('options_pack_bundled')}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
