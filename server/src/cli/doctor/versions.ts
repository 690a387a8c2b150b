// The doctor on versions: this program, its knowledge, and the programs that it calls.
import { spawnSync } from 'node:child_process';
import { type CivilDate, count, type Knowledge, listOverdueRules } from '../../core/index';
import { readVersion } from '../../io/version';
import { type DoctorLine, toLine } from './report';

/** Versions of the programs around; undefined for one that is not here. */
export interface Versions {
  readonly node: string;
  readonly git: string | undefined;
  readonly ssh: string | undefined;
}

/** Asks the programs themselves. */
export const readVersions = (): Versions => ({
  node: process.versions.node,
  git: ask('git', ['--version']),
  // ssh-keygen knows no way to tell its version; ssh comes with it.
  ssh: ask('ssh', ['-V']),
});

function ask(program: string, args: readonly string[]): string | undefined {
  const run = spawnSync(program, [...args], { encoding: 'utf8', timeout: 10_000 });
  return run.status === 0 ? /\d+(?:\.\d+)+/.exec(`${run.stdout}${run.stderr}`)?.[0] : undefined;
}

/** Says which versions there are, and which are too old. */
export function lookAtVersions(
  { node, git, ssh }: Versions,
  kb: Knowledge,
  today: CivilDate,
): readonly DoctorLine[] {
  const topic = 'versions';
  const overdue = listOverdueRules(kb, today).length;
  const old = [
    ...(isOlder(node, [20]) ? [`Node.js ${node} is older than 20.`] : []),
    ...(git !== undefined && isOlder(git, [2, 31]) ? [`git ${git} is older than 2.31.`] : []),
    ...(ssh !== undefined && isOlder(ssh, [8])
      ? [`OpenSSH ${ssh} is older than 8.0, which first signs files.`]
      : []),
  ];
  return [
    toLine(
      topic,
      'ok',
      `soap-notes ${readVersion()} with ${count(kb.data.rules.length, 'rule')}, Node.js ${node}, git ${git ?? 'not here'}, OpenSSH ${ssh ?? 'not here'}.`,
    ),
    ...old.map((message) => toLine(topic, 'problem', message, 'Install a newer one.')),
    ...(overdue > 0
      ? [
          toLine(
            topic,
            'question',
            `${count(overdue, 'rule')} ${overdue === 1 ? 'is' : 'are'} due to be read against ${overdue === 1 ? 'its' : 'their'} sources again.`,
            'Look for a newer version of soap-notes.',
          ),
        ]
      : []),
  ];
}

const isOlder = (version: string, least: readonly number[]): boolean => {
  const parts = version.split('.').map(Number);
  const at = least.findIndex((number, index) => (parts[index] ?? 0) !== number);
  return at >= 0 && (parts[at] ?? 0) < (least[at] ?? 0);
};
