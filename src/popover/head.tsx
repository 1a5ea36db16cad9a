/** The popover's head: what this is, the way back, and what can be done with it. */
import type { EntityCard } from '../packs/card.ts';
import type { CopyFormat } from '../ui/card-text.ts';
import { t } from '../ui/i18n.ts';
import {
  BackIcon,
  CloseIcon,
  CopyIcon,
  EditIcon,
  ListIcon,
  MoreIcon,
  MuteIcon,
  PinIcon,
  PinnedIcon,
} from '../ui/icons.tsx';
import { kindLabel } from '../ui/kinds.ts';
import { Button } from './press.tsx';

interface HeadProps {
  card: EntityCard;
  /** The entity that the way back leads to. */
  before: EntityCard | null;
  pinned: boolean;
  actionsShown: boolean;
  onBack: () => void;
  onPin: () => void;
  onActions: () => void;
  onClose: () => void;
}

export function Head(props: HeadProps) {
  const { card, before, pinned, actionsShown } = props;
  return (
    <div class="head">
      <div class="top">
        <p class="kind">
          {before && (
            <Button
              class="tool back"
              aria-label={t('popover_back', before.name)}
              title={t('popover_back', before.name)}
              onPress={props.onBack}
            >
              <span class="mirrored">
                <BackIcon />
              </span>
            </Button>
          )}
          {kindLabel(card.type)}
        </p>
        <div class="tools">
          <Button
            class="tool"
            aria-label={t('popover_pin')}
            title={t('popover_pin')}
            aria-pressed={pinned}
            onPress={props.onPin}
          >
            {pinned ? <PinnedIcon /> : <PinIcon />}
          </Button>
          <Button
            class="tool"
            aria-label={t('popover_actions')}
            title={t('popover_actions')}
            aria-expanded={actionsShown}
            onPress={props.onActions}
          >
            <MoreIcon />
          </Button>
          <Button
            class="tool"
            aria-label={t('popover_close')}
            title={t('popover_close')}
            onPress={props.onClose}
          >
            <CloseIcon />
          </Button>
        </div>
      </div>
      {/* Names keep their own direction, and stand under the heading in the UI's. */}
      <h2 class="name" id="name" lang={card.pack.language}>
        <bdi>{card.name}</bdi>
      </h2>
      {card.fullName && (
        <p class="full" lang={card.pack.language}>
          <bdi>{card.fullName}</bdi>
        </p>
      )}
    </div>
  );
}

interface ActionsProps {
  name: string;
  onCopy: (format: CopyFormat) => void;
  onList: (() => void) | null;
  onMute: () => void;
  /** Of the reader's own notes only. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
}

export function Actions({ name, onCopy, onList, onMute, onEdit, onDelete }: ActionsProps) {
  return (
    <div class="actions">
      <Button class="action" onPress={() => onCopy('text')}>
        <CopyIcon />
        {t('popover_copy_text')}
      </Button>
      <Button class="action" onPress={() => onCopy('markdown')}>
        <CopyIcon />
        {t('popover_copy_markdown')}
      </Button>
      {onList && (
        <Button class="action" onPress={onList}>
          <ListIcon />
          {t('popover_list')}
        </Button>
      )}
      <Button class="action" onPress={onMute}>
        <MuteIcon />
        <span dir="auto">{t('popover_mute', name)}</span>
      </Button>
      {onEdit && (
        <Button class="action" onPress={onEdit}>
          <EditIcon />
          {t('notes_edit')}
        </Button>
      )}
      {onDelete && (
        <Button class="action" onPress={onDelete}>
          <CloseIcon />
          {t('notes_delete')}
        </Button>
      )}
    </div>
  );
}
