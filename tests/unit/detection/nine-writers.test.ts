/**
 * What nine more writers' sets and a list of what things are really called showed, in our own sentences, written class
 * by class. Each line is a page of its own; what is marked stands in double brackets, in balanced.
 */
import { describe, expect, it } from 'vitest';
import { type LinesByLanguage, marksOf, readMarks, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'two of the same subject, though nobody related the two': [
      'A [[climate hawk]] told the meeting what she thinks of [[emissions]].',
      'A hawk told the meeting what she thinks of emissions.',
    ],
    'an ambiguous name that another, clear by its own surroundings, supports': [
      'Why [[Moscow]] Accused [[Kyiv]] Again',
      'Moscow, Kyiv and Tbilisi in nine days, with breakfast',
    ],
    'lawmakers, and where their house is': [
      'Lawmakers in Lansing went home on Thursday. House Republicans want a smaller fee for small firms.',
      'Lawmakers in Washington went home on Thursday. [[House Republicans]] want a smaller fee for small firms.',
      'Lawmakers in Lansing went home. A [[U.S. House]] committee did not.',
    ],
    'a declaration, and whose it is': [
      'They read the [[Joint Glasgow Declaration]] of [[China]] and the [[United States]].',
    ],
    'a hydrocarbon in the plural': [
      'The port wants to be free of [[hydrocarbons]], and of [[Russia]].',
      'The wax is a hydrocarbon.',
    ],
    'those of a family': [
      'He leaves two daughters, China and Georgia, and a beagle.',
      'He leaves two sons, and wrote about [[China]].',
    ],
    'a street by the water': ['The last pub on China Quay closes its doors.'],
    'a house of somebody, and districts of a capital': [
      'The farce House of Ford comes in from Leeds with a car dealer in it.',
      'Most districts of Kyiv had power for nine hours.',
    ],
    'what is promised to a government': ['The minister promised [[Kyiv]] forty generators.'],
    'coal tar is no coal': ['A motion to phase out coal-tar sealants passed.'],
    'whose house sits where a report was written': [
      'WELLINGTON — The Speaker of the House ordered three members out.',
      'WASHINGTON — The [[Speaker of the House]] ordered three members of Congress out.',
    ],
    'a person from a town': [
      'Ford of Lowestoft, 19, threaded her way through with a tired engine.',
    ],
    'where goods are from': ['The tin says Produce of [[China]].'],
    'who speaks for a government': [
      'A spokesman for [[Brussels]] spoke of a breach of the agreement.',
    ],
    'a verb in a headline of capitals': [
      '[[REUTERS]] PHOTOGRAPHER WINS PRIZE FOR PICTURE OF A GOAT',
    ],
    'what is new, where a capital has to stand': [
      'New [[EU]] rules on lifts begin in May.',
      'New [[US]] sanctions hit [[Russia]].',
      'New Glasgow is a town in Nova Scotia.',
    ],
    'a township in a headline': ['[[MICHIGAN]] TOWNSHIP SPLIT OVER SOLAR FARM'],
    'where places stand': [
      'The airport in [[HK]] closed for the typhoon.',
      'The HK was named for the initials of its maker.',
    ],
    'a ship in quotation marks': [
      'The barque "Glasgow" lies in the dock. Glasgow was built of teak.',
    ],
    'a word and its meanings': [
      'Transformer may refer to: a coil in a substation, a toy.',
      'A [[transformer]] hums in the substation.',
    ],
    'an EV tax credit in small letters': ['so the [[ev tax credit]] is gone and i am late again'],
    'a House that is watched and votes': [
      'Who is watching [[House]] floor votes on C-SPAN at one in the morning?',
      'We were watching House with the whole ward.',
    ],
  },
  de: {
    'somebody who takes a seat is no square': [
      'Eine lange Tafel, an deren Kopfende [[Xi Jinping]] Platz nahm.',
      'Der Bus hält am Xi Jinping Platz.',
    ],
    'two who want': ['[[Kyjiw]] und Warschau wollen den Streit über das Getreide beilegen.'],
    'a genitive, and German that its letters show': [
      '[[Hongkongs]] Regierungschef kündigte an, die Mieten einzufrieren.',
      'Die Weinberge [[Xinjiangs]] liegen in einer Senke.',
    ],
    'another kremlin, and a county': [
      'Im Kreml von Rostow proben die Glöckner nur noch sonntags.',
      'In der Grafschaft Kerry streikt die Fähre. Kerry lebt vom Tourismus.',
    ],
  },
  es: {
    'what a government will do or had done': [
      '[[Bruselas]] mantendrá los derechos sobre el vidrio.',
      '[[Bruselas]] había pedido explicaciones al Gobierno.',
      'Bruselas tendrá otro tranvía en otoño.',
    ],
    'a nickname in quotation marks': [
      'En el pueblo llaman «la China» a la dueña del bar.',
      'Escribió «[[China]]» en la pizarra.',
    ],
  },
  fr: {
    'a word that is one of music in English only': [
      'Le [[transformateur]] du quartier est encore en panne de courant, encore et encore.',
    ],
    'a verb in -te': ['[[Bruxelles]] accepte toutefois d’étudier un prix plancher.'],
    'a verb that is spelled as a country is': [
      'Chine qui veut, dimanche, au vide-grenier de la place.',
      'La [[Chine]] vend des vélos au vide-grenier du monde.',
    ],
  },
  zh: {
    'a topic in quotation marks is that topic': [
      '他说自己不懂什么叫“[[脱钩]]”，只知道[[美国]]的订单少了三成。',
    ],
  },
};

testLines(PAGES);

describe('in strict', () => {
  const marks = (blocks: readonly string[]) => {
    const { texts, expected } = readMarks(blocks);
    return { found: marksOf(texts, 'strict'), expected };
  };

  it('asks a second sign of a topic on a page that names nothing else', () => {
    const { found, expected } = marks(['The 5D energy transition gave a red line.']);
    expect(found).toEqual(expected);
  });

  it.each([
    ['another name', ['The [[energy transition]] was a red line.', '[[China]] smiled.']],
    ['a cue', ['The [[energy transition]] needs renewables.']],
    ['a word of its field', ['The [[energy transition]] is what the utility pays for.']],
  ])('takes %s for one', (_, blocks) => {
    const { found, expected } = marks(blocks);
    expect(found).toEqual(expected);
  });
});
