/** The popup's foot: take the summary along, pause, options. */
import type { TabEntity } from '../messaging/messages.ts';
import { PAUSE_MS, savePause } from '../settings/pause.ts';
import { saveSetting } from '../settings/store.ts';
import { download } from '../ui/download.ts';
import { t } from '../ui/i18n.ts';
import { annotationsOf, fileName, markdownOf } from './export.ts';
import { Menu } from './menu.tsx';
import { openOptions } from './open-options.ts';
import type { ShownTab } from './tab.ts';

interface FootProps {
  tab: ShownTab;
  entities: readonly TabEntity[];
  canPause: boolean;
  /** False where an organisation has set that Gloss is on. */
  canSwitchOff: boolean;
  onNotice: (text: string) => void;
}

export function Foot({ tab, entities, canPause, canSwitchOff, onNotice }: FootProps) {
  const attempt = (work: () => Promise<string>) => async () => {
    onNotice(await work().catch(() => t('popup_export_failed')));
  };
  const copy = attempt(async () => {
    await navigator.clipboard.writeText(await markdownOf(tab, entities));
    return t('popup_copied');
  });
  const saveMarkdown = attempt(async () => {
    download(fileName(tab, 'md'), 'text/markdown', await markdownOf(tab, entities));
    return t('popup_saved');
  });
  const saveAnnotations = attempt(async () => {
    const annotations = await annotationsOf(tab, entities);
    download(fileName(tab, 'jsonld'), 'application/ld+json', JSON.stringify(annotations, null, 2));
    return t('popup_saved');
  });
  return (
    <footer class="foot">
      <Menu
        label={t('popup_take')}
        disabled={entities.length === 0}
        items={[
          { label: t('popup_copy_markdown'), onPress: copy },
          { label: t('popup_save_markdown'), onPress: saveMarkdown },
          { label: t('popup_save_annotations'), onPress: saveAnnotations },
        ]}
      />
      <span class="foot-end">
        <Menu
          label={t('popup_pause')}
          disabled={!canPause}
          items={[
            { label: t('popup_pause_hour'), onPress: () => savePause(Date.now() + PAUSE_MS) },
            ...(canSwitchOff
              ? [{ label: t('popup_switch_off'), onPress: () => saveSetting('enabled', false) }]
              : []),
          ]}
        />
        <button type="button" class="foot-button" onClick={() => openOptions()}>
          {t('popup_options')}
        </button>
      </span>
    </footer>
  );
}
