/** One pack of the list: its switch, what it holds, and what can be done with it. */
import type { ListedPack, PackTrouble } from '../messaging/messages.ts';
import { openShelf } from '../shelf/shelf.ts';
import { download } from '../ui/download.ts';
import { t, tn } from '../ui/i18n.ts';
import { DownIcon, UpIcon } from '../ui/icons.tsx';
import { dateInWords } from '../ui/source.tsx';
import { Switch } from '../ui/switch.tsx';
import { Notes } from './notes.tsx';
import { PackFacts } from './pack-facts.tsx';
import { Trouble } from './pack-trouble.tsx';

interface PackRowProps {
  pack: ListedPack;
  /** Why it says nothing; null where it can be used. */
  trouble: PackTrouble | null;
  on: boolean;
  /** An organisation has set which packs are on. */
  locked: boolean;
  onTurn: (on: boolean) => void;
  say: (words: string) => void;
  onRemove: () => void;
  /** Null where there is no further to go. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
}

/** @param say says where there is nothing to export */
async function exportPack(
  { id, title, version }: ListedPack,
  say: PackRowProps['say'],
): Promise<void> {
  const text = await openShelf().text(id);
  if (text === null) say(t('options_pack_file_lost', title));
  else download(`${id}-${version}.json`, 'application/json', text);
}

function Facts({ pack }: { pack: ListedPack }) {
  return (
    <PackFacts pack={pack}>
      {pack.homepage && (
        <>
          <dt>{t('options_pack_homepage')}</dt>
          <dd dir="ltr">
            <a href={pack.homepage} rel="noreferrer">
              {pack.homepage}
            </a>
          </dd>
        </>
      )}
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
    </PackFacts>
  );
}

type OrderProps = Pick<PackRowProps, 'onUp' | 'onDown'> & { title: string };

/** Moves a pack among those whose names it may clash with. */
function Order({ title, onUp, onDown }: OrderProps) {
  return (
    <div class="order">
      <button
        type="button"
        class="icon-button"
        disabled={!onUp}
        aria-label={t('options_pack_up', title)}
        title={t('options_pack_up', title)}
        onClick={() => onUp?.()}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        disabled={!onDown}
        aria-label={t('options_pack_down', title)}
        title={t('options_pack_down', title)}
        onClick={() => onDown?.()}
      >
        <DownIcon />
      </button>
    </div>
  );
}

export function PackRow(props: PackRowProps) {
  const { pack, trouble, on, locked, onTurn, say, onRemove, onUp, onDown } = props;
  return (
    <li class="pack" data-pack={pack.id}>
      <Switch
        label={pack.title}
        hint={pack.description}
        checked={on}
        disabled={locked}
        onChange={onTurn}
      />
      {trouble && <Trouble trouble={trouble} origin={pack.origin} />}
      <p class="hint">
        {[
          tn('options_pack_entities', pack.entities),
          tn('options_pack_sources', pack.sources),
          tn('options_pack_aliases', pack.aliases),
        ].join(' · ')}
      </p>
      <Facts pack={pack} />
      {pack.bundled && <p class="hint">{t('options_pack_bundled')}</p>}
      {pack.origin === 'policy' && <p class="hint">{t('options_pack_policy')}</p>}
      {pack.origin === 'notes' && <Notes say={say} />}
      <div class="buttons">
        {(onUp || onDown) && <Order title={pack.title} onUp={onUp} onDown={onDown} />}
        {!pack.bundled && trouble?.kind !== 'lost' && (
          <button type="button" class="button" onClick={() => void exportPack(pack, say)}>
            {t('options_pack_export')}
          </button>
        )}
        {pack.origin === 'file' && (
          <button type="button" class="button" onClick={onRemove}>
            {t('options_pack_remove')}
          </button>
        )}
      </div>
    </li>
  );
}
