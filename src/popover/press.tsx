/**
 * Buttons of the popover. A press by pointer is found by its place (see shield.ts, which keeps the
 * click from the page); a press by key or assistive technology comes as a click of its own.
 */
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

const handlers = new WeakMap<Element, () => void>();

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'ref'> & {
  onPress: () => void;
  children: ComponentChildren;
};

export function Button({ onPress, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={(element) => {
        if (element) handlers.set(element, onPress);
      }}
      onClick={(event) => {
        // A page cannot press our buttons by script.
        if (event.isTrusted) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** The button of the popover at or around an element of its shadow tree. */
export function buttonAt(element: Element | null): Element | null {
  return element?.closest('button') ?? null;
}

/** Presses a button; false where it is none of ours. */
export function press(button: Element): boolean {
  const handler = handlers.get(button);
  handler?.();
  return handler !== undefined;
}
