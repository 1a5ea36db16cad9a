/**
 * A button that shows a few more buttons above it, which Tab and the arrow keys go through. Esc and a click
 * elsewhere put them away.
 */
import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ChevronIcon } from '../ui/icons.tsx';

interface MenuItem {
  label: string;
  onPress: () => unknown;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  disabled?: boolean;
}

/** The arrow keys go round the buttons of a list. */
function walk(event: preact.TargetedKeyboardEvent<HTMLElement>): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (way === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((item) => item.matches(':focus'));
  all[(at + way + all.length) % all.length]?.focus();
}

/** Calls `leave` when Esc is pressed, or something happens outside of `root`, while it is open. */
function useLeaving(
  open: boolean,
  root: RefObject<HTMLElement | null>,
  leave: (isByKey: boolean) => void,
): void {
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const { signal } = stop;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) leave(false);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Else the browser closes the whole popup.
      event.preventDefault();
      leave(true);
    };
    document.addEventListener('pointerdown', elsewhere, { signal });
    document.addEventListener('focusin', elsewhere, { signal });
    document.addEventListener('keydown', onKeyDown, { signal });
    return () => stop.abort();
  }, [open]);
}

export function Menu({ label, items, disabled = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLeaving(open, root, (isByKey) => {
    setOpen(false);
    if (isByKey) button.current?.focus();
  });
  useEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>('li button')?.focus();
  }, [open]);
  const choose = ({ onPress }: MenuItem) => {
    onPress();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        class="foot-button"
        ref={button}
        disabled={disabled}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
        <ChevronIcon size={12} />
      </button>
      <ul class="menu" id={id} hidden={!open} onKeyDown={walk}>
        {items.map((item) => (
          <li key={item.label}>
            <button type="button" onClick={() => choose(item)}>
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
