/** The toolbar popup: one page at a glance. */
import { useEffect, useState } from 'preact/hooks';
import { isLocked } from '../settings/policy.ts';
import type { Settings } from '../settings/schema.ts';
import { tn } from '../ui/i18n.ts';
import { applyLook } from '../ui/look.ts';
import { Entities } from './entities.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { PageState } from './page-state.tsx';
import { switchSite } from './switch-site.ts';
import type { ShownTab } from './tab.ts';
import { useJump } from './use-jump.ts';
import { type Opened, useOpened, usePause, usePolicy, useSettings } from './use-page.ts';
import { viewOf } from './view.ts';

interface AppProps {
  tab: ShownTab;
  settings: Settings;
  pausedUntil: number;
  /** Asked before anything is drawn; see `askOpened`. */
  opened: Promise<Opened>;
}

export function App({ tab, settings: initial, pausedUntil: initialPause, opened }: AppProps) {
  const settings = useSettings(initial);
  const policy = usePolicy();
  const pausedUntil = usePause(initialPause);
  const known = useOpened(tab.id, settings, opened);
  const summary = known?.summary ?? null;
  const [notice, setNotice] = useState('');
  const jump = useJump(tab, setNotice);
  useEffect(() => applyLook(document.documentElement, settings), [settings]);

  const view = summary && viewOf({ summary, settings, pausedUntil, now: Date.now() });
  const url = summary?.url ?? tab.url;
  const entities = view?.kind === 'list' && summary ? summary.entities : [];
  const onSwitchSite = async (on: boolean) => setNotice(await switchSite(settings, url, on));
  const mentions = entities.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Head url={url} view={view} locked={isLocked(policy, 'sites')} onSwitchSite={onSwitchSite} />
      <main>
        {view?.kind === 'list' && (
          <p class="sum">
            {tn('popup_things', entities.length)}{' '}
            <span class="sum-more">{tn('popup_mentions', mentions)}</span>
          </p>
        )}
        {view && view.kind !== 'list' && (
          <PageState
            view={view}
            tabId={tab.id}
            url={url}
            settings={settings}
            policy={policy}
            onSiteOn={() => onSwitchSite(true)}
          />
        )}
        {view && (
          <Entities
            entities={entities}
            scanning={view.kind === 'list' && view.scanning}
            published={summary?.published ?? null}
            muted={settings.muted}
            listed={known?.listed ?? null}
            jump={jump}
            onNotice={setNotice}
          />
        )}
      </main>
      <div class="end">
        <p class="notice" role="status">
          {notice}
        </p>
        <Foot
          tab={{ ...tab, url }}
          entities={entities}
          canSwitchOff={!isLocked(policy, 'enabled')}
          canPause={view !== null && view.kind !== 'paused' && view.kind !== 'off-everywhere'}
          onNotice={setNotice}
        />
      </div>
    </>
  );
}
