/**
 * The bundled lexicon at work, one sentence a look-alike or a name. Each sentence is a page of its own;
 * `[text|entity]` is a mention, all else has to stay unmarked.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDetectorForTests } from './bundled-detector.ts';

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The Bank of China is older than China Airlines.',
    "Exports from [China|china] to [Russia|russia] rose, the People's Bank of China said.",
    'A container ship crossed the South China Sea while the East China Sea stayed closed.',
    'Taiwan Semiconductor Manufacturing Company is not what [Taiwan|taiwan] means by a silicon shield.',
    "He moved from [Hong Kong|hong-kong] to study at the University of Hong Kong's campus abroad.",
    'The White House would not comment; the [U.S. House|us-house-of-representatives] did.',
    '[House Democrats|us-house-of-representatives] and Senate Republicans left for the weekend; the White House lit its tree.',
    "[President Biden|joe-biden] spoke after Jill Biden and before Hunter Biden's lawyer.",
    '[Nancy Pelosi|nancy-pelosi] flew to [Taiwan|taiwan]; her husband Paul Pelosi stayed home.',
    '[Ford|ford-motor-company] will build electric pickups in [Michigan|michigan], its chief executive Jim Farley said.',
    'Harrison Ford played Indiana Jones four times before the fifth.',
    'The Ford Foundation gave a grant to a museum of film.',
    'Gerald Ford grew up in Grand Rapids. Ford later served in the Navy.',
    '[John Kerry|john-kerry] met Xie Zhenhua. [Kerry|john-kerry] called the talks useful.',
    'County Kerry won the final by four points; Kerry had led all day.',
    'Kerry Washington arrived late and Kerry Condon early.',
    "My Roth IRA did better than my father's traditional IRA.",
    'The Provisional IRA called a ceasefire in 1994.',
    'The [Inflation Reduction Act|inflation-reduction-act] ([IRA|inflation-reduction-act]) is three years old.',
    'Since the [IRA|inflation-reduction-act] tax credits began, solar factories have opened in Georgia.',
    'Negotiators at [COP26|cop26] argued over [coal, oil and gas|fossil-fuels] until dawn.',
    'The heat pump has a COP of 4.2 and is quiet.',
    'A cop stopped us near the park.',
    'Emissions testing is due every second year for diesel cars.',
    'Cutting [greenhouse gas emissions|greenhouse-gas-emissions] means leaving [fossil fuels|fossil-fuels] behind.',
    '[Methane|methane] leaks from wells; so does less from landfill.',
    'Vision transformers beat older models, the paper says.',
    'The utility replaced two [power transformers|electrical-transformer] at the substation.',
    'Utilities wait three years for a [transformer|electrical-transformer] of that voltage.',
    'Optimus Prime leads the Autobots in every Transformers film.',
    'A CSS grid needs fewer lines than tables do.',
    'She qualified third on the grid at Monza.',
    'Wind farms cannot reach the [grid|power-grid] because transmission is full.',
    'AA batteries are sold at the till, next to the chewing gum.',
    'He was charged with assault and battery.',
    '[CATL|catl] makes [lithium-ion batteries|battery-manufacturing] for buses.',
    '[LFP batteries|lithium-iron-phosphate-battery] last longer than the nickel kind.',
    'The LFP fined two clubs of Ligue 1.',
    '[EV|electric-vehicle] sales rose by a fifth, carmakers said.',
    'The firm trades at an EV/EBITDA of nine.',
    '[Brussels|european-union] wants member states to fill their gas stores; the European Commission will propose a target.',
    'Brussels sprouts should be roasted.',
    '[Moscow|russia] accused [Kyiv|ukraine] of stalling.',
    'A Moscow mule is made with ginger beer.',
    'The University of Glasgow was founded in 1451.',
    '[Glasgow|glasgow] hosted [COP26|cop26] in 2021.',
    'The patient scored 8 on the Glasgow Coma Scale.',
    'Scotland Yard is in London.',
    '[Scotland|scotland] wants to reach [net zero|decarbonization] by 2045.',
    'Lake Michigan froze at the edges.',
    'The University of Michigan beat Ohio State.',
    '[Blinken|antony-blinken] said that the talks had been candid.',
    'Donald Blinken was a banker. Blinken gave paintings to a museum.',
    '[Xi Jinping|xi-jinping] spoke first, and [Xi|xi-jinping] spoke last.',
    'The Greek letter Xi follows Nu.',
    "[TIME magazine|time-magazine]'s cover was red.",
    'Time will tell whether it was right.',
    '[Reuters|reuters] reported the deal on Monday.',
    'The Reuters Institute in Oxford surveys readers.',
    'Thomson Reuters sells tax software to accountants.',
    'The [Paris Agreement|paris-agreement] turned ten.',
    'The Paris Peace Accords were signed in 1973.',
    'The [loss and damage fund|loss-and-damage-fund] got its first pledges at COP28.',
    'The policy pays for loss and damage to luggage.',
    '[Climate finance|climate-finance] from rich to [developing countries|developing-country-status] tripled.',
    '[Decarbonising|decarbonization] steel needs hydrogen.',
    'A special military operation against smugglers was announced in Bolivia.',
    'The [war in Ukraine|russian-invasion-of-ukraine] entered its fourth year.',
    'Voice of America and Radio Free Asia lost their money.',
    '[America|united-states] has left the [Paris Agreement|paris-agreement] twice.',
    'Latin America grows coffee; South America grows soy.',
    'It costs US$40 or HK$310.',
    'Follow us on Facebook, CONTACT US, or join us.',
    "The [United States|united-states] and [China|china] are the [world's two largest emitters|largest-emitters].",
    'The U.S. Open begins in August; US Airways is gone.',
    'Hong Kong flu killed a million people in 1968.',
    'The [Hong Kong national security law|hong-kong-national-security-law] passed in 2020.',
    "South Korea's National Security Law dates from 1948.",
    'The [spy balloon|spy-balloon-incident-2023] was shot down off South Carolina.',
    '[De-risking|supply-chain-de-risking] from [China|china] is the word of the year.',
    'Use a decoupling capacitor near each chip.',
    'Roast Peking duck for six, with pancakes.',
    'The [State Department|us-department-of-state] spokesman declined to say.',
    'The Secretary of State for Wales resigned.',
    'The Texas House passed the bill at midnight.',
    '[Phasing out coal|coal-phase-out] takes [transmission lines|power-grid] and patience.',
    'A [climate hawk|climate-hawk] and a deficit hawk walk into a bar.',
    '[Uyghur forced labor|uyghur-human-rights] is why the goods were stopped.',
    'The Uyghur language has its own script.',
    '[Polysilicon|solar-panel-manufacturing] prices fell by half.',
    'The PV of the annuity is lower than its price.',
    'Republic of China Air Force pilots flew in 1944.',
    'The ROC curve bends to the left.',
  ],
  'zh-Hans': [
    '[中国|china]和[美国|united-states]同意重启[气候谈判|climate-negotiations]。',
    '中国银行和美国银行都公布了业绩。',
    '欧美国家的通胀正在回落，南美国家也是。',
    '白俄罗斯总统访问了明斯克郊区的工厂。',
    '孩子在玩俄罗斯方块。',
    '全市共有三千家企业，其中国有企业两百家。',
    '新建的充电网络覆盖了高速公路。',
    '[宁德时代|catl]的[磷酸铁锂电池|lithium-iron-phosphate-battery]已经量产。',
    '[国务卿|us-department-of-state][布林肯|antony-blinken]周日抵达[北京|beijing]。',
    '国务院总理主持召开国务院常务会议。',
    '工人接触了二氯甲烷。',
    '[甲烷|methane]是一种强效[温室气体|greenhouse-gas-emissions]。',
    '克里米亚大桥再次关闭。',
    '[约翰·克里|john-kerry]与解振华会面。',
    '他从北京大学毕业，爱吃北京烤鸭。',
    '福特基金会资助了这个展览。',
  ],
  'zh-Hant': [
    '[歐盟|european-union]將對[中國|china][電動車|electric-vehicle]加徵關稅。',
    '國立臺灣大學與密西根大學簽約。',
    '[台灣|taiwan]與[美國|united-states]談判。',
    '金·凱瑞主演的電影下週上映。',
    '[裴洛西|nancy-pelosi]在[台灣|taiwan]停留不到一天。',
    '香港腳不會好，要看醫生。',
  ],
  ja: [
    '中国地方は大雨に警戒が必要だ。中国電力は停電を復旧した。',
    '[中国|china]と[米国|united-states]は[気候変動交渉|climate-negotiations]を再開した。',
    'スタンフォード大学とオックスフォード大学の共同研究だ。',
    '[フォード・モーター|ford-motor-company]は工場を[ミシガン州|michigan]に建てる。',
    'ハリソン・フォードの新作が公開された。',
    '覚醒剤のメタンフェタミンが押収された。',
    '[メタン|methane]の排出を減らす。',
    'ラテンアメリカと南アメリカの違いは何か。',
    '北京ダックと北京語を習った。',
  ],
  es: [
    '[Estados Unidos|united-states] y [China|china] firmaron en [Pekín|beijing] un acuerdo.',
    'El mar de China Meridional es mayor que el mar del Norte.',
    'La escala de Glasgow mide la conciencia.',
    'Nueva Escocia produce langostas.',
    'Los [vehículos eléctricos|electric-vehicle] usan [baterías de litio|battery-manufacturing].',
    'El [Acuerdo de París|paris-agreement] cumple diez años; la [Unión Europea|european-union] lo celebra.',
    'La Copa América se juega en verano.',
  ],
  fr: [
    'L’[Union européenne|european-union] et la [Chine|china] parlent du [méthane|methane].',
    'La mer de Chine méridionale, l’encre de Chine et la Nouvelle-Écosse.',
    'Les choux de Bruxelles se cuisent au four.',
    'Les [États-Unis|united-states] ont quitté l’[accord de Paris sur le climat|paris-agreement].',
    'Les [panneaux solaires|solar-panel-manufacturing] couvrent le toit.',
  ],
  de: [
    'Die [USA|united-states] und [China|china] reden über [Methan|methane].',
    'Das Blinken der LED hört nicht auf.',
    'Die [Europäische Union|european-union] fördert [Elektroautos|electric-vehicle] und [Solarmodule|solar-panel-manufacturing].',
    'Der [Kohleausstieg|coal-phase-out] kommt 2038, das [Stromnetz|power-grid] wächst.',
    'Der Michigansee ist größer als alle Seen von Weißrussland.',
    'US-Dollar und Hongkong-Dollar fielen.',
  ],
  pt: [
    'Os [Estados Unidos|united-states] deixaram o [Acordo de Paris|paris-agreement].',
    'O Banco da China abriu em São Paulo; foi um negócio da China.',
    'EU NÃO ACREDITO, mas a [União Europeia|european-union] aprovou.',
    'A [Rússia|russia] vende gás; a Rússia Unida vende promessas.',
    '[Carros elétricos|electric-vehicle] precisam da [rede elétrica|power-grid].',
  ],
};

/** Splits a marked sentence into its text and its mentions. */
function parse(marked: string): { text: string; mentions: string[] } {
  const mentions: string[] = [];
  const text = marked.replace(/\[([^|\]]+)\|([^\]]+)\]/g, (_, words: string, entity: string) => {
    mentions.push(`${words}|${entity}`);
    return words;
  });
  return { text, mentions };
}

const detect = createDetectorForTests();

describe.each(Object.entries(SENTENCES))('in %s', (lang, sentences) => {
  it.each(sentences)('%s', (marked) => {
    const { text, mentions } = parse(marked);
    expect(detect(text, lang)).toEqual(mentions);
  });
});

/** One `language|name` a line; lines with # are remarks. */
const LOOK_ALIKES = readFileSync(new URL('../../fixtures/look-alikes.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => line.split('|'));

describe('names that no decoy lists', () => {
  it('stay unmarked, alone and in a sentence', () => {
    expect(LOOK_ALIKES.length).toBeGreaterThan(0);
    const marked = LOOK_ALIKES.flatMap(([lang = '', name = '']) =>
      [name, `Yesterday ${name} was in the news again.`].flatMap((text) => detect(text, lang)),
    );
    expect(marked).toEqual([]);
  });
});
