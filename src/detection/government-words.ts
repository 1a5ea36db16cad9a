/**
 * Words that make a capital its government: Brussels proposed, Moscow's sanctions, asked Kyiv, pressure
 * on Taipei. They are of the language, not of a pack. Verbs that clubs and cities share (won, opened,
 * held) are left out.
 */
import { wordSet } from './word-set.ts';

/** Of what governments do, what cities, companies, counties and things do as well: "Taipei offers", "Kerry hopes". */
const OF_ANYBODY = `
  called calls plans planned hopes hoped broke cut cuts drew put puts wrote backed backs watches watched
  views viewed fears feared lifted lifts raised raises lowered tightened eased extended extends launched launches
  offers offered struck fired funds funded expects expected maintains maintained relies relied pushed pushes pressed
  presses delayed delays published publishes
`;
export const ANYBODY_ACTS = wordSet(OF_ANYBODY);

/** What governments do, right behind their name. */
export const GOVERNMENT_ACTS = wordSet(`${OF_ANYBODY}
  said says say accused accuses wants wanted announced announces warned warns asked asks
  demanded demands insisted insists denied denies rejected rejects refused refuses agreed agrees proposed
  proposes imposed imposes banned bans sent sends signed signs condemned condemns criticised criticized
  criticises criticizes claimed claims considered considers pledged pledges promised promises threatened
  threatens responded responds replied replies ordered orders approved approves seized
  invaded attacked complained complains told tells urged urges opposed opposes
  suspended suspends retaliated retaliates resumed resumes
  countered counters objected objects acknowledged acknowledges conceded concedes
  hinted hints reiterated reiterates reacted reacts boycotted defended defends retorted
  shelled bombed annexed occupied expelled expels summoned summons recalled recalls lodged protested
  protests blamed blames vowed vows accepted accepts ratified recognised recognized recognises
  recognizes regards regarded
  unveiled unveils fined fines sued ruled blocked blocks withdrew withdraws halted halts
  intends intended argues argued believes decided decides
  declined declines dismissed dismisses welcomed welcomes hailed hails voiced
  signalled signaled signals postponed adopted adopts weighing considering
  asking demanding seeking negotiating insisting pressing pushing preparing retaliating mulling mulls
  dijo dice anunció anunciado acusó acusa quiere exige exigió pidió pedido rechazó rechaza advirtió advierte
  respondió propuso impuso aprobó amenazó amenaza
  annoncé annonce dit veut exigé accuse accusé refuse refusé demande demandé propose proposé impose imposé
  menace menacé condamne condamné répondu
  fordert forderte kündigte warf wirft lehnt lehnte verlangt verlangte erklärte droht drohte reagierte
  reagiert prüft plant beschloss verhängte verhängt warnt warnte schlug schlägt teilte
  disse anunciou acusou quer pediu rejeitou exigiu propôs respondeu aprovou ameaçou
  nega negó niega negou prepara promete promet prépare nie affirme afirma afirmó diz rejeita garante vereinbaren vereinbarten
  rejette réclame estuda estudia anuncia condena condenou condenó celebra planea planeja
  meldet meldete bestätigt bestätigte dementiert dementierte verspricht behauptet behauptete
  paga pagará cede cedió cederá apoya apoyó paie paiera cède cédera choisit zahlt zahlte lenkt knickt
  denuncia denunció vai convoca convocó expulsa expulsó retira retiró firma firmó envía envió publica publicó publicou
  publié publie adopté adopte tranché tranche convoqué convoque expulsé expulse réagi retiré retire signé signe envoyé envoie rappelé rappelle suspendu
  suspend approuvé approuve salué salue déclaré déclare averti avertit ordonné ordonne durci durcit
  veröffentlicht veröffentlichte bestellt bestellte beruft zieht zog sagt sagte wollte weist wies verurteilt verurteilte fürchtet
  unterzeichnet unterzeichnete hofft hoffte stoppt stoppte bietet bot schickt schickte begrüßt begrüßte
  bombardea bombardeó ataca atacó attaque bombarde bombardiert beschießt bombardeia protesta protestó proteste protestiert protestierte
  negocian acuerdan anuncian acusan négocient annoncent accusent verhandeln einigen negociam anunciam acusam exchanged swapped
  convocou expulsou retirou assinou enviou suspende suspendeu reagiu apoia apoiou criticou advertiu alertou
`);

/** The same in Chinese and Japanese, where no space parts a name from what it does. */
export const HAN_ACTS =
  /^(?:[和与與及][^\s，。、]{2,4}?)?(?:方面|当局|當局|政府|側|官员|官員|否认|否認|宣布|表示|警告|谴责|譴責|要求|拒绝|拒絕|声称|聲稱|指责|指責|指控|批评|批評|抗议|抗議|呼吁|呼籲|威胁|威脅|承诺|承諾|同意|回应|回應|反对|反對|称|稱|交换|交換|签署|簽署|达成|達成|展开|展開|就(?=.{2,12}(?:谈判|談判|会谈|會談|磋商|协议|協議))|は(?:声明|発表|否定|主張|反発|非難|警告|要求|拒否|抗議|反論|表明|提案|合意|制裁|批判)|(?:的|の)(?:声明|聲明|要求|立场|立場|决定|決定|反应|反應|回应|回應|制裁|政策|态度|態度|主張|意向|狙い|盟友|压力|壓力)|が(?:発表|否定|主張|反発|非難|警告|要求|拒否|抗議|表明|提案))/u;

