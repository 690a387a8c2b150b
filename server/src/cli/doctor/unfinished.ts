// The doctor on what a command has left that was ended in the middle of its changes.
import { dirname, relative } from 'node:path';
import { begun, findUnfinished, ownFolder } from '../../io/journal';
import { listLeftStagings } from '../../io/write-folder';
import { listChangedSince } from '../../io/write-plan';
import { type DoctorLine, toLine } from './report';

const byHand = `See git status, put right what is half done, and delete ${ownFolder}/${begun}.`;

/** Names what was left; says nothing where nothing was. */
export const lookAtUnfinished = (root: string): readonly DoctorLine[] => [
  ...lookAtWrites(root),
  ...lookAtExports(dirname(root)),
];

/** An export is made in a hidden folder beside its place. That may be anywhere; mostly it is beside the practice. */
function lookAtExports(folder: string): readonly DoctorLine[] {
  const left = listLeftStagings(folder);
  return left.length === 0
    ? []
    : [
        toLine(
          'writing',
          'problem',
          'An export was ended in the middle. What it had made of the notes lies in a hidden folder.',
          'Delete it.',
          left,
        ),
      ];
}

function lookAtWrites(root: string): readonly DoctorLine[] {
  const left = findUnfinished(root);
  if (left === undefined) return [];
  if (left.isAtWork)
    return [toLine('writing', 'question', 'Another command is writing here.', 'Look again soon.')];
  const say = (message: string, advice: string, paths: readonly string[] = []): readonly DoctorLine[] => [
    toLine('writing', 'problem', message, advice, paths),
  ];
  if (left.state === 'damaged')
    return say('A command was ended in the middle, and what it has left cannot be read.', byHand);
  const changed = left.state === 'begun' ? listChangedSince(left.steps) : [];
  return changed.length > 0
    ? say(
        'A command was ended in the middle, and these files have changed since.',
        byHand,
        changed.map((path) => relative(root, path).replaceAll('\\', '/')),
      )
    : say(
        'A command was ended in the middle of its changes.',
        'The next command that runs here puts everything in order.',
      );
}
