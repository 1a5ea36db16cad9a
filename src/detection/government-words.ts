/**
 * Words that make a capital its government: Brussels proposed, Moscow's sanctions, asked Kyiv, pressure
 * on Taipei. They are of the language, not of a pack. Verbs that clubs and cities share (won, opened,
 * held) are left out.
 */
import { wordSet } from './word-set.ts';

/**
 * What governments do, right behind their name; what others do as well is below. Of a verb that ends in a hyphen any form
 * (`VERB_ENDING`): announc- is announced, announces, announce. Another is meant as it stands.
 */
export const GOVERNMENT_ACTS = wordSet(`
  said says say confirm- comentado pide piden accus- want- announc- warn- ask- demand- insist- deni- reject- refus-
  agre- propos- impos- banned bans sent sends sign- condemn- criticis- criticiz- claim- consider- pledg- promis-
  threaten- respond- repli- order- approv- seized invaded attacked complain- told tells urg- oppos- suspend-
  retaliat- resum- counter- object- acknowledg- conced- hint- reiterat- react- boycotted defend- retorted shelled
  bombed annexed occupied expelled expels summon- recall- lodged protest- blam- vow- accept- ratified recognis-
  recogniz- regard- unveil- fined fines sued ruled block- withdrew withdraws halt- intend- argu- believes decid-
  declin- dismiss- welcom- hail- voiced signalled signal- postponed adopt- weighing considering asking demanding
  seeking negotiating insisting pressing pushing preparing retaliating mulling mulls dijo dice anunci- anunciado
  acus- quiere exig- exigió pidió pedido rechaz- advirtió advierte respondió propuso impuso aprobó amenaz- annonc-
  dit veut menac- condamn- répondu forder- kündigte warf wirft lehn- verlang- erklärte droh- reagier- prüft plant
  beschloss verhäng- schlug schlägt teilte disse quer pediu rejeit- exigiu propôs respondeu aprovou ameaç- neg- niega
  prepara prome- prépare nie affirme afirm- diz rejette réclame estuda estudia conden- celebra planea planeja melde-
  bestätig- dementier- verspricht behaupte- paga pagará cede cedió cederá apoy- paie paiera cède cédera choisit zahl-
  lenkt knickt denunci- vai convoc- expuls- retir- firm- envía envi- public- publi- adopte tranch- convoqu- réagi
  envoyé envoie rappelé rappelle suspendu suspend approuv- salu- déclar- averti avertit ordonn- durci durcit
  veröffentlich- bestell- beruft zieht zog sag- wollte weist wies verurteil- fürchtet unterzeichne- hoff- stopp-
  bietet bot schick- begrüß- bombarde- atac- attaque bombarde bombardiert beschießt bombardeia proteste protestier-
  negocian acuerdan anuncian acusan négocient annoncent accusent verhandeln einigen negociam anunciam acusam
  exchanged swapped assinou suspendeu reagiu apoi- critic- advertiu alertou kritisier- verweiger- verbietet verbot
  introduc- regret- levied levies tabled drafting finalis- finaliz- enact- scrap- shelv- endors- caution- stress- underlin-
  deplor- sanction- froze freez- deport- subsidis- subsidiz- forbid- forbade prohibit- curb- tough- hardened
  regrett- introdui- parlé declarado declaró déclaré untersag- genehmig- verteidig- blockier- bestreitet verschärft assure soutient dénonce espère craint autorise
  interdit riposte dément accorde asegura sostiene insiste acept- orden- prohíbe prohibió defiende defendió decidió
  mantendrá impondrá propondrá pedirá exigirá prohibirá decidirá advertirá responderá recurrirá cederá proporá imporá
  rejettera interdira inflig- inflige
  negocia reclama garante aceit- proíbe proibiu impõe impôs defendeu decidiu propõe recus- vereinbaren vereinbarten
`);

/** What parts the forms of a regular verb, in any of these languages. */
export const VERB_ENDING = /(?:e?[ds]|te?|[aeéó]|ou|(?:a|ie)ran?|[aei]rán?|era|[aei]ría)$/;

