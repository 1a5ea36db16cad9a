/**
 * The box in which a note is written: a popover of its own, in a host like that of surface.tsx, at the
 * selected words. It stays until it is saved, cancelled or Esc is pressed.
 *
 * What is typed belongs to the reader and not to the page: beside what shield.ts stops, input events
 * are stopped at the window as well, which would carry the letters.
 */
import { h, render } from 'preact';
import { HOST_NAME, type OwnHosts } from '../opening/own-hosts.ts';
import type { Settings } from '../settings/schema.ts';
import { TEXT_SIZE } from '../settings/schema.ts';
import { uiDirection, uiLocale } from '../ui/i18n.ts';
import { createHost, type Host, mount } from './host.ts';
import noteStyle from './note-form.css?inline';
import { type NoteDraft, NoteForm, type NoteOutcome } from './note-form.tsx';
import { place, visibleArea } from './place.ts';
import { shield } from './shield.ts';
import { themeFor } from './theme.ts';

const TYPED = [
  'beforeinput',
  'input',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'cut',
] as const;

interface NoteBoxDeps {
  settings(): Settings;
  readonly hosts: OwnHosts;
  save(draft: NoteDraft, name: string, text: string): Promise<NoteOutcome>;
  /** Takes an open box away. */
  readonly signal: AbortSignal;
}

export interface NoteBox {
  /**
   * Opens the form.
   * @param at the words in client coordinates; null where they are not to be seen.
   */
  open(draft: NoteDraft, anchor: Element, at: DOMRect | null): void;
}

export function createNoteBox(deps: NoteBoxDeps): NoteBox {
  let close = () => {};
  deps.signal.addEventListener('abort', () => close(), { once: true });

  function open(draft: NoteDraft, anchor: Element, at: DOMRect | null): void {
    close();
    const before = document.activeElement;
    const controller = new AbortController();
    const { signal } = controller;
    const host = createHost(deps.hosts, noteStyle);
    const { element, surface } = host;
    close = () => {
      if (signal.aborted) return;
      controller.abort();
      render(null, surface);
      element.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
    // Before the shield, which keeps keys pressed inside from all who listen later.
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', closeByKey, { capture: true, signal });
    const keep = (event: Event) => {
      if (event.target === element) event.stopImmediatePropagation();
    };
    for (const type of TYPED) window.addEventListener(type, keep, { capture: true, signal });
    shield(host, signal);
    dress(host, anchor);
    render(
      h(NoteForm, {
        draft,
        close: () => close(),
        save: (name, text) => deps.save(draft, name, text),
      }),
      surface,
    );
    // Before the popover's host, which stays in the page when it is closed: the first is the open one.
    document.querySelector(HOST_NAME)?.before(element);
    mount(host, anchor);
    void put(host, anchor, at);
    surface.querySelector<HTMLElement>(draft.name === '' ? 'input' : 'textarea')?.focus();
  }

  function dress({ surface, scaleTo }: Host, anchor: Element): void {
    const { theme, textSize } = deps.settings();
    surface.setAttribute('role', 'dialog');
    surface.setAttribute('aria-labelledby', 'name');
    surface.tabIndex = -1;
    surface.lang = uiLocale();
    surface.dir = uiDirection();
    surface.dataset.theme = themeFor(anchor, theme);
    surface.dataset.kind = 'topic';
    scaleTo(textSize / TEXT_SIZE.default);
  }

  async function put({ surface }: Host, anchor: Element, at: DOMRect | null): Promise<void> {
    const view = visibleArea();
    const inView = at && at.bottom > view.y && at.top < view.y + view.height;
    const middle = new DOMRect(view.x + view.width / 2, view.y + view.height / 4, 0, 0);
    await place({
      surface,
      view,
      line: inView ? at : middle,
      vertical: false,
      rtl: getComputedStyle(anchor).direction === 'rtl',
      scale: deps.settings().textSize / TEXT_SIZE.default,
      keep: null,
    });
  }

  return { open };
}
