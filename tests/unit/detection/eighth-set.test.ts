/**
 * What the set of an eighth writer showed, and the one after it, in our own sentences, written class by class before the
 * rules were. Each line is a page of its own; what is marked stands in double brackets, in balanced.
 */
import { type LinesByLanguage, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'a name of which nothing on the page says anything': [
      'The stalls by name: Rosie’s, Alabaster, America, The Two Jugglers.',
      'The dog answers to Kremlin and sleeps under the stairs.',
      'Twelve bottles went under the hammer, and one Biden, a tin soldier.',
      'Upload the file as US and press enter twice.',
      'My aunt sailed to [[America]] with one trunk and a canary.',
      'She keeps bees near Hancock, [[Michigan]], and sells the wax.',
      'The [[Kremlin]] did not answer.',
    ],
    'a headline begins with what everybody knows': [
      '[[Biden]] spotted buying peaches at roadside stall',
      '[[Michigan]] woman finds ring in potato patch',
      '[[Pelosi]], 85, walks without cane again',
    ],
    'an abbreviation that an apposition explains': [
      'The fridge needs two EVs, expansion valves, before June.',
      'We measured the EV, the exhaled volume, three times.',
      'Send it to the PV, the parish verger, by Friday.',
      'The [[EU]], ever slower, has not answered.',
      'Officials of the [[US]], using an old law, closed the port.',
    ],
    'given names as registers shorten them': [
      'Bapt. Jane, dau. of Wm. Biden, cooper. Biden had the forge until 1790.',
      'Bondsman: Jos. Biden of this parish.',
      'Chas. Kerry and Thos. Ford, churchwardens, signed the register.',
    ],
    'a name in capitals that is no other word': [
      '[[GLASGOW]] BUS STRIKE ENDS AFTER NINE DAYS',
      '[[MICHIGAN]] FARMER GROWS HALF-TON PUMPKIN',
      'FORD CLOSED BY FLOOD',
    ],
    'a policy is the object, whatever the verb': [
      '[[Brussels]] has opened a probe into tyre makers.',
      '[[Moscow]] slapped tariffs on tulips.',
      '[[Kyiv]] slashed the quota for beet.',
      'Brussels opened its parks at night.',
      'Moscow slapped paint on its old trams.',
      '[[Kremlin]] confirms phone call',
    ],
    'a chamber of a state, under the dateline of its capital': [
      'COLUMBUS — House Republicans want to move the vote on the bill. The House Speaker said so, and House Democrats objected.',
      'SACRAMENTO — The House GOP caucus met on the bill.',
    ],
    'a chamber goes into recess': [
      'The [[House]] passed the farm bill before its August recess.',
      'Eleven [[House]] members voted against the bill.',
    ],
    'parts of a place are of that place': [
      'Sheep graze in the Southern Uplands of [[Scotland]].',
      'Moose swim to the Upper Peninsula of [[Michigan]].',
      'The Bank of Scotland lent him ten pounds.',
    ],
    'one of a kind': ['The snag with this [[EV]] is the app of its charger.'],
  },
  de: {
    'a government whose verb ends the clause': [
      '[[Moskau]] hat den Vorschlag der [[Ukraine]] am Dienstag zurückgewiesen.',
      '[[Kiew]] will mit [[Russland]] weiter über den Korridor verhandeln.',
      '[[Brüssel]] habe bei der Richtlinie an niemanden gedacht, klagt der Verband.',
      '[[Moskau]] hat dem Botschafter eine Frist gesetzt.',
      'Moskau hat im Sommer viele Touristen gesehen.',
      'Kiew ist eine grüne Stadt mit vielen Hügeln.',
      'Brüssel hat neue Straßenbahnen gekauft.',
    ],
    'ships by what they are': [
      'Die Viermastbark Peking liegt im Hafen. Die Peking wird nun gestrichen.',
      'Das Frachtschiff Ukraine lief auf Grund.',
      'Der Dampfer Schottland fuhr bis 1931.',
    ],
    'where somebody is': ['Er kommt aus [[Glasgow]] und backt Brot.'],
  },
  fr: {
    'a government, by its object': [
      '[[Bruxelles]] a ouvert une enquête sur les pneus.',
      '[[Moscou]] ferme le robinet.',
      'Bruxelles a ouvert une piscine au bord du canal.',
      'Moscou ferme ses parcs à minuit.',
    ],
    'where somebody is': ['Elle vit dans l’est de [[Glasgow]] avec deux chats.'],
  },
  es: {
    'a government, by its verb or object': [
      '[[Bruselas]] pide a España que cuide la red de agua.',
      '[[Moscú]] no ha comentado las cifras.',
      'La portavoz de [[Bruselas]] recordó la multa.',
      'Bruselas tiene buenos gofres.',
      '[[Bruselas]] abre un expediente a la aerolínea.',
    ],
    'where somebody is': ['Volvió encantada de [[Glasgow]], con la maleta rota.'],
    'an abbreviation that an apposition explains': [
      'Es hincha de la UE, la Unión Española, desde niño.',
    ],
  },
  pt: {
    'a government, by its verb or object': [
      '[[Bruxelas]] abriu um processo contra a operadora.',
      'Bruxelas abriu um mercado de flores.',
    ],
    'an abbreviation that an apposition explains': [
      'A UE, isto é, a unidade escolar, entrou no modelo.',
      'A regra da [[UE]] não vale em greve.',
    ],
  },
};

testLines(PAGES);
