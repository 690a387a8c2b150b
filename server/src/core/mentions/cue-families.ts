// Families of cue phrases that are put together from parts: "no radiographic evidence of", "hasn't shown", "MRI negative for".
import { combine, list } from './phrases';

/**
 * Words that may stand inside a cue and add nothing to it: "no *clinical* evidence of", "watch *the* wound for". Only
 * cues of more than one word are read over them.
 */
export const fillers: ReadonlySet<string> = new Set(
  list(`
    clinical | clinically | radiological | radiographic | sonographic | definite | obvious | obviously | clear |
    objective | visible | apparent | significant | real | overt | specific | physical | further | other |
    outward | current | convincing | good | particular | immediate | major | a | an | the | any | her | his |
    their | your | this | that | own | + | again
  `),
);

const traces = list(`
  evidence | sign | signs | symptom | symptoms | indication | indications | suggestion | feature | features |
  finding | findings | suspicion | concern | concerns | complaint | complaints | report | reports | mention |
  record | documentation | diagnosis | trace | hint | picture | signs or symptoms | signs and symptoms | s/s |
  clinical signs
`);
const links = list(`
  of | for | to suggest | to indicate | to support | suggestive of | suggesting | indicating | about |
  regarding | re | consistent with | indicative of | concerning for
`);

/** "No clinical signs of", "without convincing evidence for". */
const withoutTrace = (): readonly string[] => [
  ...combine(
    list(`
      no | without | without any | no other | lack of | lacks | absence of | absent | free of | never any |
      nil
    `),
    traces,
    links,
  ),
  ...combine(
    list('no | without'),
    list(`
      history | hx | h/o | personal history | past history | previous history | prior history |
      known history | known hx | family history | family hx | personal or family history |
      family or personal history | significant history | relevant history | medical history | recent history |
      current or past history
    `),
    ['of'],
  ),
];

const tests = list(`
  mri | ct | cta | xr | cxr | x-ray | xray | x ray | ultrasound | us | uss | doppler | duplex |
  venous doppler | scan | dexa | bone scan | biopsy | bloods | labs | blood test | blood tests | blood work |
  bloodwork | test | tests | testing | swab | culture | cultures | urine | urinalysis | d-dimer | d dimer |
  ecg | ekg | echo | imaging | workup | work-up | work up | exam | examination | screen | screening |
  screened | tested | results | angiogram | colonoscopy | endoscopy | emg | serology | pcr | ros |
  review of systems | aspirate | trops | troponin | troponins | ctpa | bhcg | monospot | mammogram | film
`);
const clearResults = list(`
  negative for | neg for | -ve for | normal for | unremarkable for | clear for | clear of | was negative for |
  is negative for | came back negative for | come back negative for | were negative for | are negative for |
  was clear for | clear  showed no | shows no | show no | did not show | does not show |
  do not show | didn't show | revealed no | reveals no | found no | finds no | demonstrates no |
  demonstrated no | excluded | excludes | ruled out | rules out | has ruled out | have ruled out | without |
  no
`);

/** "D-dimer neg", "scan was clear": what answers a doubt told before. */
export const clearResult = (): readonly string[] =>
  combine(
    tests.filter((test) => !/^(?:exam|examination|ros|review of systems|results)$/.test(test)),
    list(`
    neg | negative | -ve | clear | normal | nad | unremarkable | was neg | was negative | was clear | was normal |
    is negative | is clear | were negative | were clear | were normal | came back negative | came back clear |
    came back normal | all clear
  `),
  );

/** "XR neg fx". */
export const negativeTest = (): readonly string[] => combine(tests, list('neg | negative | -ve'));

/** "MRI negative for", "ultrasound showed no". */
const clearTest = (): readonly string[] => combine(tests, clearResults);

const notAux: readonly string[] = [
  ...list(`
    does not | doesn't | do not | don't | did not | didn't | doesnt | didnt | dont
  `),
];
const notHave = list(`
  has not | hasn't | have not | haven't | had not | hadn't | hasnt | havent | has never | have never |
  had never | never
`);
const notBe = list(`
  is not | isn't | are not | aren't | was not | wasn't | were not | weren't | isnt | wasnt | not | never
`);

