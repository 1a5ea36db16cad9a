/** The rows of the popup's list: by kind, or what was found, on the page and in the packs. */
import type { ComponentChildren, JSX } from 'preact';
import type { ListedEntity, TabEntity } from '../messaging/messages.ts';
import type { EntityType } from '../packs/kinds.ts';
import { t, tn } from '../ui/i18n.ts';

export function Kind({ type, children }: { type: EntityType; children: ComponentChildren }) {
  return (
    <section data-kind={type} aria-labelledby={`kind-${type}`}>
      <h2 class="kind" id={`kind-${type}`}>
        {t(`kinds_${type}`)}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface FoundProps {
  onPage: readonly TabEntity[];
  elsewhere: readonly ListedEntity[];
  row: (entity: TabEntity | ListedEntity) => JSX.Element;
  /** Where only one kind is looked through: looks through all. */
  onWiden: (() => void) | null;
}

export function Found({ onPage, elsewhere, row, onWiden }: FoundProps) {
  const count = onPage.length + elsewhere.length;
  return (
    <>
      <p class="quiet" role="status">
        {tn('popup_found', count)}
      </p>
      {onPage.length > 0 && (
        <section aria-labelledby="found-here">
          <h2 class="kind" id="found-here">
            {t('popup_on_this_page')}
          </h2>
          <ul>{onPage.map(row)}</ul>
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="found-elsewhere">
          <h2 class="kind" id="found-elsewhere">
            {t('popup_in_packs')}
          </h2>
          <ul>{elsewhere.map(row)}</ul>
        </section>
      )}
      {count === 0 && (
        <p class="state-text found-nothing">
          {onWiden ? t('popup_found_nothing_kind') : t('popup_found_nothing')}{' '}
          {onWiden && (
            <button type="button" class="link" onClick={onWiden}>
              {t('popup_all_kinds')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
