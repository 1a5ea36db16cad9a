/**
 * Words that tell whether a name goes on beside a match. They are of the language, not of a pack: a
 * pack lists the longer names that it knows as decoys; these catch those that nobody listed.
 */
import { wordSet } from './word-set.ts';

/** In a title these of the tails may be verbs, or nouns that go with what follows. */
const OF_VERBS = `
  press open rose fund review focus line lines post trust place bridge tower market award times records
  transit square court index drive falls springs cup medal escort bar arms
`;
export const VERB_TAILS = wordSet(OF_VERBS);

/**
 * What the names of other things end with: Glasgow University, Michigan Stadium, Hong Kong Airlines,
 * Ford Street. Offices and parts of a government are not here: the country in "China's Foreign
 * Ministry" is the country.
 */
export const NAME_TAILS = wordSet(`${OF_VERBS}
  university college school academy institute institution seminary polytechnic faculty
  foundation charity society association club fraternity league federation
  airlines airways air railway railways ferries cruises
  bank banking insurance securities capital holdings group corp corporation inc ltd llc plc gmbh ag
  company petroleum telecom mobile unicom steel railroad motors pharma pharmaceuticals construction
  daily news herald tribune gazette journal chronicle observer radio tv
  television broadcasting music orchestra symphony philharmonic opera ballet theatre theater
  choir band festival museum gallery library archive archives zoo aquarium
  rangers celtic united city fc cf afc rovers athletic wolverines spartans lions tigers eagles bulls
  championship championships masters prix trophy games stadium arena marathon regatta derby
  street road avenue lane boulevard plaza terrace crescent quay wharf mews
  towers mall hotel inn resort casino restaurant cafe pub kitchen
  lake river bay beach island islands peninsula hills mountains mountain valley canyon
  county township parish village grove creek heights
  hospital clinic infirmary church cathedral abbey chapel mosque temple
  awards prize scholarship fellowship
  garden gardens palace alehouse taproom diner grill buffet takeaway deli lounge tavern brewery bistro
  syndrome disease virus strain protocol questionnaire
  flu duck terrier whisky whiskey roses kiss
  coma scale yard studios pictures films entertainment software interactive
  mutual express girls boys brothers sisters quartet trio eats wok chef noodle noodles amateur opens
  orphanage legion barracks crew ensemble collective
  straße strasse platz allee brücke imbiss garten gasthof bahnhof zeitung porzellan universität hochschule
  verein stiftung pfanne böller porzellane
  explorer fiesta mustang ranger
`);

/** The car models among them name the maker beside it. */
export const PRODUCT_TAILS = wordSet('explorer fiesta focus mustang escort transit ranger');

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
  fc sc sv tsv vfb tus cf cd spvgg bsc deportivo sporting atlético atletico
`);

/** Heads that Romance languages write small: la calle Pekín, rue de Kiev. */
export const SMALL_HEADS = wordSet(`
  calle avenida plaza paseo barrio rue avenue quai boulevard gare viale piazza corso rua praça travessa
  hotel hôtel restaurante lac lago río rio isla île monte carguero cargueiro petrolero voilier
`);

/** Before a name these make a ship’s of it. */
export const SHIPS = wordSet(`
  ss ms mv rms hms uss hmas hmcs barque brigantine schooner steamer steamship liner freighter dreadnought battleship ketch sloop lightship dredger tugboat frachter
`);

/** The same, where English would take the word for a verb or for what it is: el bar Ucrania. */
export const ROMANCE_HEADS = wordSet(`
  bar café cafetería restaurante restaurant sala salle teatro théâtre cine cinéma cinema club edificio edifício
  museo musée puente pont brasserie boutique cervejaria padaria panadería peluquería heladería discoteca
  buque navire navio barco cargo paquebot colegio collège lycée ponte bairro villa vila torre tour bistrot churrascaria
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

/** Before the name of a place these make it a given name: "their daughter China". (Son is a verb in Spanish.) */
export const KIN = wordSet('daughter granddaughter grandson stepson stepdaughter niece nephew');

/** Words with "of" before a match: University of Glasgow, Bank of China, Duke of Kent. */
export const NAME_HEADS_OF = wordSet(`
  university college school academy institute bank museum gallery library church cathedral diocese
  archdiocese bishop archbishop duke duchess earl marquess baron baroness lord lady prince princess count
  gulf bay strait straits cape isle ring rose mull firth battle siege treaty peace conference congress
  communist bible house order knights society federation association royal banco universidad universidade université
  universität museo musée instituto institut banque golfo golfe
`);

