/** What private people do for a living, and those whom a politician's page names do not. */
import { wordSet } from './word-set.ts';

/**
 * Trades, small. Not here is what known politicians have been as well: actor, farmer, student, lawyer, pilot, cyclist,
 * guitarist.
 */
export const PROFESSIONS = wordSet(`
  accountant apprentice architect bailiff baker barber barista barmaid bartender beekeeper blacksmith botanist bouncer
  boxer bricklayer builder butcher cabbie cardiologist caretaker carpenter cartoonist cellist chef chemist choirmaster
  cobbler comedian cricketer dentist dermatologist drummer electrician entomologist florist gardener geologist
  goalkeeper hairdresser handyman illustrator janitor jeweller jockey joiner landscaper librarian locksmith magician
  mechanic midfielder midwife milkman novelist nurse optician organist orthodontist painter paramedic pathologist
  pharmacist photographer physiotherapist pianist plasterer plumber podiatrist poet porter postman publican
  puppeteer quarterback radiologist receptionist referee roofer saxophonist sculptor shopkeeper shunter signalman
  singer sommelier sprinter stonemason striker surgeon surveyor taxidermist teacher trombonist umpire undertaker
  verger vet violinist waiter waitress weaver welder winemaker wrestler
  bäcker klempner tischler zahnarzt lehrer fleischer friseur fontanero panadero carpintero dentista plombier
  boulanger menuisier dentiste encanador padeiro carpinteiro
`);
