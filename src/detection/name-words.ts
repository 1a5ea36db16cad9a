/**
 * Words that tell whether a name goes on beside a match. They are of the language, not of a pack: a
 * pack lists the longer names that it knows as decoys; these catch those that nobody listed.
 */
import { wordSet } from './word-set.ts';

/**
 * What the names of other things end with: Glasgow University, Michigan Stadium, Hong Kong Airlines,
 * Ford Street. Offices and parts of a government are not here: the country in "China's Foreign
 * Ministry" is the country.
 */
export const NAME_TAILS = wordSet(`
  university college school academy institute institution seminary polytechnic faculty
  foundation trust charity fund society association club fraternity league federation
  airlines airways air railway railways line lines ferries cruises
  bank banking insurance securities capital holdings group corp corporation inc ltd llc plc gmbh ag
  company petroleum telecom mobile unicom steel railroad motors pharma pharmaceuticals construction
  daily news times post herald tribune gazette journal chronicle observer review press radio tv
  television broadcasting records music orchestra symphony philharmonic opera ballet theatre theater
  choir band festival museum gallery library archive archives zoo aquarium
  rangers celtic united city fc cf afc rovers athletic wolverines spartans lions tigers eagles bulls
  cup open championship championships masters prix trophy games stadium arena marathon regatta derby
  street road avenue lane drive boulevard square plaza terrace crescent court place bridge tower
  towers mall market hotel inn resort casino restaurant cafe pub bar kitchen
  lake river bay beach island islands peninsula hills mountains mountain valley falls canyon
  county township parish village grove creek springs heights
  hospital clinic infirmary church cathedral abbey chapel mosque temple
  award awards prize medal scholarship fellowship
  garden gardens palace arms alehouse taproom diner grill buffet takeaway deli lounge tavern brewery bistro
  syndrome disease virus strain protocol questionnaire index
  flu duck terrier whisky whiskey rose roses kiss
  coma scale yard studios pictures films entertainment software interactive
  mutual express girls boys brothers sisters quartet trio eats wok chef noodle noodles amateur opens
  orphanage legion barracks crew ensemble collective
  straße strasse platz allee brücke imbiss garten gasthof bahnhof zeitung porzellan universität hochschule
  verein stiftung pfanne böller porzellane
  explorer fiesta focus mustang escort transit ranger
`);

/** The car models among them name the maker beside it. */
export const PRODUCT_TAILS = wordSet('explorer fiesta focus mustang escort transit ranger');

/** In a title the tails among these may be verbs, or nouns that go with what follows. */
export const VERB_TAILS = wordSet(`
  press open rose fund review focus line lines post trust place bridge tower market award times record records
  transit square court park index drive fall falls springs light cup medal escort bar arms
`);

/** Written small behind a name of several words, these make it a house's: the Taiwan House restaurant. */
export const VENUES = wordSet(`
  restaurant hotel hostel pub bar café cafe takeaway diner bistro grill bakery shop store theatre theater
  cinema nightclub casino spa
`);

/** Words before a match that make a longer name: Lake Michigan, New Glasgow, County Kerry, Miss China. */
export const NAME_HEADS = wordSet(`
  lake lac lago mount mt mont river fort port cape county new nova nouvelle nueva little pequeño pequeña
  pequeno pequena petit petite upper lower
  old saint st san santa hotel café cafe camp rue calle avenida miss baby radio club casa sala teatro cine
  fc sc sv tsv vfb tus cf cd ss ms mv rms hms uss spvgg bsc deportivo sporting atlético atletico
`);

/** Heads that Romance languages write small: la calle Pekín, rue de Kiev. */
export const SMALL_HEADS = wordSet(`
  calle avenida plaza paseo barrio rue avenue quai boulevard gare viale piazza corso rua praça travessa
  barque brigantine schooner steamer steamship liner ketch sloop lightship dredger tugboat
  hotel hôtel restaurante lac lago río rio isla île monte
`);

/** The same, where English would take the word for a verb or for what it is: el bar Ucrania. */
export const ROMANCE_HEADS = wordSet(`
  bar café cafetería restaurante restaurant sala salle teatro théâtre cine cinéma cinema club edificio edifício
  museo musée puente pont brasserie boutique cervejaria padaria panadería peluquería heladería discoteca
  buque navire navio barco colegio collège lycée ponte bairro villa vila torre tour bistrot churrascaria
`);

