/**
 * Names in Chinese and Japanese, where no space and no capital parts a name from what goes on behind it:
 * 北京烤鸭, 台湾饭店, 后卫福特.
 */
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { isOfOtherCountry } from './other-countries.ts';

/** What makes another thing of the place right before it: houses, firms, schools, dishes, streets. */
const TAILS =
  /^(?:城市|协和|協和|同仁|国立|國立|艺术|藝術|美术|美術|音乐|音樂|体育|體育|医科|醫科|国际|國際|商业|商業|人民|第[一二三四五六七八九十]|皇家|师范|師範|科技|理工|工业|工業|中央|农业|農業|南方|东方|東方|西方|北方|联合|聯合|企业|企業|卫星|衛星)?(?:通[讯訊]社|银行(?!业|系|家)|銀行(?!業|系|家)|大学(?!生|教)|大學(?!生|教)|学院|學院|医院(?!里)|醫院|病院|博物[馆館]|[美艺][术術]馆|藝術館|美術館|图书馆|圖書館|図書館|天文[台臺]|(?:经济|經濟|科学|科學)?研究(?:院|所)|高等法院|中学|中學|小学|小學|航空(?!业|業|母|领域)|饭店|飯店|酒店|餐厅|餐廳|餐馆|餐館|菜馆|菜館|旅馆|旅館|宾馆|賓館|烤鸭|烤鴨|填鸭|填鴨|鴨|鸭|樓(?!市|價)|楼(?!市|价)|路(?![透线線上])|大道|大街|街(?!头|頭)|胡同|巷|运通|運通|日报|日報|时报|時報|晚报|晚報|早报|早報|周报|週報|電視台|电视台|电台|電台|广播电台|人寿|人壽|保险|保險|证券|證券|地产|地產|置业|置業|电信|電信|移动|移動|联通|聯通|石油|石化|中车|国航|國航|东航|南航|猿人|犬|猫(?!熊)|貓(?!熊)|威士忌|套娃|方块|方塊|轮盘|輪盤|沙拉|红茶|紅茶|奶茶|拉面|拉麵|麵|面馆|麵館|小吃|料理|餃子|饺子|火锅|火鍋|菜(?!市)|派(?!出|遣|人)|往事|爱情|愛情|之春|之恋|之戀|故事|脚|腳|高尔夫|杯|站(?!在|出)|馬拉松|马拉松|[车車]展|电影节|電影節|(?:国際)?(?:映画祭|モーターショー|マラソン)|カステラ|ラーメン|まぜそば|茶|ビール|ホテル|新聞|放送|電力|地方(?!政府|债|債|官|当局|當局|财政|財政|法院)|山地|鍋|通り|カップ|オープン|リーグ|ガーデン|ハウス|バレエ)/u;
/** Characters behind a name in which those stand. */
const WINDOW = 11;

/** Before a surname these make it a private person's, an athlete's or an artist's. */
const ROLES =
  /(?:后卫|後衛|前锋|前鋒|中锋|中鋒|中场|中場|门将|門將|球员|球員|球星|选手|選手|教练|教練|主帅|主帥|演员|演員|男星|女星|影星|影帝|影后|导演|導演|歌手|歌星|作家|诗人|詩人|画家|畫家|教授|医生|醫生|老师|老師|律师|律師|邻居|鄰居|同学|同學|厨师|廚師|记者|記者|名叫|名为|名為|俳優|女優|監督|ギタリスト|投手|捕手)(?:の)?$/u;
/** Behind it. */
const PERSON_BEHIND =
  /^(?:选手|選手|先生|女士|太太|小姐|博士|教授|监督|監督|投手|捕手|さん|君|ちゃん|夫妻|夫妇|夫婦|一家)/u;

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Katakana}]$/u;

/** What makes another thing of the place name at text[start, end), or null. */
function hanTail(text: string, start: number, end: number): string | null {
  if (!HAN_OR_KANA.test(text.slice(start, end))) return null;
  return TAILS.exec(text.slice(end, end + WINDOW))?.[0] ?? null;
}

/**
 * The role or title that makes a person's of the name of an entity that is none of that kind, or null.
 * @param isPerson true where the entity is a person: titles such as 先生 then say nothing.
 */
function hanRole(text: string, start: number, end: number, isPerson: boolean): string | null {
  if (!HAN_OR_KANA.test(text.slice(start, end))) return null;
  const [before] = ROLES.exec(text.slice(Math.max(0, start - WINDOW), start)) ?? [];
  if (before) return before;
  return isPerson ? null : (PERSON_BEHIND.exec(text.slice(end, end + WINDOW))?.[0] ?? null);
}

/** Signs that stand before names in their own right; asking the dictionary costs ten times more. */
const SMALL_SIGNS =
  '在到从從对對于於与與和的了是向赴访訪驻駐由让讓把被给給为為以及或而跟至自往将將离離来來去使令';

let segmenter: Intl.Segmenter | null | undefined;

/** Characters on either side from which the words around a name are told. */
const AROUND = 12;

/**
 * True where a word of a dictionary begins before a name and ends inside it: the 北京 of 湖北京山. Says
 * false where the browser has no dictionary.
 */
function isAcrossWords(text: string, start: number, lang: string): boolean {
  const last = text.charAt(start - 1);
  if (SMALL_SIGNS.includes(last) || !/\p{Script=Han}/u.test(last)) return false;
  if (segmenter === undefined) {
    segmenter =
      typeof Intl.Segmenter === 'function'
        ? new Intl.Segmenter(lang, { granularity: 'word' })
        : null;
  }
  if (!segmenter) return false;
  const from = Math.max(0, start - AROUND);
  const found = segmenter.segment(text.slice(from, start + AROUND)).containing(start - from);
  return (
    found !== undefined && from + found.index < start && found.segment.length <= LONGEST_CROSSING
  );
}
/** Longer words hold the name as their own part: 中國大陸. */
const LONGEST_CROSSING = 2;

/** 台湾饭店, 后卫福特, and the 北京 of 湖北京山. */
export function hanName(
  text: string,
  start: number,
  end: number,
  context: Pick<NameContext, 'type' | 'lang'>,
): Neighbourhood {
  if (context.type === 'place') {
    const tail = hanTail(text, start, end);
    if (tail) return { kind: 'longer-name', word: tail, from: start, to: end + tail.length };
    if (context.lang !== null && isAcrossWords(text, start, context.lang)) {
      return { kind: 'longer-name', word: text.charAt(start - 1), from: start - 1, to: end };
    }
  }
  const country = isOfOtherCountry(text, start, end, context);
  if (country) return { kind: 'other-bearer', word: country };
  if (context.type !== 'person' && context.type !== 'organization') return NOTHING_BESIDE;
  const role = hanRole(text, start, end, context.type === 'person');
  return role ? { kind: 'other-bearer', word: role } : NOTHING_BESIDE;
}
/** Kana and Han begin here. */
export const FIRST_HAN = 0x3040;