/** What governments do, and cities, companies, counties and things do as well: "Taipei offers", "Kerry hopes". */
export const ANYBODY_ACTS = wordSet(`
  call- plans planned hop- broke cut cuts drew put puts wrote back- watch- view- fear- lift- rais- lowered tightened
  eased extend- launch- offer- struck fired fund- expect- maintain- reli- push- press- delay- publish- mantiene
  mantém besteht schweigt fecha cierra ferme schließt lanza lança lance investe invierte investit investiert aposta
  apuesta sieht voit ve vê ließ lässt lassen ließen sees eyes
`);

/** The same in Chinese and Japanese, where no space parts a name from what it does. */
export const HAN_ACTS =
  /^(?:[和与與及][^\s，。、]{2,4}?)?(?:(?:(?:星期|周|週)[一二三四五六日天]|[今昨][天日晚]|\d{1,2}日)?(?:上午|下午|晚间|晚間)?)(?:方面|当局|當局|政府|側|官员|官員|(?:(?:[随隨立][即后後刻]|[则則也亦仍已曾再却卻还還正又並并不未]|[强強]烈|[没沒]有))?(?:否认|否認|宣[布称稱]|表[示态態明]|警告|谴责|譴責|要求|拒[绝絕]|声称|聲稱|指[责責控]|批评|批評|抗[议議]|呼[吁籲]|威[胁脅]|承[诺諾]|同意|回[应應击擊]|反[对對驳駁]|[称稱]|[说說](?![话話法])|[认認][为為定]|[坚堅]持|[强強][调調]|抨[击擊]|[驳駁]斥|[欢歡]迎(?![来來光您你])|主[张張]|提[议議]|[担擔]心|希望|接受(?![采採訪访治教手])|召集|[准準][备備](?=[入增反发發进進攻]))|交换|交換|签署|簽署|达成|達成|展开|展開|[会會](?=[「“『])|[「『](?=.{2,20}[」』])|就(?=.{2,14}(?:[谈談会會]|磋商|协议|協議))|[决決]策|[はがも](?:これを|直ちに|すぐに?|強く|なお)?(?:声明|発表|否定|主張|反[発論対]|非難|警告|要[求請]|拒[否む絶]|抗議|表明|提案|合意|制裁|批判|歓迎(?:し|する|の)|不[満快]|懸念|警戒|支持|強調|応じ|認め|譲ら|否認)|は[^。、]{1,14}を期待|(?:的|の)(?:声明|聲明|要求|立场|立場|决定|決定|反应|反應|回应|回應|制裁|政策|态度|態度|主張|意向|狙い|盟友|压力|壓力))/u;

/** What a verb of `GOVERNMENT_ACTS` that ends in a hyphen has behind an auxiliary in place of it: "would announce", "va demander". */
export const BARE_ENDING = /(?:e|[ae]r)?$/;
/** What else comes behind an auxiliary only, where it is no noun: "would allow", "did not comment", "has done". */
export const ACTS_AFTER_AUXILIARIES = wordSet(`
  allow annex answer appoint arm attack back ban believe bow boycott break call cancel cave challenge change comment
  consent consider cut delay deny do done draw end enforce escalate expel extend fight find fund give given go
  guarantee hold hope host intervene invade invite join keep kept launch lift list look lower made make meddle name
  negotiate nominate offer order pay planned postpone prefer press provoke publish push put raise ratify relent renew
  reply resist restrict retreat review revoke say see seek send share shell spend stop supply support take taken
  taking talk tell tighten tolerate try understand veto vote withdraw withhold yield reverse envoyer livrer nier
  reconnaître rejeter répondre suspendre aprobar exigir imponer pedir proponer prometer reconocer adotar aprovar
  propor assinar
`);

/** What helps such verbs. */
export const AUXILIARIES = wordSet(`
  would will could can may might must shall should did does do has had have is was are were to vient acaba
`);

/** Small words between a name and its verb. */
export const BEFORE_ACTS = wordSet(`
  just also now yet a pas encore déjà ya também not itself again never later then once still since repeatedly
  formally already finally been ha hat será va de long soon even always nonetheless too y en ne le lui se les lo no
  había habrá habría han havia tinha avait aura aurait hatte não también aussitôt toujours sofort nun dagegen hingegen auch
`);