/** "Does not have", "hasn't developed", "is not experiencing". */
const doesNot = (): readonly string[] => [
  ...combine(
    notAux,
    list(`
      have | have any | have a | appear to have | seem to have | look like | look to have | get | get any |
      suffer from | suffer with | experience | experience any | report | report any | complain of |
      complain of any | c/o | endorse | mention | notice | notice any | feel | show | show any |
      show signs of | show any signs of | show evidence of | demonstrate | exhibit | reveal | suggest |
      indicate | meet criteria for | carry a diagnosis of | know of any | recall | recall any | suspect |
      think it is | think this is | think she has | think he has | believe it is | believe this is |
      feel this is | see | see any
    `),
  ),
  ...combine(
    notHave,
    list(`
      had | had a | had any | developed | developed any | experienced | experienced any | noticed |
      noticed any | reported | reported any | suffered | suffered from | suffered with | shown | shown any |
      demonstrated | seen | seen any | been diagnosed with | been told she has | been told he has |
      been treated for | been found to have
    `),
  ),
  ...combine(
    notBe,
    list(`
      having | having any | experiencing | experiencing any | complaining of | complaining of any |
      reporting | reporting any | suffering from | suffering with | showing | showing any | showing signs of |
      known to have | felt to be | felt to have | thought to be | thought to have | believed to be |
      consistent with | suggestive of | typical of | likely to be | likely | suspicious for | suspicious of |
      concerning for | concerned about | worried about | indicative of | in keeping with | compatible with |
      associated with | diagnosed with | due to | caused by | from | a | an
    `),
  ),
  ...combine(
    list('no longer | not'),
    list(`
      concerned about | worried about | concerned for | suspicious of | suspecting | being treated for
    `),
  ),
];

/** Phrases in front of what is denied; a list goes on behind them. */
export const deniedAhead = (): readonly string[] => [
  ...withoutTrace(),
  ...clearTest(),
  ...doesNot(),
  ...list(`
    unable to palpate | unable to find | unable to reproduce | unable to elicit | could not palpate |
    could not find | could not reproduce | could not elicit | couldn't find | couldn't palpate |
    cannot palpate | cannot find | can't palpate | nope to all | nope to all: | nope to | no to all | no to all: | all no | can't be | cannot be | couldn't be |
    could not be | can not be | no fhx of | no fhx | no family hx | no fh of | no fh |
    family history negative for | fhx negative for | fhx neg for | family history neg for | denies fhx of |
    negative family history for | negative family history of | no: | none: | denied: | rather than |
    ruled out for | was ruled out for | been ruled out for | rules against | argues against |
    evidence against | speaks against | goes against | unlikely to be | unlikely to have |
    very unlikely to be | highly unlikely to be | unlikely | fails to show | fails to reveal |
    fails to demonstrate | failed to show | failed to reveal | failed to demonstrate | nothing to indicate |
    nothing suggesting | nothing pointing to | no cause for concern re | doubt | doubts | doubtful for |
    low probability of | low likelihood of | low risk of | low risk for | never experienced |
    never suffered from | never suffered | never complained of | never developed | never diagnosed with |
    no past medical history of | no pmh of | no pmhx of | pmh negative for | denies hx of |
    denies history of | denies any history of | denies any hx of | denies h/o | denies past | denies prior |
    denies previous | denies current | denies recent | denies any recent | denies any current |
    denies any prior | denies any previous | denies any new | denies new | denies ever having |
    denies ever having had | denies having | denies having had | denies personal or family history of |
    denied any | denied hx of | denied history of | denied recent | denying any | deny any |
    denies symptoms of | denies signs of | denies any symptoms of | denies any signs of |
    denies family history of | no longer concerned about | no longer worried about | reassured no |
    reassured that there is no | reassured it is not | as opposed to | not a case of | nor any | nor has |
    nor does |   with no | has no known | had no known | have no known | there is no |
    there are no | there was no | there were no | there has been no | exam reveals no | exam shows no |
           
     has nil | nil of note re
  `),
];

const askers = list('client | clt | cl | ct | pt | patient | she | he | they');

/** What another professional did with a client, in front of it. */
export const othersDid = (): readonly string[] =>
  combine(
    list(`
    physio | physiotherapist | physical therapist | chiro | chiropractor | osteo | osteopath | acupuncturist |
    previous therapist | prior therapist | other therapist | another therapist | last therapist |
    old therapist | her therapist | his therapist | trainer | ot
  `),
    list(`
    used | did | does | uses | performed | performs | gave | gives | tried | applied | recommended |
    suggested | treated with | treats with | treated her with | treated him with
  `),
  );

