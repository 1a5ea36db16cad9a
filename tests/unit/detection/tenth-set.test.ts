/**
 * What a tenth writer's set and excerpts of the web showed, in our own sentences, written class by class. Each line is a
 * page of its own; what is marked stands in double brackets, in balanced.
 */
import { type LinesByLanguage, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'a government, by a verb with the capital of a title': [
      'Why [[Moscow]] Refuses a Winter Truce, and Who Pays for It',
      '[[Brussels]] Regrets the Delay and Promises an Answer by Spring',
      'Moscow Opens a Fourth Ring of Skating Rinks for Winter',
    ],
    'a government, by what it introduces or says': [
      '[[Brussels]] has introduced a levy on imported cement.',
      '[[Moscow]]’s statement came before breakfast.',
    ],
    'an abbreviation that is one of a series': [
      'Patch CH1 to the desk and CH2 to the wedge; CH4 hums.',
      'Sensors for [[CH4]] and for carbon monoxide hang in the barn.',
    ],
    'an abbreviation that is part of a number': [
      'Directive 2011/65/EU bans lead in solder.',
      'Rinse water holds less than 0.25 EU/mL.',
      'The [[EU]] bans lead in solder.',
    ],
    'words of a topic with the capitals of a name': [
      'We played a long round of Power Grid on Friday, with tea, dice and cake.',
      'Without the [[power grid]] the pumps stand still.',
      'Our course Renewable Power Grids begins in May.',
    ],
    'a number that goes on': [
      'Almuerzo por COP 28.000, con jugo.',
      'They met at [[COP26]], 28.000 of them.',
    ],
    'a name, and what begins with its last word': [
      'Texas has an [[electric grid]] of its own. Operators nearly lost the whole [[grid]].',
      'A grid of streets runs down to the river, and the grid is steep.',
    ],
    'a given name behind kin': [
      'Their daughter China kept the school.',
      'Their daughter studies [[China]].',
    ],
    'all over a place': ['People from all over [[Michigan]] queued around the block.'],
    'a city that somebody comes back to': ['Drivers heading back to Moscow told us of potholes.'],
    'a state behind a town': [
      'They drove to Oakland Hills, [[Michigan]] on Friday.',
      'The quilt is from Escanaba, [[Mich.]] Below: the prize.',
      'The accounts, Mich. term 1893, are bound in calf.',
    ],
    'a House, by its members': [
      '[[House]] members voted by proxy while the Capitol was closed.',
      'The house members voted for a new boiler.',
    ],
    'software has supply chains, too': [
      'Nearshoring of teams saves time zones: outsourcing done by people who keep open source alive.',
      'Ministers put [[nearshoring]] before price.',
    ],
    'a name that others have for other things': [
      'Blow up a Chinese balloon of pleated paper for the party.',
      'Each clerk may claim courses and training from the L&D fund.',
      'The green industry sells turf and mulch.',
    ],
    'an entity in the block ends the silence of a page': [
      'Unsold EVs filled the quay.',
      'Unsold [[EVs]] filled the quay. [[Brussels]] announced a levy on them.',
    ],
  },
  de: {
    'wants, where English has what is to come': [
      '[[Brüssel]] will die Preise für Heizöl deckeln.',
      'Brüssel will gesehen haben, wer Waffeln mag.',
    ],
    'a verb that ends the clause': [
      '[[Moskau]] hat zwei Mitarbeiter der Botschaft ausgewiesen.',
      'Moskau hat zwei neue Brücken.',
    ],
  },
  fr: {
    'a surname in every language': ['[[Pelosi]] l’a dit à Nice, et [[Biden]] à Metz.'],
    'a government, by its verb': [
      '[[Bruxelles]] a regretté une décision hâtive.',
      '[[Moscou]] a parlé d’un exercice.',
    ],
  },
  es: {
    'a government, by its verb': ['El barril subió después de que [[Moscú]] anunciara maniobras.'],
    'a summit, by who was there and what it said': [
      'La [[COP]] cerró de madrugada; las delegaciones pedían dinero para la adaptación.',
    ],
  },
  'zh-Hans': {
    'a government, by what follows': [
      '[[莫斯科]]星期三宣布驱逐两名外交官。',
      '分析人士称，这已成为[[布鲁塞尔]]决策的关键词。',
    ],
  },
};

testLines(PAGES);
