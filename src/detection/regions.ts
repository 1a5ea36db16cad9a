/**
 * Regions behind a comma that tell one place from its namesakes: Glasgow, Montana; Moscow, Idaho. States
 * of the United States, Canada and Australia, where towns of borrowed names are.
 */
import { wordSet } from './word-set.ts';

export const REGIONS =
  wordSet(`Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
  Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
  Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
  Vermont Virginia Washington Wisconsin Wyoming Ontario Alberta Manitoba Saskatchewan Quebec Queensland
  Victoria Tasmania Jamaica Calif Fla Tenn Ky Mo Mont Ind Ill Wis Ont Penn Pa Tex Del Kan Okla Ore Minn Conn Mass
  Wash Ala Ariz Colo Nev Neb Md Vt
  ID MT KY TN TX IL IN MO PA OH WI DE KS OK ON`);
/** ... of two words, by their first. */
export const REGION_BEGINNINGS = wordSet('New North South West Nova British Prince Rhode District');
