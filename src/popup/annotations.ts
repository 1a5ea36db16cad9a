/**
 * A page's mentions as an Annotation Page of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/): each mention is pointed at by its words and by its
 * place in the text, and says which entity it names. Pure.
 */
import type { PageQuotes, QuotedMention } from '../messaging/messages.ts';
import type { EntityCard } from '../packs/card.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const WIKIDATA = 'http://www.wikidata.org/entity/';

interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'identifying';
  body: object[];
  target: object;
}

export interface AnnotationPage {
  '@context': typeof CONTEXT;
  id: string;
  type: 'AnnotationPage';
  items: Annotation[];
}

/**
 * @param frames The quotes of each frame; a frame's own address is its annotations' source.
 * @param newId An IRI for each annotation and for the page, such as `urn:uuid:...`.
 */
export function asAnnotations(
  frames: readonly PageQuotes[],
  cardOf: (id: string) => EntityCard | undefined,
  newId: () => string,
): AnnotationPage {
  const items = frames.flatMap((frame) =>
    frame.mentions.flatMap((mention) => {
      const card = cardOf(mention.entity);
      return card ? [annotation(frame, mention, card, newId())] : [];
    }),
  );
  return { '@context': CONTEXT, id: newId(), type: 'AnnotationPage', items };
}

function annotation(
  frame: PageQuotes,
  mention: QuotedMention,
  card: EntityCard,
  id: string,
): Annotation {
  const { exact, prefix, suffix, start, end } = mention;
  const identified = card.wikidata
    ? [{ type: 'SpecificResource', source: WIKIDATA + card.wikidata, purpose: 'identifying' }]
    : [];
  return {
    id,
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      ...identified,
      {
        type: 'TextualBody',
        purpose: 'describing',
        value: `${card.name}: ${card.summary}`,
        format: 'text/plain',
        language: card.pack.language,
      },
    ],
    target: {
      source: frame.url,
      ...(frame.language ? { language: frame.language } : {}),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