/** What governments have, behind their possessive. */
export const GOVERNMENT_OWNS = wordSet(`
  ambassador envoy government invasion army troops soldiers ministry minister ministers demand demands claim
  claims offer plan plans position reply response decision sanctions proposal proposals ban war forces policy
  policies allies refusal warning warnings rule rules law laws regulator regulators officials aggression
  missiles drones strikes attack attacks diplomats military navy leaders leadership delegation negotiators
  stance retaliation tariffs duties threat threats consent approval objections support backing blessing veto
  ambitions interests grip influence hand insistence silence budget executive bureaucrats lobbyists patience goals
  statement statements aims intentions leverage narrative strategy priorities ally rivals concerns fears reluctance diplomacy tactics pledge promise anger
`);

/** What parts the forms of those that end in a hyphen here. */
export const DONE_ENDING = /(?:e?[ds]|ing|e)?$/;

/** Verbs whose object governments are, right before their name. */
export const DONE_TO_GOVERNMENTS = wordSet(`
  ask- urg- told tell warn- accus- press press- persuad- convinc- lobby- lobbied petitioned blam- criticis- criticiz-
  anger- annoyed provok- infuriated deter arm- supply supplied sanction- punish- isolat- support- back- allow- forc-
  gave give given notify notified inform- assur- pressur- accuser appeas- embolden- help- defy defied let- letting
  hand- promis- grant- owe- verspricht versprach gewährt gewährte übergibt übergab liefert lieferte schickt schickte unterstützt drängt
  warnte forderte sagt sichert según selon laut segundo aprueba exige pide propone impone prohíbe decide advierte
  laisser laisserons dejar deixar
`);

/** What is between governments, before a preposition and their name: talks with, pressure on. */
export const BETWEEN_GOVERNMENTS = wordSet(`
  pressure sanctions talks deal ties relations negotiations negotiating negotiate negotiated negotiators trade
  approval permission aid help weapons arms according loyal allied rules orders bureaucrats diplomats
  lobbyists policymakers decision-makers regulators sided message warning signal concessions answer reply
  response letter appeal complaint dependence reliance loans ultimatum embargo war hostile dialogue détente
  accord treaty pact alliance row dispute quarrel standoff tensions blow setback boost victory defeat gift snub rebuke leverage officials authorities portavoz porte-parole
  aide pression pressions négociations négociation accorder accordé accorde demander demandé demande reproche reprocher livraisons
  armes pourparlers sanciones ayuda presión negociaciones conversaciones sanções ajuda pressão negociações
  soutien promet rückhalt rückendeckung unterstützung hilfe hilfen waffen
  sanktionen gespräche gesprächen verhandlungen druck abkommen
  spokesman spokeswoman spokesperson spokespeople
`);

/** Before "a" and a government in Spanish and Portuguese; in English "a" would be an article. */
export const TO_GOVERNMENTS = wordSet(`
  apoyo apoya apoyar apoio apoiar ayuda ayudan ayudar ajuda ajudar presiona pide pidió pede exige acusa acusó advierte
  promete sanciones
`);

/** What hyphens join to a government: "Moscow-backed", "pro-Kremlin"; a firm may be Kyiv-based. */
export const JOINED_TO_GOVERNMENTS = wordSet(`
  backed led controlled imposed installed aligned friendly sponsored brokered appointed run mediated
  pro anti
`);

/** Such objects: what only governments set for others, and what needs a second one beside it. */
export const POLICIES =
  /^(?:targets?|quotas?|tariffs?|duties|sanctions|embargo(?:es)?|carmakers|automakers|taps?|probes?|infringement|enquêtes?|robinets?|expediente|processo|sanciones|ausgewiesen|einbestellt|verhängt|zurückgewiesen|gedroht|angedroht|dementiert|vorgeworfen|zugestimmt|[a-zäöü]*(?:ziele?n?|verfahren|vorschlag|botschafter|richtlinie|zölle?n?|quoten?|hahn|sanktionen|lieferungen|grenzwerte?n?))$/;
export const LESSER_POLICIES =
  /^(?:firms|makers|companies|states|capitals|emissions|investigation|inquiry|deadlines?|rules?|limits?|caps?|waivers?|fristen?|regeln)$/;
