/** The packs: their order and switches, adding one from a file, taking one away and back. */
import { useState } from 'preact/hooks';
import type { ListedPack } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import { isLocked } from '../settings/policy.ts';
import { t } from '../ui/i18n.ts';
import { ManagedHint } from './managed.tsx';
import { PackImporter } from './pack-importer.tsx';
import { PackRow } from './pack-row.tsx';
import { allInWords } from './pack-trouble.tsx';
import type { Options } from './use-options.ts';
import { usePackImport } from './use-pack-import.ts';
import { type ListedPacks, usePacks } from './use-packs.ts';
import { hintOf } from './words.ts';

/** What can be done with the packs of a list. */
function usePackActions(options: Options, { packs, reload }: ListedPacks) {
  const { packsOff } = options.settings;
  const [removed, setRemoved] = useState<ListedPack | null>(null);
  const importing = usePackImport(({ title, update }) => {
    setRemoved(null);
    options.say(update ? t('options_pack_updated', title) : t('options_pack_added', title));
    void reload();
  });
  const turn = (pack: ListedPack, on: boolean) => {
    const others = packsOff.filter((id) => id !== pack.id);
    options.change(
      { packsOff: on ? others : [...others, pack.id] },
      on ? t('options_pack_on', pack.title) : t('options_pack_off', pack.title),
    );
  };
  const move = async (from: number, to: number) => {
    const order = packs.map(({ id }) => id);
    order.splice(to, 0, ...order.splice(from, 1));
    await send('background.pack-order', { order });
    await reload();
  };
  const remove = async (pack: ListedPack, gone: boolean) => {
    // What is said of it may be that it was added.
    options.hush();
    await send('background.pack-remove', { id: pack.id, removed: gone });
    setRemoved(gone ? pack : null);
    await reload();
  };
  return { importing, removed, turn, move, remove };
}

export function Packs({ options }: { options: Options }) {
  const list = usePacks();
  const { packs, troubles } = list;
  const { importing, removed, turn, move, remove } = usePackActions(options, list);
  const { packsOff } = options.settings;
  return (
    <div class="setting" data-setting="packsOff">
      <p class="hint">
        {hintOf('packsOff')} {packs.length > 1 && t('options_pack_order_hint')}
      </p>
      <ManagedHint name="packsOff" policy={options.policy} />
      {troubles.all && <p class="warning">{allInWords(troubles.all)}</p>}
      <ul class="packs">
        {packs.map((pack, i) => (
          <PackRow
            key={pack.id}
            pack={pack}
            trouble={troubles.packs[pack.id] ?? null}
            on={!packsOff.includes(pack.id)}
            locked={isLocked(options.policy, 'packsOff')}
            onTurn={(on) => turn(pack, on)}
            say={options.say}
            onRemove={() => void remove(pack, true)}
            onUp={i > 0 ? () => void move(i, i - 1) : null}
            onDown={i < packs.length - 1 ? () => void move(i, i + 1) : null}
          />
        ))}
      </ul>
      <Removed pack={removed} onUndo={(pack) => void remove(pack, false)} />
      <PackImporter importing={importing} />
    </div>
  );
}

interface RemovedProps {
  /** The pack that was taken away last; null where there is none that can come back. */
  pack: ListedPack | null;
  onUndo: (pack: ListedPack) => void;
}

function Removed({ pack, onUndo }: RemovedProps) {
  return (
    <p class="removed" role="status">
      {pack && (
        <>
          <span dir="auto">{t('options_pack_removed', pack.title)}</span>
          <button type="button" class="link" onClick={() => onUndo(pack)}>
            {t('options_undo')}
          </button>
        </>
      )}
    </p>
  );
}