/** With "de" before a place these are streets: l’avenue de Russie. */
export const STREETS = wordSet(
  'rue avenue boulevard calle avenida rua quai paseo impasse travessa passage',
);

/** Capitalised inside a sentence these begin a name: the café Le Pékin. */
export const CAPITAL_ARTICLES = wordSet('le la les el los las il lo gli');

/** Behind "House" these are parts of it or offices in it; other names make a family or a building of it. */
export const CHAMBER_WORDS = wordSet(`
  republicans democrats republican democrat gop speaker majority minority oversight ways rules select energy
  appropriations intelligence judiciary armed ethics budget freedom floor leader leaders whip natural science
  financial small veterans homeland agriculture foreign transportation education administration committee
  committees subcommittee china panel passes passed votes bill resolution members leadership conservatives
  progressives caucus clerk chamber i he she they it we
`);

/** Before the name of a place these make it a person's: Inspector Glasgow, Frau Kiew. */
export const COURTESY_TITLES = wordSet(`
  mr mrs ms miss mx sir dame lord lady baron baroness inspector sergeant constable captain lieutenant
  sister brother father reverend rev professor prof dr doctor aunt uncle auntie
  herr frau señor señora sr sra don doña monsieur madame mme signor signora dona seu
`);

/** Words with "of" before a match: University of Glasgow, Bank of China, Duke of Kent. */
export const NAME_HEADS_OF = wordSet(`
  university college school academy institute bank museum gallery library church cathedral diocese
  archdiocese bishop archbishop duke duchess earl marquess baron baroness lord lady prince princess count
  gulf bay strait straits cape isle ring rose mull firth battle siege treaty peace conference congress
  communist bible order knights society federation association royal banco universidad universidade université
  universität museo musée instituto institut banque golfo golfe
`);

