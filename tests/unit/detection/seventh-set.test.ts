/**
 * What the set of a seventh writer showed, in our own sentences, written class by class before the rules were. Each line is a
 * page of its own; what is marked stands in double brackets, in balanced.
 */
import { type LinesByLanguage, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'a capital whose verb anybody has, with an object of policy': [
      '[[Brussels]] set quotas for tuna in March.',
      'In the end [[Brussels]] gave carmakers two more years.',
      '[[Moscow]] turned off the tap that winter.',
      '[[Kyiv]] kept sanctions on the bank.',
      'Brussels set itself a target of ten thousand trees.',
      'Brussels gave its old trams to a museum.',
      'Moscow turned cold in October.',
      'Kyiv kept its markets open late.',
      'Brussels made waffles cheaper.',
    ],
    'a capital whose verb an adverb parts from it': [
      '[[Moscow]] flatly denied it.',
      '[[Brussels]] no longer wants the pipeline.',
      '[[Taipei]] nonetheless agreed to talk.',
      'Moscow always looks best in snow.',
    ],

    'a ship goes by its bare name': [
      'HMS Glasgow was laid down in 1907. Glasgow was broken up after the war.',
      'The schooner Ukraine lay in port. Ukraine was sold for firewood.',
      'HMS Glasgow came home. Thousands in [[Glasgow]] cheered her.',
    ],
    'authors in a list': [
      'Glasgow, Ellen. Barren Ground. £3',
      'House, Helen (1962)',
      'Michigan, Virginia and Ohio have lakes or hills.',
      '[[Glasgow]], [[Scotland]]. A city of trams.',
    ],
    'a pronoun, shouted': [
      'they told US we would have a say',
      'They never asked US, and nobody cared.',
      'The minister told [[US]] officials no.',
      'China told [[US]] it would answer.'.replace('China', '[[China]]'),
    ],
    'what is denied speaks against nothing': [
      'The briefing is on the [[IRA]] (tax credits, not pensions).',
      'She has an IRA (a pension, not tax credits).',
    ],
    'an issue of a paper, a make of car': [
      'On the table lay an old [[TIME]] magazine’s rival and a new TIME.'
        .replace('[[TIME]] magazine', '[[TIME magazine]]')
        .replace('a new TIME', 'a new [[TIME]]'),
      'He left me a rusty [[Ford]] with a dead battery.',
      'We crossed by a new ford with the wagon.',
    ],
    'other treaties have parties': [
      'The Conference of the Parties to the Ramsar Convention met. Observers watched the Conference of the Parties.',
      'The Conference of the Parties to the Convention on Biological Diversity met with observers.',
      'The [[Conference of the Parties]] to the UN climate convention heard observers.',
    ],
    'houses of other countries': [
      'Belmopan: the House of Representatives passed the sugar bill.',
      'The Secretary of State for Wales told the House that the bill was ready.',
      'The Assistant Secretary of State for Africa told the [[House]] Foreign Affairs Committee so.',
    ],
    'a shop for porcelain': [
      'Like a Bull in a China Shop: Our New Puppy Met Grandma',
      'a clue for the setter: CHINA, as in mate',
      '[[CHINA]] WARNS [[US]]',
    ],
    'headlines in capitals': [
      '[[XI]] TELLS SENATORS THAT [[CHINA]] WILL NOT WAIT',
      'FORD TOLD US SHE WOULD RETIRE',
    ],
    'the grid, spoken of in passing': [
      'Who pays for the [[grid]]?',
      'Day three, and the [[grid]] is holding.',
      'Set display to grid, and see where the grid ends.',
      'A tower crane swung over the grid of streets.',
    ],
  },
  de: {
    'a capital that acts, in German': [
      '[[Moskau]] drehte den Hahn zu.',
      '[[Brüssel]] setzte neue Klimaziele.',
      '[[Kiew]] dagegen begrüßte den Vorschlag.',
      '[[Moskau]] bestreitet das.',
      'Moskau besteht aus zwölf Bezirken.',
      'Brüssel setzte sich in der Liste vor Gent.',
      'Kiew lag im Nebel.',
    ],
  },
  fr: {
    'a capital that acts, in French': [
      '[[Moscou]] y voit une provocation.',
      '[[Bruxelles]] s’oppose au projet.',
      '[[Kiev]] ne demande pas de troupes.',
      'Il neige, et Moscou y gagne en charme.',
      'Bruxelles se couche tard.',
    ],
  },
  es: {
    'a capital that acts, in Spanish': [
      '[[Moscú]] lo niega todo.',
      '[[Bruselas]] también rechazó la oferta.',
      '[[Kiev]] no acepta el plan.',
      'Moscú se ve desde la colina.',
      'Bruselas no duerme en mayo.',
    ],
  },
  pt: {
    'a capital that acts, in Portuguese': [
      '[[Moscou]] não aceitou a proposta.',
      '[[Bruxelas]] também propõe um teto.',
      'Bruxelas amanheceu fria.',
    ],
  },
  zh: {
    'a capital that acts, in Chinese': [
      '[[莫斯科]]隨即表示，管線可以重開。',
      '[[布鲁塞尔]]则认为，期限太短。',
      '[[基辅]]也拒绝了这个方案。',
      '莫斯科昨天下了大雪。',
      '布鲁塞尔也有很好的巧克力。',
    ],
    'leaked pictures': [
      '新剧还没开播，粉丝已经看了路透。',
      '剧组和女主角的路透很多。',
      '[[路透]]报道，工厂停工。',
    ],
  },
  ja: {
    'a capital that acts, in Japanese': [
      '[[キーウ]]は歓迎した。',
      '[[モスクワ]]は直ちに反発した。',
      '[[モスクワ]]も不満を示した。',
      'モスクワは雪だった。',
      'キーウも春になった。',
    ],
    'offices of others': [
      'バチカンの国務長官は枢機卿である。',
      '枢機卿が教皇に代わり、国務長官としてミサを行った。',
      '[[国務長官]]は記者会見で語った。',
    ],
  },
};

testLines(PAGES);