/** What has not gone away: "hasn't settled". */
export const notOver = (): readonly string[] =>
  combine(
    list(`
    not | never | has not | hasn't | have not | haven't | had not | is not | isn't | are not | aren't | not yet |
    not fully | not completely | not quite | still not | still hasn't | yet to | never quite | but not | has yet to
  `),
    list(
      'settled | settle | resolved | resolve | healed | heal | cleared | clear | cleared up | gone | gone away | recovered | over | better | cured',
    ),
  );

/** Techniques left out, behind them: "client declined". */
export const avoidedBehind = (): readonly string[] =>
  combine(
    askers,
    list(`
    opted out | did not want | didn't want | did not want it | didn't want it | prefers not | preferred not |
    preferred not to | asked not to | asked to skip | asked to skip it | said no | not comfortable |
    was not comfortable | not comfortable with it
  `),
  );

const notSeen = (): readonly string[] =>
  combine(
    list('not | never | none | nor'),
    list(`
    elicited | demonstrated | appreciated | palpable | palpated | reproduced | reproducible | visualised |
    visualized | identified | suspected | documented | diagnosed | experienced | endorsed | mentioned |
    recorded | visible | provoked | indicated | likely | a concern | an issue | a problem | at all |
    thought likely | considered likely | felt likely | supported | suggested
  `),
  );

/** Phrases behind what is denied. */
export const deniedBehind = (): readonly string[] => [
  ...notSeen(),
  ...combine(
    list(`
      is | was | are | were | has been | have been | had been | since | now | already | effectively |
      subsequently
    `),
    list(`
      excluded | ruled out | discounted | disproved | denied | absent | negative | unlikely | discarded |
      not confirmed | not present
    `),
  ),
  ...list(`
    not on the table | nothing of the kind | nothing of that kind | came back clean | come back clean |  not possible | is not possible | impossible | improbable | is improbable | implausible | not worn |
    not used | not taken | not required | not needed | ruled out by | ruled out on | ruled out with |
    less likely | very unlikely | highly unlikely | most unlikely | seems unlikely | felt unlikely |
    thought unlikely | felt to be unlikely | thought to be unlikely | doubted | doubtful | was doubted |
    disproven | excluded by | excluded on | not possible | is not possible | impossible | none known |
    none seen | none found | none elicited | none evident | not known | not that she knows of |
    not that he knows of | not to her knowledge | not to his knowledge
  `),
];

/** Suspicions in front of what is suspected. */
export const suspectedAhead = (): readonly string[] => [
  ...combine(
    list(`
      waiting on | waiting for | awaiting | pending | having | booked for | referred for | sent for | needs |
      getting | scheduled for | ordered | due for
    `),
    tests,
    list('for | re | to exclude | to rule out | to r/o | to check for | ?'),
  ),
  ...combine(
    list('could | may | might | can | would | possibly | likely | probably | perhaps'),
    list(`
      represent | be | indicate | suggest | reflect | mean | signify | be due to | be from | be related to |
      be caused by | be a | be an | have had | have a | have an | point to | be developing | be having |
      be experiencing | have developed | have torn | have broken | have strained | have sprained
    `),
  ),
  ...combine(
    list(`
      gp | dr | doctor | md | physio | pt | chiro | osteopath | specialist | consultant | surgeon | she | he |
      they | client | urgent care | er | ed | np | pa | nurse | rheumatologist | neurologist | dermatologist |
      orthopedist | midwife | ob
    `),
    list(`
      thinks | suspects | believes | wonders about | wonders if | queries | considers | is considering |
      feels | reckons | suspected | queried | thought | suggested | is thinking | suspects possible | raised |
      is querying | raised the possibility of | mentioned possible | is worried about | was worried about |
      is concerned about | was concerned about | is investigating | is checking for | is testing for |
      is ruling out | wants to rule out | wants to exclude
    `),
  ),
  ...list(`
    high suspicion for | high suspicion of | strong suspicion of | strong suspicion for |
    index of suspicion for | clinical suspicion of | clinical suspicion for | suspicion for | suspicion re |
    concern re | concerns re | concern about | concerns about | concerns for | worry about | worries about |
    worrisome for | worried re | worry re | need to rule out | needs to rule out | need to r/o | needs r/o |
    to r/o | must rule out | please rule out | pls rule out | kindly exclude | please exclude |
    want to rule out | wants to rule out | in order to rule out | to help rule out | under investigation for |
    being investigated for | being assessed for | being checked for | being screened for |
    awaiting assessment for | awaiting testing for | awaiting investigation for | awaiting tests for |
    awaiting mri for | awaiting scan for | awaiting results of | suggest | thought it was | thought she had |
    thought he had | initially thought to be | first thought to be | was thought to be |
    provisional diagnosis of | provisional dx of | working diagnosis of | working diagnosis | working dx |
    working dx of | differential includes | differentials include | differential diagnosis |
    differential diagnosis includes | differential dx | ddx includes | dd | diff dx | diff dx of | ddx: |
    potential for | possibility of | a possibility of | possible early | possible new | probable early |
    likely early | looks to be | looks to have | seems to be | seems to have | appears to be | presumably |
    in question | questions | ? of | cannot fully exclude | cannot completely exclude |
    cannot confidently exclude | cannot be sure it is not | can't be sure it's not | not certain if |
    not certain whether | unsure about | not sure about | uncertain if | uncertain whether | ?early | ?new |
    concerning re | raises concern for | raises concern about | raising concern for | raises suspicion of |
    raising suspicion of | raises the question of | raising the possibility of | raises the possibility of |
    suspected to have | suspected of having | thought to be | thought to have | felt to be | felt to have |
    believed to be | believed to have | said to have | told she might have | told he might have |
    told she may have | told he may have | told it might be | told it may be | told it could be |
    told possible | assess for possible | evaluate for possible | more likely | most likely | less likely |
    as likely | tends towards | leaning towards | picture suggestive of | picture of possible
  `),
];

