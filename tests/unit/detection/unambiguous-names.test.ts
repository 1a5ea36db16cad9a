/**
 * Names that the pack holds for unambiguous, in sentences where they are part of a longer name, another's or meant otherwise,
 * beside sentences where they are what the pack takes them for. Written before the rules were. Each line is a page of its
 * own; what is marked stands in double brackets, in balanced.
 */
import { type LinesByLanguage, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'bodies whose name begins in the same way': [
      'The European Union of Jewish Students elected a president.',
      'The Palestinian State Department of Antiquities asked for the coins.',
      'The [[European Union]] of Jean Monnet’s dreams never came.',
      'The [[European Union]] of 27 states took a vote.',
    ],
    'a sentence of another age': [
      'In 1918 the war in [[Ukraine]] was fought over grain.',
      'Since the [[war in Ukraine]] began, wheat has cost more than in 1973.',
      'In 1994 [[Ukraine]] gave up its missiles; the [[war in Ukraine]] began later.',
    ],
    'what a thing is, said with a verb': [
      'Power Grid is a board game for two to six players.',
      'The Ukraine was a dreadnought never finished.',
      'The Russia, a Cunard liner, took ten days.',
      '[[Russia]] is a country of eleven time zones.',
      'The [[power grid]] is a game changer for nobody.',
    ],
    'works, houses and offices that bear a topic’s name': [
      'The rock group Carbon Neutral split up.',
      'The One China restaurant in York has a new chef.',
      'The Institute for Energy Transition studies seven towns.',
      'The [[solar panel]] shop sells lamps.',
      'The minister said the [[energy transition]] would wait.',
    ],
    'topics of other trades': [
      'He decarbonised the cylinder head and the valves on the kitchen table.',
      'The battery plant keeps forty thousand laying hens and sells poultry.',
      'The energy transitions of the electron give the spectrum its lines.',
      'A shipowner must [[decarbonise]] its fleet and its engines.',
      'The [[battery plant]] in Kokomo hires students.',
    ],
  },
  de: {
    'other treaties of Paris, poets’ genitives': [
      'Das Pariser Übereinkommen zum Schutz des gewerblichen Eigentums gilt seit 1883.',
      'Das [[Pariser Übereinkommen]] sieht nationale Beiträge vor.',
      'Fritz Reuters Romane sind auf Platt geschrieben.',
      'Das meldete [[Reuters]] am Abend.',
    ],
  },
  fr: {
    'ministries, services for engines': [
      'Le ministère de la Transition écologique ouvre une enquête.',
      'La [[transition écologique]] divise les maires.',
      'La [[décarbonation]] des usines prendra vingt ans.',
    ],
  },
  es: {
    'ships and other agreements': [
      'El carguero Ucrania encalló.',
      'El acuerdo de París de 1951 creó la comunidad del carbón.',
      'El petrolero salió de [[China]] el lunes.',
    ],
  },
  zh: {
    'hospitals, museums, other years': [
      '北京协和医院的门诊号很难挂。',
      '苏格兰国立美术馆展出肖像。',
      '1973年的巴黎协定结束了美军在越南的作战。',
      '[[香港]]公立医院人手不足。',
      '2015年的[[巴黎协定]]要求各国减排。',
    ],
  },
  ja: {
    'museums and other years': [
      '台湾博物館を見学した。',
      '1973年のパリ協定で米軍は撤退した。',
      '[[台湾]]の博物館を見学した。',
      '2015年の[[パリ協定]]は各国に計画を求める。',
    ],
  },
};

testLines(PAGES);