/** Given names common enough that one before a surname means that person, even at a sentence's start. */
export const GIVEN_NAMES = wordSet(`
  aaron adam adrian al alan albert alex alexander alexandra alfred alice alison amanda amy andrea andrew
  andy angela ann anna anne annie anthony antonio arthur ashley barbara beatrice ben benjamin bernard beth
  betty bill billy bob bobby brad brandon brenda brian bruce bryan carl carla carlos carol caroline carolyn
  catherine charles charlie charlotte chris christian christina christine christopher chuck cindy claire
  clara claudia colin connor craig cynthia daisy dan daniel danielle danny dave david dawn deborah debra
  dennis derek diana diane dick don donald donna dorothy doug douglas dylan ed eddie edith edward eileen
  elaine eleanor elizabeth ella ellen emily emma eric erica erin ethan eugene eva evan eve evelyn faith
  fiona florence frances francis frank fred frederick gabriel gary gavin gemma geoff george gerald geraldine
  gerry gina glenn gloria gordon grace graham grant greg gregory hannah harold harriet harrison harry
  harvey hazel heather heidi helen henry holly howard hugh hunter ian irene isaac isabel ivan jack jackie
  jacob jacqueline jake james jamie jan jane janet janice jason jay jean jeff jeffrey jennifer jenny jeremy
  jerry jess jesse jessica jill jim jimmy joan joanna joanne joe joel john johnny jon jonathan jordan
  joseph josh joshua joy joyce juan judith judy julia julian julie june justin karen karl kate katherine
  kathleen kathryn kathy katie keith kelly ken kenneth kenny kevin kim kimberly kirsten kyle lara larry
  laura lauren lawrence leah lee len leo leon leonard leslie lewis liam lily linda lindsay lisa liz lloyd
  logan lois louis louise lucas lucy luke lydia lynn madeleine malcolm marc marcus margaret maria marian
  marie marilyn mario marion mark martha martin marvin mary mason matt matthew maureen maurice max megan
  melanie melissa melvin michael michelle miguel mike mildred mitchell molly monica nancy naomi natalie
  nathan neil nell nicholas nick nicola nicole nigel nina noah noel nora norma norman oliver olivia omar
  oscar owen pam pamela pat patricia patrick paul paula pauline pedro peggy penny peter phil philip phillip
  phoebe phyllis rachel ralph ray raymond rebecca renee rhonda richard rick ricky rita rob robert roberta
  robin rod roger roland ron ronald ronnie rosa rose rosemary ross roy ruby russell ruth ryan sally sam
  samantha samuel sandra sara sarah scott sean sharon shaun sheila shirley sidney simon sophia sophie
  stacy stan stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tara
  ted teresa terry theodore theresa thomas tim timothy tina todd tom tommy toni tony tracy trevor ursula
  valerie vanessa vera vernon veronica vicki victor victoria vincent viola violet virginia vivian wallace
  walter wanda warren wayne wendy wilfred will william willie yvonne zachary zoe
  alejandro carmen diego elena fernando hans heinrich jorge josé klaus luis lucía marta pablo
  áine aine aoife ciara ciarán ciaran niamh seán siobhán siobhan pádraig padraig declan eoin brendan conor
  cormac deirdre dermot enda fergus finbarr gráinne maeve mairead maura noreen orla oisín paddy róisín
  rory sinéad sinead tadhg una aidan brigid bridget donal colm kieran eamon éamon shane niall
  agnes aileen alasdair alastair alistair angus archie blair callum cameron catriona duncan euan
  ewan hamish iain isla jock kirsty lachlan mairi morag murdo struan
  alec alicia allison alvin amber amelia amos angelina ariel arnold audrey austin ava
  barry beau becky belinda bella bernice bert bessie betsy beverly blake bonnie boris brooke bryce
  byron caleb calvin candice cara carrie casey cassandra cecil cecilia celia chad chelsea cheryl
  chloe christa clarence clarissa clark claude clay clayton cliff clifford clint clyde cody cole
  constance cora corey courtney cristina curtis dale dana dandre daphne darlene darren daryl dean debbie
  della delia denise desmond devin dexter dirk dolores dominic dora doreen doris dustin dwight
  earl ebony edgar edmund edna edwin elias elijah elisabeth elliot ellie elmer elsie elvis enid ernest
  esther ethel eunice felicity felix floyd freda freya gail garry garth gayle georgina gertrude
  gilbert glen glenda gladys gregg greta guy gwen hank hattie heath hector herbert hilary hilda hope horace
  hubert hugo ida iggy imogen ingrid ira irma irving isaiah ivy jacqui jade jasmine jared jenna jerome
  jodie jodi joey jolene joni josephine josie juanita justine kara karin karla katrina kay
  kayla kendra kent kerri kris kristen kristin kurt kyra lana lance latoya leigh lena leona leroy
  lester letitia lila lillian lionel lita liza lola lonnie loretta lorna lorraine louisa lucia lucille
  luther lyle mabel mack mae maggie maisie mandy marcia margery marjorie marlene marsha marshall
  mavis maxine melinda melody mercedes meredith merle mickey milton mindy minnie miriam mitch
  mona morgan morris muriel myra myrtle nadia nellie nelson nettie neville nadine odette olga olive ollie
  opal ophelia orville otis otto paige patsy patti patty pearl percy perry petra polly priscilla rae
  ramona randall randy raquel reggie regina reginald rex rhoda rhys roberto rocky roderick rodney roman
  ronda rosalie rosalind rosanna rosie roxanne rudolph rufus rupert russ sabrina sadie saul seamus selma
  serena seth shannon shari shauna shawn shelby shelley sheldon sherri sherry shirl sid silvia simone
  sonia sonya spencer stanton stefan stefanie steph sterling susanna susie sybil tabitha tamara
  tammy tanya tasha terence terri tess tessa thelma tiffany tommie tonya tracey travis trent tricia trina
  trisha troy tyler tyrone ulrich valentina vic vincenzo viv wade walt wes wesley whitney wilbur wilma
  winifred winston woodrow yolanda zach zara
  pierre rafael ramón sergio sofía wolfgang françois michel jean-pierre chen li wang zhang mohammed ahmed
`);

