/**
 * What a second lot of excerpts of the web showed, in our own sentences: governments that are helped and hope in other
 * languages than English, datelines of wires, codes and reports of courts, bodies in Chinese and Japanese, makes of cars
 * elsewhere. Each line is a page of its own; what is marked stands in double brackets, in balanced.
 */
import { describe, expect, it } from 'vitest';
import { marksOf, readMarks } from './marked-pages.ts';

const PAGES: Readonly<Record<string, readonly string[]>> = {
  'governments that are helped': [
    'Oslo sagt [[Kiew]] weitere Winterhilfe zu, während [[Russland]] seine Angriffe fortsetzt.',
    'Der Rückhalt für [[Kiew]] bröckelt in manchen Hauptstädten, und [[Russland]] weiß das.',
    'Dänemark übergab [[Kiew]] am Freitag sechs Haubitzen. Die [[Ukraine]] hatte darum gebeten.',
    'El ministro polaco pidió más apoyo a [[Kiev]] y nuevas sanciones contra [[Rusia]].',
    'Los barcos que ayudan a [[Moscú]] a esquivar las sanciones seguirán en la lista. [[Ucrania]] lo celebra.',
    'Le Danemark promet à [[Kiev]] dix avions de plus ; la [[Russie]] parle de provocation.',
    'Latvia handed [[Kyiv]] its last howitzers. [[Russia]] called it theatre.',
  ],
  'where one goes and lives': [
    'Wir fuhren mit dem Nachtzug nach Kiew und frühstückten am Chreschtschatyk. Von [[Russland]] sprach niemand.',
    'Volvimos a Moscú en otoño; [[Rusia]] olía a humo.',
    'A charity wants to help a Kyiv family rebuild its bakery.',
    'Mi hermana enseña inglés a niños de Kiev y no piensa volver a Sevilla.',
  ],
  'the same without spaces': [
    '[[俄罗斯]]昨日提出新条件。[[基辅]]希望盟友提供更多防空导弹,除非[[莫斯科]]接受停火。',
    '据报道,[[基辅]]立即召集欧洲盟友开会,商讨如何应对[[俄罗斯]]的要求。',
    '[[キーウ]]はロケット砲の追加供与を期待している。[[ロシア]]は警告を繰り返した。',
    '[[中国]]外长在莫斯科表示,双方将继续沟通。会后他去看了芭蕾舞。',
    '她在基辅接受采访时说,街上又有人卖花了。',
    '代表团在台北宣布成立一家新的乐团。',
  ],
  'datelines of wires': [
    'Brüssel/Kiew (dpa) - Die [[Europäische Union]] hat neue Hilfen für die [[Ukraine]] beschlossen.',
    'Wien/Kiew (APA) - Die Delegation reist am Montag weiter.',
    'BERLIN/MOSKAU (dpa-AFX) - Der Zug blieb in einer Schneewehe stecken.',
    '【台北共同】[[台湾]]の総統は三日、[[中国]]の軍事演習を批判した。',
    '新华社莫斯科5月9日电 [[俄罗斯]]外长会见了来访的代表团。',
    '[[俄罗斯]]代表团5月9日抵达,电视台作了直播。',
  ],
  'codes, ratios and viruses': [
    'Samples were positive for EV-D68 in nine children, and EV-A71 was found in two.',
    'The ratios screened were EV / Sales, EV / FCF and price to book.',
    'EVs spread by hand contact in nurseries; most infections are mild, and the virus is shed for weeks.',
    'The city bought forty [[EVs]] for its meals service and put chargers behind the depot.',
  ],
  'reports of courts': [
    'The court relied on Carter v. Moss, 212 U. S. 305, and distinguished the later cases.',
    'See Hale v. Dunn, 388 U.S. 41, 47 (1967).',
    'The clerk cited 28 U.S.C. § 1331 and 15 U. S. C. §§ 1 and 2.',
    'In 2012 [[U.S.]] firms filed 41 complaints against [[China]].',
  ],
  'two systems of sizes': [
    'Our Guide to EU and US Shoe Sizes for Women',
    'How do US and EU bra sizes compare? We measured twelve brands.',
  ],
  'bodies and events without spaces': [
    '她曾在美国企业研究所工作,后来回到成都教书。',
    '据俄罗斯卫星通讯社报道,列车晚点两小时。',
    '北京国際モーターショーは今年も大勢の客でにぎわった。',
    '他跑完北京马拉松以后腿疼了一个星期。',
  ],
  'houses of states': [
    'The bill cleared the state House last week. Leaders in the House expect the Senate to follow before the recess.',
    'After a term in the state House he ran for the [[U.S. House of Representatives]]. There the [[House]] Ethics Committee fined him.',
  ],
  'letters behind a town': [
    'The plant stands in Holland, [[MI]] where my cousins grew up.',
    'The storm left two counties in Oklahoma, [[US]], without power for days.',
  ],
  'makes of cars': [
    'Mi abuelo tenía un [[Ford]] Fiesta rojo y lo lavaba los domingos.',
    "Nous avons roulé jusqu'à Biarritz dans un vieux [[Ford]] Transit sans chauffage.",
    'Los trabajadores de [[Ford]] en Almussafes votaron contra el despido.',
    'The co-op had two [[Ford]] 8N tractors and a baler that nobody could start.',
    'Am Ende traf Ford aus elf Metern, und das Stadion sang.',
    'Maître Ford plaidera jeudi devant la cour d’appel de Douai.',
    'El portero suplente fue Ford, que paró dos penaltis en la segunda parte.',
  ],
};

describe.each(Object.entries(PAGES))('%s', (_, lines) => {
  it.each(lines)('%s', (line) => {
    const { texts, expected } = readMarks([line]);
    expect(marksOf(texts, 'balanced')).toEqual(expected);
  });
});
