// What a rule is about, in words that speak of no client: for reports that carry no messages.
import { type Knowledge, oncePerText } from '../../core/index';

const familyWords: Readonly<Record<string, string>> = {
  client: 'Form of a client record',
  completeness: 'Missing from the record',
  internal: 'A check failed',
  knowledge: 'The practice’s own knowledge',
  note: 'Form of a note',
  practice: 'Practice settings',
  record: 'Client record',
  'red-flag': 'Red flag, refer',
  signature: 'Signature',
  value: 'A value',
  visits: 'Across visits',
  yaml: 'YAML',
};

/** Makes the function that names rules. */
export const createTitles = (kb: Knowledge): ((id: string) => string) => oncePerText((id) => titleOf(id, kb));

function titleOf(id: string, kb: Knowledge): string {
  const [family = '', name = ''] = id.split('/');
  const title = kb.rules.get(name)?.title;
  if (family === 'contraindication' && title !== undefined) return title;
  return `${familyWords[family] ?? family}: ${name.replaceAll('-', ' ')}`;
}
