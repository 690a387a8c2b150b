// What a technique is used for, told where it helps to choose one: strongest evidence first, its weakness said, never against a rule.
import { describe, expect, test } from 'vitest';
import { findHover, listCompletions } from '../../../server/src/core';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();

/** The techniques that are offered in the treatment of a note, best first, with their words. */
function offered(
  subjective: string,
): readonly { readonly id: string; readonly detail: string; readonly discouraged: boolean }[] {
  const view = viewFixture(`## Subjective\n- ${subjective}\n\n## Treatment\n- \n`);
  return listCompletions(view, view.file.text.length - 1).flatMap(({ kind, term, detail, discouraged }) =>
    kind === 'technique' && term !== undefined ? [{ id: term.id, detail: detail ?? '', discouraged }] : [],
  );
}

const praised = (subjective: string) =>
  offered(subjective).filter(({ detail }) => detail.startsWith('used for'));

function hoverOver(note: string, words: string): string {
  const view = viewFixture(note);
  return findHover(view, view.file.text.indexOf(words) + 1)?.markdown ?? '';
}

describe('completion', () => {
  test('what is used for the complaint comes first, with the condition and the certainty', () => {
    const [first] = offered('Chronic low back pain since 2020.');
    expect(first?.detail).toMatch(/^used for .*low back pain \((?:high|moderate)-certainty evidence\)$/);
  });

  test('stronger evidence goes before weaker, however the techniques are called', () => {
    const ranks = praised('Chronic low back pain since 2020; also migraine and insomnia.').map(({ detail }) =>
      ['high-certainty', 'moderate-certainty', 'mixed', 'low-certainty'].findIndex((words) =>
        detail.includes(words),
      ),
    );
    expect(new Set(ranks).size).toBeGreaterThanOrEqual(2);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test('of what ranks alike, the name that the letters begin goes before names that have them in them, and those before other words for it', () => {
    const view = viewFixture('## Treatment\n- Myof');
    const at = view.file.text.indexOf('Myof') + 4;
    const labels = listCompletions(view, at).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual([
      'Myofascial release',
      'Direct myofascial release',
      'Indirect myofascial release',
    ]);
    expect(labels).toContain('Cupping');
  });

  test('without a complaint nothing is praised', () => expect(praised('Here to relax.')).toEqual([]));

  test.each([
    'No low back pain.',
    'Mother has low back pain.',
    'Low back pain in 2015, resolved.',
    '?fibromyalgia',
  ])('%s is no reason', (subjective) => expect(praised(subjective)).toEqual([]));

  test('what a rule warns of is not praised, and stands last', () => {
    const list = offered('Chronic low back pain. DVT L calf found last week.');
    const swedish = list.find(({ id }) => id === 'swedish-massage');
    expect(swedish?.detail).not.toContain('used for');
    expect(list.filter(({ detail }) => detail.startsWith('used for'))).toEqual([]);
  });

  test.each(
    kb.data.indications
      .filter(({ conditions, techniques }) => conditions.length > 0 && techniques.length > 0)
      .map((indication) => [indication.id, indication] as const),
  )(
    '%s is told for each of its conditions, unless a rule speaks against it',
    (_, { conditions, techniques }) => {
      for (const id of conditions) {
        const list = offered(`${kb.conditions.get(id)?.name ?? ''}.`);
        const silent = techniques.filter((technique) => {
          const item = list.find((each) => each.id === technique);
          return item === undefined || !(item.discouraged || item.detail.startsWith('used for'));
        });
        expect(silent, id).toEqual([]);
      }
    },
  );
});

describe('hover over a technique', () => {
  const note = 'S: Migraine, twice a month.\nT: Scalp massage 10 min\n';

  test('says what it is used for, how sure that is, what to mind, and the source', () => {
    const words = hoverOver(note, 'Scalp');
    expect(words).toContain('*Used for:* migraine, low-certainty evidence.');
    expect(words).toContain('*Mind:* Do not treat during a severe attack');
    expect(words.split('*Used for:*')[1]).toContain('*Source:*');
  });

  test('a finding at the technique speaks alone', () => {
    const words = hoverOver('S: Migraine. DVT L calf found last week.\nT: Scalp massage 10 min\n', 'Scalp');
    expect(words).not.toContain('*Used for:*');
  });
});
