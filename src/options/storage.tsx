/** How much is stored, and how much room there is: as bars. */
import { useEffect, useId, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { itemOf } from '../settings/items.ts';
import { SETTING_KEYS } from '../settings/schema.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import type { Options } from './use-options.ts';
import { labelOf } from './words.ts';

/** Bytes that storage.sync holds in all and in one item, in Chrome and in Firefox alike. */
const SYNC_QUOTA = 102_400;
const SYNC_ITEM_QUOTA = 8_192;
/** From this share on a bar warns. */
const NEARLY_FULL = 0.9;

interface Used {
  sync: number;
  largest: { name: string; bytes: number } | null;
  /** storage.local and the packs; `quota` is null where the browser does not say. */
  local: number;
  quota: number | null;
}

async function measure(): Promise<Used> {
  const { local, sync } = browser.storage;
  const sizes = await Promise.all(
    SETTING_KEYS.map(async (key) => ({
      name: labelOf(key),
      bytes: await sync.getBytesInUse(itemOf(key)),
    })),
  );
  const [largest] = sizes.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
  const [synced, own, estimate] = await Promise.all([
    sync.getBytesInUse(null),
    local.getBytesInUse(null),
    navigator.storage.estimate(),
  ]);
  return {
    sync: synced,
    largest: largest ?? null,
    // The estimate is about IndexedDB, where packs are.
    local: own + (estimate.usage ?? 0),
    quota: estimate.quota ?? null,
  };
}

/** What is used; null until it has been measured. */
function useMeasured({ settings, done }: Options): Used | null {
  const [used, setUsed] = useState<Used | null>(null);
  useEffect(() => {
    let stale = false;
    // Measured again when a setting has changed or something was done to packs.
    void [settings, done];
    void measure().then((measured) => {
      if (!stale) setUsed(measured);
    });
    return () => {
      stale = true;
    };
  }, [settings, done]);
  return used;
}

export function Storage({ options }: { options: Options }) {
  const used = useMeasured(options);
  if (!used) return null;
  const { sync, largest, local, quota } = used;
  return (
    <div class="setting">
      <h3>{t('options_storage')}</h3>
      <p class="hint">{t('options_storage_hint')}</p>
      <Bar
        words={t('options_storage_sync', inBytes(sync), inBytes(SYNC_QUOTA))}
        used={sync}
        quota={SYNC_QUOTA}
      />
      {largest && (
        <Bar
          words={t(
            'options_storage_item',
            largest.name,
            inBytes(largest.bytes),
            inBytes(SYNC_ITEM_QUOTA),
          )}
          used={largest.bytes}
          quota={SYNC_ITEM_QUOTA}
        />
      )}
      {quota === null ? (
        <p>{t('options_storage_local', inBytes(local))}</p>
      ) : (
        <Bar
          words={t('options_storage_local_of', inBytes(local), inBytes(quota))}
          used={local}
          quota={quota}
        />
      )}
    </div>
  );
}

function Bar({ words, used, quota }: { words: string; used: number; quota: number }) {
  const id = useId();
  return (
    <div class="bar">
      <p id={id}>{words}</p>
      <meter min={0} max={quota} high={quota * NEARLY_FULL} value={used} aria-labelledby={id} />
    </div>
  );
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `12.3 kB` in the UI's language; a thousand bytes are a kilobyte, as the unit's name says. */
function inBytes(bytes: number): string {
  const step = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  return new Intl.NumberFormat(uiLocale(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