/** Given names common enough that one before a surname means that person, even at a sentence's start. */
export const GIVEN_NAMES = wordSet(`
  aaron adam adrian agnes ahmed aidan aileen aine al alan alasdair alastair albert alec alejandro alex
  alexander alexandra alfred alice alicia alison alistair allison alvin amanda amber amelia amos amy ana
  andrea andreas andrew andy angela angelina angus ann anna anne annie anthony antonio aoife archie ariel
  arnold arthur ashley audrey austin ava barbara barry beatrice beau becky belinda bella ben benjamin
  bernard bernice bert bessie beth betsy betty beverly bill billy blair blake bob bobby bonnie boris
  brad brandon brenda brendan brian bridget brigid brooke bruce bryan bryce byron caleb callum calvin
  cameron candice cara carl carla carlos carmen carol caroline carolyn carrie casey cassandra catherine
  catriona cecil cecilia celia chad charles charlie charlotte chelsea chen cheryl chloe chris christa
  christian christina christine christopher chuck ciara ciaran ciarán cindy claire clara clarence clarissa
  clark claude claudia clay clayton cliff clifford clint clyde cody cole colin colm connor conor constance
  cora corey cormac courtney craig cristina curtis cynthia daisy dale dan dana dandre daniel danielle danny
  daphne darlene darren daryl dave david dawn dean debbie deborah debra declan deirdre delia della denise
  dennis derek dermot desmond devin dexter diana diane dick diego dirk dolores dominic don donal donald
  donna dora doreen doris dorothy doug douglas duncan dustin dwight dylan eamon earl ebony ed eddie edgar
  edith edmund edna edward edwin eileen elaine eleanor elena elias elijah elisabeth elizabeth ella ellen ellie
  elliot elmer elsie elvis emily emma enda enid eoin eric erica erin ernest ernst esther ethan ethel euan eugene
  eunice eva evan eve evelyn ewan faith felicity felix fergus fernando finbarr fiona florence floyd frances
  francis françoise frank françois fred freda frederick freya fritz gabriel gail garry garth gary gavin gayle gemma
  geoff george georgina gerald geraldine gerry gertrude gilbert gina gladys glen glenda glenn gloria
  gordon grace graham grant greg gregg gregory greta gráinne günter guy gwen hamish hank hannah hans harold
  harriet harrison harry harvey hattie hazel heath heather hector heidi heike heinrich helen helga henry
  herbert hilary hilda holly hope horace howard hubert hugh hugo hunter iain ian ida iggy imogen ingrid
  ira irene irma irving isaac isabel isabelle isaiah isla ivan ivy jack jackie jacob jacqueline jacqui jade
  jake james jamie jan jane janet janice jared jasmine jason javier jay jean jean-pierre jeff jeffrey jenna
  jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy joan joanna joanne joão jock jodi
  jodie joe joel joey john johnny jolene jon jonathan joni jordan jorge joseph josephine josh joshua
  josie josé joy joyce juan juanita judith judy julia julian julie june jürgen justin justine kara karen karin
  karl karla kate katherine kathleen kathryn kathy katie katrina kay kayla keith kelly ken kendra kenneth
  kenny kent kerri kevin kieran kim kimberly kirsten kirsty klaus kris kristen kristin kurt kyle kyra lachlan
  lana lance lara larry latoya laura lauren lawrence leah lee leigh len lena leo leon leona leonard leroy
  leslie lester letitia lewis li liam lila lillian lily linda lindsay lionel lisa lita liz liza lloyd logan
  lois lola lonnie loretta lorna lorraine louis louisa louise lucas lucia lucille lucy lucía luis luke luther
  lydia lyle lynn mabel mack madeleine mae maeve maggie mairead mairi maisie malcolm mandy marc marcia
  marcus margaret margery maria marian marie marilyn mario marion marjorie mark marlene marsha marshall marta
  martha martin marvin mary mason matt matthew matthias maura maureen maurice mavis max maxine megan melanie
  melinda melissa melody melvin mercedes meredith merle michael michel michelle mickey miguel mike mildred
  milton mindy minnie miriam mitch mitchell mohammed molly mona monica monika morag morgan morris
  murdo muriel myra myrtle nadia nadine nancy naomi natalie nathan neil nell nellie nelson nettie neville
  niall niamh nicholas nick nicola nicolas nicole nigel nina noah noel nora noreen norma norman odette oisín
  olga olive oliver olivia ollie omar opal ophelia orla orville oscar otis otto owen pablo paddy padraig paige
  pam pamela pat patricia patrick patsy patti patty paul paula pauline pearl pedro peggy penny percy perry
  peter petra phil philip philippe phillip phoebe phyllis pierre polly priscilla pádraig rachel rae
  rafael ralph ramona ramón randall randy raquel ray raymond rebecca reggie regina reginald renee
  rex rhoda rhonda rhys richard rick ricky rita rob robert roberta roberto robin rocky rod roderick rodney
  roger roland roman ron ronald ronda ronnie rory rosa rosalie rosalind rosanna rose rosemary rosie ross
  roxanne roy ruby rudolph rufus rupert russ russell ruth ryan róisín sabine sabrina sadie sally sam samantha
  samuel sandra sara sarah saul scott seamus sean sebastian selma serena sergio seth seán shane shannon shari
  sharon shaun shauna shawn sheila shelby sheldon shelley sherri sherry shirl shirley sid sidney silvia simon
  simone sinead sinéad siobhan siobhán sofía sonia sonya sophia sophie spencer stacy stan stanley stanton
  stefan stefanie stella steph stephanie stephen sterling steve steven stewart struan stuart sue susan susanna
  susie suzanne sybil sylvia sylvie tabitha tadhg tamara tammy tanya tara tasha ted terence teresa terri terry
  tess tessa thelma theodore theresa thomas tiffany tim timothy tina todd tom tommie tommy toni tony tonya
  tracey tracy travis trent trevor tricia trina trisha troy tyler tyrone ulrich una ursula uwe valentina
  valerie vanessa vera vernon veronica vic vicki victor victoria vincent vincenzo viola violet virginia viv
  vivian wade wallace walt walter wanda wang warren wayne wendy wes wesley whitney wilbur wilfred will william
  vladimir volodymyr sergei emmanuel olaf narendra recep jair luiz shinzo viktor willie wilma winifred winston wolfgang woodrow yolanda yvonne zach zachary zara zhang zoe áine éamon
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
  its his her their our my your he she they we it one two three four five six seven eight nine ten eleven twelve some many most more fewer less all every each other others
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
  highlands lowlands uplands islands peninsula coast borders
`);
