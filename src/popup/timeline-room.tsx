/**
 * The timeline's place in the popup. It is drawn after the list: what draws it is as much code as all the
 * rest of the popup.
 */
import { useEffect, useState } from 'preact/hooks';
import { SIZE } from './timeline-size.ts';
import type { TimelineViewProps } from './timeline-view.tsx';

/** The timeline, or its room while it is not there, so that nothing below jumps. */
export function TimelineRoom(props: TimelineViewProps) {
  const View = useTimelineView();
  if (View && props.cards.length > 0) return <View {...props} />;
  return (
    <div class="timeline-room" aria-hidden="true">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} />
      <p class="timeline-caption">&nbsp;</p>
    </div>
  );
}

function useTimelineView() {
  const [module, setModule] = useState<typeof import('./timeline-view.tsx') | null>(null);
  useEffect(() => {
    void import('./timeline-view.tsx').then(setModule);
  }, []);
  return module?.TimelineView ?? null;
}