/** Suspicions behind what is suspected. */
export const suspectedBehind: readonly string[] = list(`
  query | querying | to be patch tested | to be tested | to be investigated | under review |
  suspected clinically | is possible | is likely | is probable | remains possible | remains likely |
  remains a possibility | is a possibility | a possibility | possibly | probably | perhaps |
  under consideration | considered | is being considered | in the differential | on the differential |
  is in the differential | cannot be excluded | can not be excluded | can't be excluded |
  could not be excluded | not fully excluded | not completely excluded | not formally excluded |
  still to be excluded | still to be ruled out | yet to be ruled out | yet to be confirmed |
  yet to be excluded | still under investigation | needs ruling out | needs excluding | needs to be excluded |
  must be excluded | should be excluded | should be ruled out | to be ruled out | to rule out | to exclude |
  is suspected | was suspected | were suspected | are suspected | has been suspected | has been queried |
  queried | was queried | is queried | in question | is in question | is a concern | concern |
  is the concern | remains a concern | more likely | most likely | awaiting biopsy | awaiting scan |
  awaiting mri | awaiting x-ray | awaiting xray | awaiting bloods | awaiting confirmation | awaiting imaging |
  awaiting test | awaiting tests | awaiting doppler | results pending | biopsy pending | mri pending |
  scan pending | bloods pending | test pending | imaging pending | confirmation pending
`);

const pastWays = list(`
  previous | previously | prior | past | old | remote | former | distant | earlier |
  longstanding history of resolved
`);

/** What is past, in front of it. */
export const pastAhead = (): readonly string[] => [
  ...combine(
    pastWays,
    list(`
      history of | hx of | episode of | episodes of | bout of | bouts of | diagnosis of | dx of | course of |
      case of | attack of
    `),
  ),
  ...list(`
    underwent | has undergone | had undergone | had undergone a | remarkable for | history is remarkable for |
    history remarkable for | history notable for | hx notable for | history significant for |
    hx significant for | history includes | hx includes | history positive for |
    past medical history includes | past medical history significant for | past medical history of |
    pmh includes | pmh significant for | pmh notable for | background of | b/g | bg of | bg |
    previously diagnosed with | previously treated for | previously had | previous dx | was treated for |
    treated in the past for | was diagnosed with | had been diagnosed with | was hospitalised for |
    was hospitalized for | hospitalised with | hospitalized with | admitted with | admitted for |
    was admitted with | was admitted for
  `),
];

/** Over for good, in front of what is over. */
export const overAhead: readonly string[] = list(`
  no longer suffers from | no longer suffering from | no longer gets | no longer getting | no longer reports |
  no longer complains of | no longer troubled by | no longer bothered by | no longer symptomatic of |
  recovered well from | has recovered from | had recovered from | made a full recovery from |
  full recovery from | fully recovered from | complete recovery from | resolution of |
  complete resolution of | resolving of | used to be | used to experience | used to have bad |
  used to have severe | has had no further | had no further | no further episodes of | no further attacks of |
  no more | no more episodes of | no recurrence of | without recurrence of | disease free from |
  disease-free from | in complete remission from | in full remission from | cured from | got rid of |
  grew out of | outgrew | outgrown
`);

