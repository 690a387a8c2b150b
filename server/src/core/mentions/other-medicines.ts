// Medicines that no rule of the base asks about: a span that holds one is judged as a medicine all the same.
import { list } from './phrases';

/** Names and brands, in lower case. */
export const otherMedicines: ReadonlySet<string> = new Set(
  list(`
    omep | lanso | panto | esomep | simva | gaba | co-dydramol | cocodamol | fludrocortisone | liothyronine | melatonin | circadin | buspirone | buspar | hydroxyzine | methylphenidate | ritalin |
    concerta | adderall | vyvanse | elvanse | lisdexamfetamine | atomoxetine | strattera | guanfacine | modafinil |
    levodopa | sinemet | madopar | stalevo | ropinirole | requip | pramipexole | mirapex | rasagiline | selegiline |
    rotigotine | entacapone | donepezil | aricept | memantine | rivastigmine | galantamine | sumatriptan | imitrex |
    imigran | rizatriptan | maxalt | zolmitriptan | eletriptan | erenumab | aimovig | galcanezumab | emgality |
    fremanezumab | ajovy | rimegepant | nurtec | vydura | pizotifen | calcium | caltrate | adcal | calcichew | calcit |
    prochlorperazine | stemetil | cyclizine | domperidone | metoclopramide | maxolon | docusate | senna | movicol | laxido |
    lactulose | terbinafine | lamisil | fluconazole | diflucan | clotrimazole | canesten | nystatin | mebendazole |
    cetirizine | zyrtec | loratadine | claritin | claratyne | clarityn | fexofenadine | telfast | allegra | benadryl |
    diphenhydramine | chlorphenamine | piriton | polaramine | adrenaline | epinephrine | nasonex | flonase | rhinocort |
    sudafed | naloxone | narcan | cbd | thc | cannabis | gummies | gummy | mirena | kyleena | depo | nexplanon | implanon |
    solifenacin | oxybutynin | mirabegron | tolterodine | vesicare | sildenafil | viagra | tadalafil | cialis |
    tranexamic | desmopressin | ferrous | ferrograd | iron | multivitamin | multivitamins | multivit | magnesium |
    glucosamine | chondroitin | probiotic | probiotics | coq10 | zinc | potassium | thiamine | acamprosate | antabuse |
    disulfiram | dovonex | dovobet | e45 | diprobase | cetraben | emollient | latanoprost | xalatan | timolol | eyedrops |
    cosopt | hyoscine | buscopan | mebeverine | colofac | peppermint | gaviscon | diclegis | diclectin | doxylamine |
    pyridoxine | b12 | hydroxocobalamin | antibiotics | antihistamine | antihistamines | supplements | inhalers | puffer |
    puffers | vitamins | prenatals | electrolytes | quinine | betahistine | serc | acetazolamide | diamox | pyridostigmine |
    mestinon | propantheline | botox | juvederm | statins | hrt | tibolone | clomid | norethisterone | cabergoline |
    bromocriptine | carbimazole | methimazole | alfacalcidol | creon | ursodiol | ursodeoxycholic | mesalazine | pentasa |
    budesonide | entocort | nicorandil | ivabradine | ranolazine | sacubitril | entresto | hydralazine | minoxidil |
    finasteride | dutasteride | tamsulosin | flomax | alfuzosin | silodosin | levocetirizine | xyzal | azelastine | dymista
  `),
);
