/**
 * Prose as an ordinary news page has it: whole English sentences of many subjects, in which the names
 * that the bundled pack knows are rare. All of it is made up for this bench.
 */
import { seeded } from '../texts.ts';

/** Mentions of the pack's entities in a thousand words: about one in every second paragraph or third. */
const MENTIONS_PER_1000_WORDS = 4;
const SENTENCES_IN_PARAGRAPH = { least: 2, most: 5 };

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  who: [
    'Maria Kowalczyk',
    'the mayor',
    'Dr. Adeyemi',
    'a spokesman for the port',
    'her brother Tom',
    'the coach',
    'Councillor Byrne',
    'one of the growers',
    'the head teacher',
    'Mr. Lindqvist',
    'the curator',
    'a nurse on the ward',
  ],
  place: [
    'Millbrook',
    'the old harbour',
    'Eastfield Road',
    'the valley',
    'Port Hadley',
    'the north bank',
    'Saint Aubin',
    'the market square',
    'Lower Ashby',
    'the ring road',
  ],
  thing: [
    'the bridge',
    'a second ferry',
    'the library roof',
    'the new timetable',
    'the orchard',
    'a fresh budget',
    'the grandstand',
    'the school kitchen',
    'the water main',
    'last season’s kit',
    'the recipe',
    'the old railway shed',
  ],
  day: [
    'on Monday',
    'last week',
    'in early spring',
    'on 14 March',
    'this summer',
    'at the weekend',
  ],
  number: ['three', 'about 40', '1,200', '17', 'nearly two thousand', '6.5 million', 'a dozen'],
  verb: ['repair', 'sell', 'paint', 'move', 'replace', 'pay for', 'look after', 'close', 'show'],
};

/** `{slot}` is filled from the lists above. */
const ORDINARY: readonly string[] = [
  'When {who} first saw {thing}, nobody in {place} believed that it would last.',
  'The council voted {day} to {verb} {thing}, and {number} residents wrote to object.',
  '“We had {number} days to {verb} {thing},” {who} said, “and it rained on every one of them.”',
  'Work on {thing} began {day} and should be finished before the schools go back.',
  'For years the people of {place} have asked who would {verb} {thing}.',
  'It cost {number} pounds more than planned, according to papers seen {day}.',
  'Fans queued from six in the morning, and by noon {number} tickets had gone.',
  'A cold front moves in {day}, with showers over {place} and a light wind from the west.',
  'She learned to bake from her grandmother, who kept a shop in {place} until it shut {day}.',
  'Doctors say that walking half an hour a day does more good than most people think.',
  'The home side went ahead after {number} minutes, when the keeper let a soft shot slip under him.',
  'Neither {who} nor the company would say how many jobs might go.',
  'Two roads near {place} stay shut until the water has gone down.',
  '{who} has played the same part for {number} years and still forgets the second verse.',
  'Prices of bread and milk rose again {day}, though less than in the months before.',
  'The exhibition, which opens {day}, brings together {number} letters that were thought lost.',
  'Critics call {thing} a waste of money; its friends say that it pays for itself.',
  'On the night train to {place} there is one sleeping car left, and it is always full.',
  'A reader from {place} asks whether she may {verb} {thing} without asking the owner.',
  'Police stopped {number} drivers {day}, most of them for looking at their phones.',
  'What began as a walk along {place} has become a festival with {number} visitors.',
  'The judge said that the firm had known of the fault and had done nothing to {verb} it.',
  'Nobody was hurt, but the smoke could be seen from {place}, said {who}.',
  'Seats in the front row are kept for those who helped to {verb} {thing}.',
  'He wrote the song in a kitchen in {place}, on the back of a gas bill.',
  'Shares in the retailer fell {day} after it warned that fewer people came into its shops.',
  'The hospital wants to {verb} {thing} and hopes for {number} volunteers.',
  'According to {who}, the trick is to wait until the leaves turn and only then to prune.',
  'By the end of the decade, {number} homes are to stand where {thing} stood.',
  'Her second novel is set in {place} and takes as long to read as a wet weekend.',
];

const NAMING: readonly string[] = [
  'Much of what {who} sells now comes from China, and the rest by rail.',
  'The batteries are made by CATL, which opened an office near {place} {day}.',
  'Tax credits under the Inflation Reduction Act would pay for a part of it.',
  'Ministers who met at COP26 had promised as much, {who} said.',
  'Joe Biden is expected to speak about it {day}.',
  'The Paris Agreement does not say who should {verb} it.',
  'John Kerry flew home without an answer {day}.',
  'China’s exports to the EU fell {day}, and the US said that it would answer.',
  'The US-China talks will go on {day}, {who} said.',
];

function filled(template: string, random: () => number): string {
  const text = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const words = SLOTS[slot] ?? [];
    return words[Math.floor(random() * words.length)] ?? '';
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Paragraphs of at least so many UTF-16 units in all: the same ones for the same seed. */
export function newsParagraphs(units: number, seed = 7): string[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const paragraphs: string[] = [];
  let written = 0;
  let words = 0;
  let mentions = 0;
  while (written < units) {
    const { least, most } = SENTENCES_IN_PARAGRAPH;
    const count = least + Math.floor(random() * (most - least + 1));
    const sentences = Array.from({ length: count }, () => {
      const isDue = mentions < (words * MENTIONS_PER_1000_WORDS) / 1000;
      if (isDue) mentions++;
      const sentence = filled(pick(isDue ? NAMING : ORDINARY), random);
      words += sentence.split(' ').length;
      return sentence;
    });
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs;
}
