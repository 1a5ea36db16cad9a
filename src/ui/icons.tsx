/**
 * Icons, drawn for Gloss on a 16 px grid with 1.5 px strokes in the colour of the text around them.
 * They are decoration: whatever they stand on carries the words.
 */
import type { ComponentChildren } from 'preact';

interface IconProps {
  /** Edge in CSS px; style sheets may scale `.icon-12` and `.icon-16` with the text size. */
  size?: 12 | 16;
}

function Icon({ size = 16, children }: IconProps & { children: ComponentChildren }) {
  return (
    <svg
      class={`icon icon-${size}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const PinIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.75 2h4.5M6.5 2v4.5L4 9.25h8L9.5 6.5V2M8 9.25V14" />
  </Icon>
);

export const PinnedIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6.5 2v4.5L4 9.25h8L9.5 6.5V2z" fill="currentColor" />
    <path d="M5.75 2h4.5M8 9.25V14" />
  </Icon>
);

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <g fill="currentColor" stroke="none">
      <circle cx="3" cy="8" r="1.4" />
      <circle cx="8" cy="8" r="1.4" />
      <circle cx="13" cy="8" r="1.4" />
    </g>
  </Icon>
);

export const UpIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 13V3M4 7l4-4 4 4" />
  </Icon>
);

export const DownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 3v10M4 9l4 4 4-4" />
  </Icon>
);

export const ListIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.75 4h.01M2.75 8h.01M2.75 12h.01" />
  </Icon>
);

export const EditIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 13l.75-3L10.5 3.25l2.25 2.25L6 12.25zM9 4.75L11.25 7" />
  </Icon>
);

export const LockIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 7.25h9V13.5h-9zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25" />
  </Icon>
);

export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);

/** Points to where reading began: mirrored by CSS in right-to-left UIs. */
export const BackIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M9.5 3.5L5 8l4.5 4.5" />
  </Icon>
);

export const ChevronIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 6.25L8 10.25l4-4" />
  </Icon>
);

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 3.2A1.2 1.2 0 0 0 9.3 2.5H4A1.5 1.5 0 0 0 2.5 4v5.3c0 .5.3 1 .7 1.2" />
  </Icon>
);

export const MuteIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 8s2.2-4 6-4c1 0 1.9.3 2.7.7M14 8s-2.2 4-6 4c-1 0-1.9-.3-2.7-.7M3 13L13 3" />
  </Icon>
);

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 8.5l3.25 3.25L13 5" />
  </Icon>
);

/** A seal: the body concerned speaks itself. */
export const PrimaryIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="6.25" r="4" />
    <path d="M5.75 9.75L5 14l3-1.5 3 1.5-.75-4.25" />
  </Icon>
);

/** An open book: a work of reference. */
export const ReferenceIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 4.25C6.5 3 4.5 2.75 2 2.75v9.5c2.5 0 4.5.25 6 1.5 1.5-1.25 3.5-1.5 6-1.5v-9.5c-2.5 0-4.5.25-6 1.5zM8 4.25v9.5" />
  </Icon>
);

/** A folded newspaper. */
export const PressIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 2.5h8.5v9.5a1.5 1.5 0 0 0 1.5 1.5H4A1.5 1.5 0 0 1 2.5 12zM11 6h2.5v6a1.25 1.25 0 0 1-2.5 0M5 5.5h3.5M5 8h3.5M5 10.5h2" />
  </Icon>
);

/** A megaphone: what a state says through its own media. */
export const StateIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 6.25v3h2.25L11 12.5v-9.5L4.75 6.25zM5 9.5l.75 3.75h1.5L6.75 10.3M13.25 6.25v3" />
  </Icon>
);