/** Over for good, behind what is over. */
export const overBehind = (): readonly string[] => [
  ...combine(
    list(`
      has | have | had | now | since | fully | completely | long since | long | has now | have now |
      has fully | has completely | has since | have since | is now | are now | which has | which has since |
      that has | that
    `),
    list(`
      resolved | healed | cleared | cleared up | recovered | gone | gone away | settled | disappeared |
      subsided | recovered | passed
    `),
  ),
  ...combine(
    list('in | during | as'),
    list(`
      20s | 30s | 40s | teens | twenties | thirties | primary school | secondary school | elementary school | middle school | grade school | her childhood |
      his childhood | their childhood | her teens | his teens | her twenties | his twenties | her thirties |
      his thirties | her 20s | his 20s | her 30s | his 30s | her 40s | his 40s | her youth | his youth |
      adolescence | youth | high school | college | university | the nineties | the eighties | the 90s |
      the 80s | the 1990s | the 1980s | early childhood | a child | a teenager | a teen | a kid | a baby |
      an infant | a young adult | a young man | a young woman | a student
    `),
  ),
  ...list(`
    cleared with | cleared w/ | cleared w | cleared on | cleared after | cured with | all back to normal | back to normal |
    fully better | all better | completely better | totally better |
    nothing since | fully treated | in 90s | in 80s | in 70s | in 00s | resolved with | thawed | has thawed | gone completely | complete recovery | good recovery | at university | at uni | at college | at school |
    no longer bothers her | no longer bothers him | no longer troubles her | no longer troubles him |
    long resolved | long healed | long gone | grew out of it | outgrew it | outgrown | remote | years prior |
    decades ago | ages ago | back in the day | when she was | when he was | when they were | when younger |
    when little | when a child | has not had since | full recovery | with full recovery |
    made a full recovery | fully recovered since | no sequelae | without sequelae | in complete remission |
    in full remission | now in remission | disease free | disease-free | ned
  `),
];

/** What one was only exposed to, in front of it. */
export const exposedTo: readonly string[] = list(
  'exposed to | exposure to | contact with | in contact with | close contact with | contact of',
);

/** Only talked about, behind it. */
export const talkedOfBehind = (): readonly string[] => [
  ...list(`
    advice given | advice sheet given | leaflet given | handout given | information given | info given |
    education given | safety net given | safety netting given | safety-netting advice given |
    safety net advice given | warning given | counselling given | risk explained | risks explained |
    risk discussed | risks discussed | signs explained | signs discussed | symptoms explained | not due |
    are not due | is not due | would feel like | would look like
  `),
  ...combine(
    list('was | were | is | are | been | being | all'),
    list(`
      reviewed | discussed | explained | covered | mentioned | gone over | talked about | talked through |
      described
    `),
  ),
];

