/** Headlines of a few words, as front pages and lists of links have them: too short to count their capitals. */
import { type LinesByLanguage, testLines } from './marked-pages.ts';

const PAGES: LinesByLanguage = {
  en: {
    'a verb makes a title of the line': [
      '[[China]] Plans New Tax on Plastic',
      'Western [[China]] Hit by Storm',
      'Ambassador to [[Russia]] Recalled',
      '[[EU]] Bans Imports of Shrimp',
      'Japan and [[EU]] Sign Deal',
      'Opinion: [[EU]] Needs a New Plan',
      '[[CATL]] Plans New Tax on Plastic',
    ],
    'of what is said of a place': ['The Future of [[Taiwan]]', 'The Rise of [[China]]'],
    'without a verb it may be a name': [
      'China Evergrande Group',
      'China Fund Inc',
      'Russia View Apartments',
      'The China Syndrome',
    ],
  },
};

testLines(PAGES);