/** Titles and roles, which say nothing against a surname and little for it. */
export const TITLES = wordSet(`
  president vice secretary senator sen rep representative congressman congresswoman speaker governor gov
  minister premier chancellor chairman chairwoman chair ceo cfo director chief envoy ambassador judge justice
  general gen colonel captain lieutenant sergeant dr doctor professor prof mr mrs ms miss sir dame
  comrade leader candidate nominee democrat republican treasurer commissioner spokesman spokeswoman
  präsident präsidentin außenminister sondergesandter klimabeauftragter herr frau
  presidente senador ministro secretario secretário señor président ministre sénateur monsieur madame m mme
`);

/** Titles by which the press calls few of those known for an office: mostly somebody else's. */
export const LEARNED_TITLES = wordSet(`
  dr doctor prof professor nurse inspector sergeant constable reverend rev
`);

/** Roles of companies, not of persons. */
export const COMPANY_ROLES = wordSet(`
  automaker carmaker manufacturer giant company brand maker rival supplier parent agency
`);

/**
 * Capitalised words beside the name of a place that leave it the name of that place: epochs and parts of
 * it before, its offices and bodies behind. Any other capitalised word makes one name of the two: Air
 * China, Police Scotland, China Evergrande.
 */
export const PLACE_DESCRIPTIONS = wordSet(`
  greater mainland metropolitan rural urban upper lower inner outer mid west east north south central
  northern southern eastern western northeast northwest southeast southwest northeastern northwestern
  southeastern southwestern modern ancient medieval victorian imperial soviet tsarist communist nationalist
  maoist qing ming republican socialist capitalist postwar wartime occupied independent free red mother
  trump trump's obama putin sino anti pro non post pre ex
`);
export const PLACE_BODIES = wordSet(`
  parliament congress senate house assembly legislature supreme court courts appeals treasury army navy
  marine coast embassy consulate ministry department government governor lieutenant attorney republicans
  republican democrats democrat gop tory tories labour lib snp delegation desk bureau correspondent
  correspondents policy chief executive first deputy prime defense defence foreign finance trade justice
  environment energy transport transportation interior education health security national state central
  legislative air cabinet council councillor councillors mayor lord mps msps mp msp police border customs
  immigration parole law civil public communist politburo party leader standing people's vice acting
  special climate us u.s uk un eu nato who covid olympic olympics paralympics paralympic worlds
  agency fed capitol forces force marines centers centres mint marshals solicitor surgeon
  constitution homeland veterans agriculture commerce labor census patent aid mission command women's
  men's women men cyber space high green member members single action recovery taxonomy deal
  secretaries ambassadors troops house-passed fish pacific atlantic gulf west east north south midwest
  citizenship citizens congressman congresswoman rep sen reps sens
  pavilion tariffs relations talks summit task select committee commission subcommittee affairs
`);

/** Capitalised words that are no part of a name beside them: calendar, places of work, small words. */
export const NOT_NAMES = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december spring summer autumn winter
  la le les el los las il lo gli un une una uno der die das den dem des o os ao
  i a an the this that these those but and or nor so yet if when while as at by for from in into of off on
  onto over to under up with without after before because since until unless although though both either
  neither not no yes even only also then there here now today yesterday tomorrow tonight meanwhile however
  still later earlier once again asked given having being including where whether instead perhaps maybe
  unlike except besides beyond following regarding than plus minus about toward towards alongside around
  beneath beside behind below above along inside outside near next last such
  what who why how which whose did does do is are was were will would
  can could might must shall should has have had says said say tells told asks calls called wants
  its his her their our my your he she they we it one two three some many most more fewer less all every each other others
  like against among between during per via versus vs amid despite across
  american chinese european british russian ukrainian taiwanese scottish french german japanese korean
  indian australian canadian irish english spanish italian western eastern northern southern
  democratic democrats republicans congressional federal former late new first
  breaking update watch read listen opinion analysis exclusive live photo video
`);

/** With "of" these name an office or a part of the place itself, not another thing. */
export const OFFICES = wordSet(`
  president vice minister ministers ministry government parliament embassy ambassador king queen governor
  state states city people peoples republic kingdom commonwealth chancellor premier secretary senator
  leader leaders head north south east west centre center capital university
`);