/** What comes behind an auxiliary only, where it is no noun: "would ask", "did not comment", "has done". */
export const ACTS_AFTER_AUXILIARIES = wordSet(`
  accept accuse agree allow announce annex answer appoint approve argue arm ask attack back ban believe blame block
  bow boycott break call cancel cave challenge change claim comment complain concede condemn confirm consent
  consider criticise criticize cut decide decline defend delay demand deny dismiss do done draw end enforce
  escalate expel extend fight find fund give given go guarantee halt hold hope host impose insist intend intervene invade invite join
  keep kept launch lift list look lower made make meddle name negotiate nominate object offer oppose order pay planned pledge postpone prefer
  press promise propose protest provoke publish push put raise ratify react recall reject relent renew reply resist respond
  restrict resume retaliate retreat review revoke say see seek send share shell sign spend stop supply support
  suspend take taken taking talk tell threaten tighten tolerate try understand veto vote want warn welcome withdraw
  withhold yield reverse
  accepter accuser adopter annoncer approuver condamner demander envoyer exiger imposer livrer menacer nier proposer
  protester reconnaître refuser rejeter répondre signer suspendre
  aceptar acusar adoptar anunciar aprobar condenar enviar exigir imponer negar pedir proponer prometer rechazar reconocer responder
  firmar suspender aceitar adotar aprovar propor rejeitar assinar
`);

/** What helps such verbs. */
export const AUXILIARIES = wordSet(`
  would will could can may might must shall should did does do has had have is was are were to vient acaba
`);

/** Small words between a name and its verb. */
export const BEFORE_ACTS = wordSet(`
  just also now yet to a pas encore déjà ya também has had have would will could might may must shall should did does do not itself again never later
  then once still since repeatedly formally already finally is was are were been ha hat será va vient de acaba
`);

/** What governments have, behind their possessive. */
export const GOVERNMENT_OWNS = wordSet(`
  ambassador envoy government invasion army troops soldiers ministry minister ministers demand demands claim
  claims offer plan plans position reply response decision sanctions proposal proposals ban war forces policy
  policies allies refusal warning warnings rule rules law laws regulator regulators officials aggression
  missiles drones strikes attack attacks diplomats military navy leaders leadership delegation negotiators
  stance retaliation tariffs duties threat threats consent approval objections support backing blessing veto
  ambitions interests grip influence hand insistence silence budget executive bureaucrats lobbyists patience goals
  aims intentions leverage narrative strategy priorities ally rivals concerns fears reluctance diplomacy tactics pledge promise anger
`);

/** Verbs whose object governments are, right before their name. */
export const DONE_TO_GOVERNMENTS = wordSet(`
  ask asks asked asking urge urges urged urging told tell warn warns warned warning accuse accuses accused
  accusing press pressed pressing persuade persuaded convince convinced lobby lobbied lobbying petitioned
  blame blames blamed blaming criticise criticised criticising criticize criticized criticizing angered anger
  annoyed provoke provoked infuriated deter arm armed supply supplied sanction sanctioned punish punished
  isolate isolated support supports supported supporting backs backed backing allow allowed force forced gave
  give given notify notified inform informed assure assured pressure pressured accuser appease appeased
  embolden emboldened help helped helping defy defied let lets letting según selon laut segundo
  aprueba exige pide propone impone prohíbe decide advierte laisser laisserons dejar deixar
`);

/** What is between governments, before a preposition and their name: talks with, pressure on. */
export const BETWEEN_GOVERNMENTS = wordSet(`
  pressure sanctions talks deal ties relations negotiations negotiating negotiate negotiated negotiators trade
  approval permission aid help weapons arms according loyal allied rules orders bureaucrats diplomats
  lobbyists policymakers decision-makers regulators sided message warning signal concessions answer reply
  response letter appeal complaint dependence reliance loans ultimatum embargo war hostile dialogue détente
  accord treaty pact alliance row dispute quarrel standoff tensions blow setback boost victory defeat gift snub rebuke leverage officials authorities
  aide pression pressions négociations négociation accorder accordé accorde demander demandé demande reproche reprocher livraisons
  armes pourparlers sanciones ayuda presión negociaciones conversaciones sanções ajuda pressão negociações
  sanktionen gespräche gesprächen verhandlungen druck abkommen
`);

/** What hyphens join to a government: "Moscow-backed", "pro-Kremlin"; a firm may be Kyiv-based. */
export const JOINED_TO_GOVERNMENTS = wordSet(`
  backed led controlled imposed installed aligned friendly sponsored brokered appointed run mediated
  pro anti
`);
