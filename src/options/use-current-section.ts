/** Which section of the page the reader is at, for the table of contents. */
import { useEffect, useState } from 'preact/hooks';
import type { SectionId } from './sections.ts';

/** Of the window's height, where a section counts as read: below the preview, above the middle. */
const READ_FROM = 0.3;
const READ_TO = 0.45;

/** @param shown the sections that are on the page, by id; a new one when they change */
export function useCurrentSection(shown: ReadonlyMap<SectionId, unknown>): SectionId | null {
  const [current, setCurrent] = useState<SectionId | null>(null);
  useEffect(() => {
    const ids = [...shown.keys()];
    const inBand = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) inBand.add(target.id);
          else inBand.delete(target.id);
        }
        setCurrent(ids.find((id) => inBand.has(id)) ?? lastAbove(ids) ?? ids[0] ?? null);
      },
      { rootMargin: `${-READ_FROM * 100}% 0px ${-(1 - READ_TO) * 100}%` },
    );
    for (const id of ids) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [shown]);
  return current;
}

/** The last section that begins above the band: between two, or where the head of the page is tall. */
function lastAbove(ids: readonly SectionId[]): SectionId | undefined {
  return ids.findLast((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top !== undefined && top < READ_FROM * innerHeight;
  });
}
