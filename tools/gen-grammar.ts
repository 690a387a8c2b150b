// Writes syntaxes/soap-note.tmLanguage.json: headings come from the table of sections, values from the list below.
// The scopes are the ones that themes already colour; every pattern is linear.
import { type SectionEntry, sectionTable } from '../server/src/core/note/sections';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly contentName?: string;
  readonly applyEndPatternLast?: number;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly (Rule | Include)[];
}

interface Include {
  readonly include: string;
}

type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Include[] }>>;

const bullet = String.raw`(?:[-*–—•·◦‣▪▫●○■□]|\d{1,2}[.)])`;
const afterTitle = String.raw`(?:[ \t]*[:–—-])?`;

/** The grammar as the file holds it. */
export function toGrammarFile(): string {
  const grammar = {
    name: 'SOAP note',
    scopeName: 'text.soap-note',
    fileTypes: ['soap.md', 'soap'],
    patterns: ['front-matter', 'section', 'heading', 'label', 'bullet', 'inline'].map(toInclude),
    repository: {
      'front-matter': frontMatter,
      section: { patterns: sectionTable.flatMap(toSectionRules) },
      heading: otherHeading,
      label: { patterns: [boldLabel, label] },
      bullet: {
        match: `^[ \\t]*(${bullet})(?=[ \\t])[ \\t]*(\\[[ xX]?\\](?=[ \\t]))?`,
        captures: {
          '1': { name: 'punctuation.definition.list.begin.markdown' },
          '2': { name: 'punctuation.definition.checkbox.soap-note' },
        },
      },
      inline: { patterns: ['emphasis', 'value'].map(toInclude) },
      emphasis: { patterns: emphasis },
      value: { patterns: values },
    },
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

function toInclude(name: string): Include {
  return { include: `#${name}` };
}

/** As Markdown's own grammar does it: `while` keeps the YAML from running over the closing fence. */
const frontMatter: Rule = {
  begin: String.raw`\A(?=\x{FEFF}?---[ \t]*$)`,
  end: String.raw`^---[ \t]*$|^\.\.\.[ \t]*$`,
  applyEndPatternLast: 1,
  endCaptures: { '0': { name: 'punctuation.definition.end.frontmatter.soap-note comment.soap-note' } },
  patterns: [
    {
      begin: String.raw`\A\x{FEFF}?(---)[ \t]*$`,
      while: String.raw`^(?!(?:---|\.\.\.)[ \t]*$)`,
      beginCaptures: {
        '1': { name: 'punctuation.definition.begin.frontmatter.soap-note comment.soap-note' },
      },
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [{ include: 'source.yaml' }],
    },
  ],
};

/**
 * The rules for one section: `## Subjective`, `**Subjective**`, `Subjective:`, `SUBJECTIVE`, `S:`, `S -`.
 * A grammar sees one line at a time, so other words than title and letters count only with the line to themselves.
 */
function toSectionRules(entry: SectionEntry): readonly Rule[] {
  const { id, title, headings, letters } = entry;
  const name = `entity.name.section.${id}.soap-note`;
  const scope = `markup.heading.soap-note ${name}`;
  const bold = { name: 'punctuation.definition.bold.soap-note' };
  const rest = { patterns: [toInclude('inline')] };
  const any = `(?i:${toAlternatives([title, ...headings, ...letters])})`;
  const own = `(?i:${toAlternatives([title, ...letters])})`;
  const numbered = String.raw`(?:\d{1,2}[.)][ \t]+)?`;
  const rules: Rule[] = [
    {
      name: 'markup.heading.soap-note',
      match: `^[ ]{0,3}(#{1,6})[ \\t]*((?:\\*\\*)?${any}${afterTitle}(?:\\*\\*)?)((?:[ \\t]*[:(,–—-]|[ \\t]+\\d).*|[ \\t#]*)$`,
      captures: { '1': { name: 'punctuation.definition.heading.soap-note' }, '2': { name }, '3': rest },
    },
    {
      match: `^[ ]{0,3}(\\*\\*|__)(?:(${any}(?:[ \\t]*:)?)(\\1)(:?)[ \\t]*$|(${own}[ \\t]*:)(\\1)|(${own})(\\1)([ \\t]*:))`,
      captures: {
        '1': bold,
        '2': { name: scope },
        '3': bold,
        '4': { name: scope },
        '5': { name: scope },
        '6': bold,
        '7': { name: scope },
        '8': bold,
        '9': { name: scope },
      },
    },
    {
      match: `^[ ]{0,3}${numbered}(?=\\p{Lu})(${any}(?:[ \\t]*:)?)[ \\t]*$`,
      captures: { '1': { name: scope } },
    },
  ];
  // `FHx: mother had a stroke` is a field of the section it stands in.
  if (id !== 'family-history' && id !== 'past-history')
    rules.push(
      {
        match: `^[ ]{0,3}${numbered}(${own}[ \\t]*:)${id === 'treatment' || id === 'plan' ? notMeasured : ''}`,
        captures: { '1': { name: scope } },
      },
      {
        match: `^[ ]{0,3}(?=\\p{Lu})((?:${toAlternatives(letters.map((each) => each.toUpperCase()).concat(title))})[ \\t]*[–—-])[ \\t]`,
        captures: { '1': { name: scope } },
      },
    );
  if (id === 'addendum')
    rules.push({
      match: `^[ ]{0,3}(\\*\\*)?(?=\\p{Lu})(${any})(?=[ \\t]{0,4}[,(]?[ \\t]{0,4}\\d)`,
      captures: { '1': bold, '2': { name: scope } },
    });
  return rules;
}

/** `T: 36.8 °C` is a temperature, `P: 5/10` a score, `P: 72` a pulse. */
const notMeasured = String.raw`(?![ \t]*\d{1,3}(?:[.,]\d)?[ \t]?(?:°|(?i:deg|bpm|c|f)(?!\p{L})|/[ \t]?10(?!\d)|[,;]|$))`;

/** A heading that names no section of the table. */
const otherHeading: Rule = {
  name: 'markup.heading.soap-note',
  match: '^[ ]{0,3}(#{1,6})[ \\t](.*)',
  captures: {
    '1': { name: 'punctuation.definition.heading.soap-note' },
    '2': { patterns: [toInclude('inline')] },
  },
};

const labelScope = 'variable.other.label.soap-note';

/** Up to six words, with no comma or other sign of a sentence; brackets may hold anything. */
const labelWord = String.raw`(?:[^\s:*#|,;!=→()]|\([^)*:]{0,40}\))+`;
const labelWords = `${labelWord}(?:[ \\t]{1,4}${labelWord}){0,5}`;
/** `Client denies: fever` and `R/O: DVT` are statements, `C5-6: tender` names a place: no labels. */
const noLabel = String.raw`(?![CTLScTls]\d)(?![^:,;]{0,50}(?<![\p{L}/])(?i:denie[sd]|denying|reports?|reported|states?|stated|says?|said|is|are|was|were|has|have|had|no|not|none|nil|without|neg|negative|pos|positive|ruled?|r/o|possibl[ey]|suspect(?:ed)?|h/o|s/p|likely)[ \t]{0,4}:)`;

/** `- Complaint: …`, `Complaint: …`; a time such as `at 14:00` is none, as no space follows its colon. */
const label: Rule = {
  match: `^[ \\t]*(?:(${bullet})[ \\t]+)?${noLabel}(?=\\p{L})(${labelWords})[ \\t]{0,4}(:)(?=\\s|$)`,
  captures: {
    '1': { name: 'punctuation.definition.list.begin.markdown' },
    '2': { name: labelScope },
    '3': { name: 'punctuation.separator.label.soap-note' },
  },
};

const boldLabel: Rule = {
  match: `^[ \\t]*(?:(${bullet})[ \\t]+)?(\\*\\*)([^:*#|]{1,48})(?:(:)(\\*\\*)|(\\*\\*)[ \\t]*(:))`,
  captures: {
    '1': { name: 'punctuation.definition.list.begin.markdown' },
    '2': { name: 'punctuation.definition.bold.soap-note' },
    '3': { name: `markup.bold.soap-note ${labelScope}` },
    '4': { name: 'punctuation.separator.label.soap-note' },
    '5': { name: 'punctuation.definition.bold.soap-note' },
    '6': { name: 'punctuation.definition.bold.soap-note' },
    '7': { name: 'punctuation.separator.label.soap-note' },
  },
};

const emphasis: readonly Rule[] = [
  toEmphasis('markup.bold.soap-note', String.raw`\*\*`, String.raw`[^*\s][^*]{0,200}`, String.raw`\*\*`),
  toEmphasis(
    'markup.italic.soap-note',
    String.raw`(?<![\w*])\*`,
    String.raw`[^*\s][^*]{0,200}`,
    String.raw`\*(?![\w*])`,
  ),
  toEmphasis(
    'markup.italic.soap-note',
    String.raw`(?<!\w)_`,
    String.raw`[^_\s][^_]{0,200}`,
    String.raw`_(?!\w)`,
  ),
];

function toEmphasis(name: string, open: string, inside: string, close: string): Rule {
  return { name, match: `${open}(?:${inside})${close}` };
}

const unit = 'keyword.other.unit.soap-note';
const number = String.raw`\d{1,4}(?:\.\d{1,2})?`;
const range = `${number}(?:[ ]?[-–][ ]?${number})?`;
const notInWord = String.raw`(?<![\p{L}\p{N}./])`;
const notBeforeWord = String.raw`(?![\p{L}\p{N}])`;

/** Values with a form of their own. Order matters: the first that fits wins. */
const values: readonly Rule[] = [
  toValue('date', String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2})?|\d{1,2}/\d{1,2}/\d{2}(?:\d{2})?`),
  // 6/10, 6-7/10, and the first number of 6→3/10.
  toValue('pain', String.raw`${range}/10|${number}(?=[ ]?(?:→|->|=>|to)[ ]?${number}/10(?!\d))`),
  {
    match: String.raw`${notInWord}((?i:BP|HR|PR|RR|SpO2|SpO₂|INR|BGL?|Temp|Pulse)|T(?=[ ]?[:=]?[ ]?\d{2}))[ ]?[:=]?[ ]?(${number}(?:/\d{2,3})?)(?:[ ]?(°[ ]?[CF]|[CF](?!\p{L})|%|bpm|mmHg|mg/dL|mmol/L))?${notBeforeWord}`,
    captures: {
      '1': { name: 'variable.other.vital.soap-note' },
      '2': { name: 'constant.numeric.vital.soap-note' },
      '3': { name: unit },
    },
  },
  // 45/60°, 36.8 °C, 30 degrees.
  toMeasure(
    'angle',
    `${number}(?:/${number})?`,
    String.raw`°(?:[ ]?[CF](?!\p{L}))?|(?i:deg(?:rees?)?)(?!\p{L})`,
  ),
  toMeasure(
    'duration',
    range,
    String.raw`(?i:minutes?|mins?|hours?|hrs?|h|seconds?|secs?)(?!\p{L})|['’](?![\p{L}\p{N}])`,
  ),
  toMeasure(
    'time',
    range,
    String.raw`(?i:days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?)(?!\p{L})(?:[ ](?:ago|post-op|postop|pregnant)(?!\p{L}))?|/(?:7|52|12)(?![\d/])`,
  ),
  toMeasure('size', range, String.raw`(?i:mm|cm|m|km|kg|lbs?|mg|ml)(?![\p{L}\p{N}])`),
  // 2×/wk, weekly × 4.
  toMeasure('frequency', range, String.raw`[x×][ ]?(?:/|per )[ ]?(?i:day|week|wk|month|mo)(?!\p{L})`),
  toValue(
    'frequency',
    String.raw`(?i:daily|weekly|fortnightly|biweekly|monthly|q\d{0,2}(?:d|wk?|mo))(?:[ ]?[x×][ ]?\d{1,2})?`,
  ),
  toValue('pressure', `${range}[+-]?/5`),
  {
    name: 'constant.numeric.level.soap-note',
    match: String.raw`(?<![\p{L}\p{N}])(?:C[1-8]|T(?:1[0-2]|[1-9])|L[1-6]|S[1-5])(?:[-–/][CTLS]?\d{1,2})?${notBeforeWord}`,
  },
  {
    name: 'constant.language.side.soap-note',
    match: String.raw`(?<![\p{L}\p{N}'’/])(?:(?i:left|right|bilateral(?:ly)?|unilateral)|B/L|L/R|R/L|BL|Lt|Rt|[LR]-sided|[LRB](?<!itamin B|patitis B|hep B|ype B)(?![-/.'’]\p{L}|['’]))${notBeforeWord}`,
  },
  { name: 'keyword.operator.arrow.soap-note', match: '[→⇒↔↑↓]+|[-=]>' },
];

function toValue(kind: string, form: string): Rule {
  return { name: `constant.numeric.${kind}.soap-note`, match: `${notInWord}(?:${form})${notBeforeWord}` };
}

function toMeasure(kind: string, form: string, units: string): Rule {
  return {
    match: `${notInWord}(${form})[ ]?(${units})`,
    captures: { '1': { name: `constant.numeric.${kind}.soap-note` }, '2': { name: unit } },
  };
}

/** Longest first, so that `Plan of care` is not read as `Plan`; spaces may be any white space on the line. */
function toAlternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replaceAll(' ', '[ \\t]{1,4}')
        .replaceAll("'", "['’]"),
    )
    .join('|');
}