/** Only talked about, in front of it. */
export const talkedOfAhead = (): readonly string[] => [
  ...list(`
    frets about | fretting about | fears | fearful of | fearing | feared | had feared | scared of |
    scared it is | terrified of | fear that | preoccupied with | panics about | health anxiety re |
    health anxiety about | obsesses about | afraid it is | afraid that it is |  
        should the | should this | should her |
    should his | should it be | understands that | understand that | aware that | knows that | pre-op for | preop for | asked what | asks what | asking what | wondered what | run for | ride for | race for | raising money for |
      fundraising for | raises money for | told what | explained what | shown what | knows what | know what |
    immunisations | immunizations | vaccinations | vaccines | jabs | vaccinated incl | up to date incl |
    up to date including
  `),
  ...combine(
    list(`
      ask | check with | discuss with | speak to | talk to | consult | call | check w/ | follow up with |
      f/u with | message | email
    `),
    list(`
      gp | her gp | his gp | dr | doctor | the doctor | her doctor | his doctor | md | pcp | physio |
      surgeon | her surgeon | his surgeon | specialist | midwife | ob | oncologist | nurse | client | pt |
      her | him | them
    `),
    list('re | about | regarding | if | whether'),
  ),
  ...combine(
    list('advised | told | informed | reminded | explained to | reassured | warned'),
    list('client | the client | clt | cl | ct | pt | the pt | patient | the patient'),
    ['that'],
  ),
  ...combine(
    list(`
      watch | watching | monitor | monitoring | check | checking | observe | inspect | examine |
      keep an eye on | look at
    `),
    list(`
      wound | wounds | incision | scar | site | area | skin | leg | legs | calf | calves | foot | feet |
      toes | ankle | arm | arms | hand | temperature | dressing | moles | mole | client | patient | pt |
      child | baby | body
    `).concat(['']),
    list('for'),
  ).filter((phrase) => phrase.split(' ').length > 2),
  ...combine(
    list(`
      contraindications | precautions | warning signs | red flags | risks | risk factors | side effects |
      adverse effects | cautions
    `),
    list('such as | like | incl | incl. | including | include | e.g. | eg | i.e.'),
  ),
  ...combine(
    list('call | ring | phone | go to | to go to | attend | head to | seek | visit | contact'),
    list(`
      911 | 999 | 111 | 112 | er | ed | a&e | emergency | the er | the ed | gp | doctor | the doctor |
      the surgeon | help | urgent care
    `),
    list('for | if | with | in case of'),
  ),
  ...list(`
    read online that | read that | heard that | heard about | saw online that | saw online | given with |
    safe with | safe in | safe for people with | works for | good for | cure for
  `),
  ...combine(
    list(`
      vaccinated | immunised | immunized | inoculated | vaccine | vaccination | immunisation | immunization |
      jab | shot | booster | protected | protection | had jab | screening | screened | precautions |
      insurance | prophylaxis | prophylactic treatment | prophylactically | preventive treatment |
      prevention
    `),
    list('against | for'),
  ),
  ...list(`
    side effects | side effects of | side effects including | side effects such as | possible side effects |
    possible side effects of | possible side effects including | possible side effects such as |
    possible reactions including | adverse effects | adverse effects of | adverse effects including |
    may experience | might experience | can experience | could experience | may feel | might feel |
    may notice | may get | might get | some | trying for | trying for a | hoping for a | at high risk of |
    at high risk for | at low risk of | at low risk for | at greater risk of | at increased risk of |
    at increased risk for | predisposed to | susceptible to | vulnerable to | genetic risk for |
    carries risk of | carries a risk of | risk factor for | risk factors of | vte risk | complications of |
    complications include | complications including | should there be | should you notice |
    should she notice | should he notice | should you develop | should symptoms of | should any |
    should she get | should he get | should you get | were she to develop | if ever | if any | if there is |
    if there are | if there is any | if she has | if he has | if you notice | if she notices | if he notices |
    if she develops | if he develops | if you develop | if symptoms of | if signs of | when to worry about |
    red flags | red flags for | red flags of | red flags such as | red flags including | red flag symptoms |
    red flag symptoms such as | red flag advice | emergency signs of | return precautions |
    return precautions for | return with | return for | come back if | come back with | report any |
    reports any future | to report any | to report | report if | let me know if | let us know if | call with |
    ring if | phone if | seek help if | seek help for | in the case of | in case | for fear of | lest |
    to reduce the risk of | reduce risk of | lowering the risk of | lower risk of | to minimise risk of |
    to minimize risk of | to avoid risk of | to protect against | guards against | information leaflet on |
    leaflet re | handout re | patient education on | patient education re | pt education on |
    pt education re | counselled on | counselled re | counselled about | counseled on | counseled re |
    counseled about | discussed | discussed the | discussed the risk of | discussed the risks of |
    discussed possible | discussed potential | explained | explained the risk of | explained the risks of |
    reviewed the signs of | reviewed red flags | reviewed red flags for | taught signs of | given info on |
    given information on | given information about | gave info on | gave handout on | question about |
    questions about | had questions about | asks about | asking about | enquired about | inquired about |
    read up on | reading about | googled | would rule out | plan to screen for | plan to check for |
    plan to ask about | plan: screen for | screen for | screens for | ask for | test for | tests for |
    testing her for | testing him for | history taken for | form asks about | intake asks about |
    research on | study on | studies on | study of | charity for | fundraiser for | walk for | course on |
    workshop on | training on | training in | seminar on | webinar on | book on | book about | podcast on |
    podcast about | documentary on | documentary about | movie about | film about | talk on |
    support group for | specialises in | specializes in | specialist in | expert in | works in
  `).filter(
    (phrase) =>
      ![
        'some',
        'works in',
        'discussed',
        'discussed the',
        'explained',
        'call with',
        'return for',
        'test for',
        'testing her for',
        'testing him for',
      ].includes(phrase),
  ),
];
