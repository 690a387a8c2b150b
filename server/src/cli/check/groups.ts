// Goes through the clients that were asked about: known findings from the cache, the others judged, all in one order.
import { type Knowledge, type Severity, severities, type Uri } from '../../core/index';
import { createWalk } from '../../io/files';
import type { CliIo } from '../console';
import { toShownPath } from '../practice';
import type { CheckedAmount, ReportedFinding, Shard } from '../report';
import type { Placed } from './baseline';
import { type CodedFinding, type CodedGroup, noCache } from './cache';
import { createJudge, type JudgedFile, type JudgedGroup, type JudgeSetup } from './judge';
import type { Named } from './named';
import { judgeAll, type Threads } from './pool';
import { createProgress } from './progress';
import { type Group, hashOf, type Survey, surveyPractice } from './survey';

export interface GroupOptions {
  readonly named: Named;
  readonly kb: Knowledge;
  readonly setup: JudgeSetup;
  readonly shard: Shard | undefined;
  readonly root: string;
  readonly io: CliIo;
  /** How a file is named from the root of the practice. */
  readonly place: (path: string) => string;
  readonly threads: Threads;
  /** True to keep what was found for the next check, however little it is. */
  readonly keeps: boolean;
  /** True if what nobody asked to be shown is wanted too. */
  readonly keepsAll: boolean;
  /** True for a finding of a severity and a rule that are asked for. */
  readonly isAsked: (finding: ReportedFinding) => boolean;
  /** False for a finding that the baseline knows; absent where there is no baseline. */
  readonly isNew: ((placed: Placed) => boolean) | undefined;
}

/** What all groups gave together. */
export interface GroupsOutcome {
  /** Asked for and new; sorted by file, then as the editor sorts them. */
  readonly findings: readonly ReportedFinding[];
  /** All findings of the files that were checked, whatever their severity; none unless `keepsAll`. */
  readonly all: readonly Placed[];
  /** How many findings that are asked for the baseline knows. */
  readonly known: number;
  readonly checked: Omit<CheckedAmount, 'rules'>;
  /** The files that were checked, sorted. */
  readonly paths: readonly string[];
  readonly failures: readonly string[];
}

/** From this many notes on what was found is kept for the next check. */
const worthKeeping = 200;

/** Checks all groups of a survey, or those of one shard. */
export async function checkGroups(survey: Survey, options: GroupOptions): Promise<GroupsOutcome> {
  const { setup, kb, io, shard, named, place } = options;
  const isMine = (name: string): boolean =>
    shard === undefined || Number.parseInt(name.slice(0, 8), 16) % shard.count === shard.index - 1;
  const before = await readBefore(survey, options);
  const groups = survey.groups
    .filter(({ name }) => isMine(name))
    .map((group) => (group.isTouched ? widen(group) : group));
  const changed = new Set(named.files.keys());
  const judge = createJudge(setup, kb, survey.read);

  /** Of findings those that are asked for, and of these those that are new. */
  const choose = (path: string, findings: readonly ReportedFinding[]) => {
    const asked = findings.filter(options.isAsked);
    const { isNew } = options;
    if (isNew === undefined || asked.length === 0) return { asked, fresh: asked };
    const at = place(path);
    return { asked, fresh: asked.filter((finding) => isNew({ place: at, finding })) };
  };
  // Of a finding that is not shown nothing stays, however many there are.
  const reported: JudgedFile[] = [];
  const all = new Map<Uri, readonly Placed[]>();
  let known = 0;
  const take = (files: readonly JudgedFile[]): void => {
    for (const { uri, path, findings } of files) {
      const isChanged = changed.has(path);
      const counted = isChanged
        ? findings
        : findings.filter((finding) => isGraver(finding, before.get(finding.fingerprint)));
      if (!isChanged && counted.length === 0) continue;
      const { asked, fresh } = choose(path, counted);
      known += asked.length - fresh.length;
      reported.push({ uri, path, findings: fresh });
      if (options.keepsAll)
        all.set(
          uri,
          counted.map((finding) => ({ place: place(path), finding })),
        );
    }
  };

  if (shard === undefined || shard.index === 1) take(judge.judgeShared(survey.groups[0]));
  const waiting: Group[] = [];
  for (const group of groups) {
    const coded = survey.cache.findGroup(groupHash(group), setup.today);
    const files = coded && fromCode(group, coded, setup.base);
    // Codes are enough where nothing of the client is shown.
    const isEnough =
      files !== undefined &&
      (setup.carries === 'codes' ||
        files.every(({ path, findings }) => choose(path, findings).fresh.length === 0));
    if (isEnough) take(files);
    else waiting.push(group);
  }

  const notesOf = (group: Group): number =>
    group.files.filter(({ kind, named: asked }) => asked && kind === 'note').length;
  const total = waiting.reduce((sum, group) => sum + notesOf(group), 0);
  const progress = createProgress(io.stderr, io.env, total);
  const failures: string[] = [];
  try {
    await judgeAll(
      waiting,
      {
        judge,
        setup,
        startHelper: named.tree.onDisk ? io.startHelper : undefined,
        threads: options.threads,
        optimise: io.optimise,
      },
      (group, judged) => {
        progress.add(notesOf(group));
        take(judged.files);
        failures.push(...judged.failures);
        keep(group, judged, survey, setup.today);
      },
    );
  } finally {
    progress.end();
  }
  if (options.keeps || total >= worthKeeping) survey.cache.save(survey.isWhole && shard === undefined);

  reported.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return {
    findings: reported.flatMap(({ findings }) => findings),
    all: reported.flatMap(({ uri }) => all.get(uri) ?? []),
    known,
    checked: countChecked(survey, groups, new Set(reported.map(({ uri }) => uri))),
    paths: reported.map(({ path }) => path),
    failures,
  };
}

function countChecked(
  survey: Survey,
  groups: readonly Group[],
  reported: ReadonlySet<Uri>,
): Omit<CheckedAmount, 'rules'> {
  const files = groups.flatMap((group) => group.files);
  const notes = files.filter(({ uri, kind }) => kind === 'note' && reported.has(uri)).length;
  const clients = groups.filter(
    (group) => group.isClient && group.files.some(({ uri }) => reported.has(uri)),
  ).length;
  const read = [...files, ...survey.shared];
  return { notes, records: reported.size - notes, clients, context: read.length - reported.size };
}

/** The name of a group in the cache: what is in its files. */
const groupHash = ({ files }: Group): string => hashOf(files.map(({ hash }) => hash).join(' '));

function keep(group: Group, judged: JudgedGroup, survey: Survey, today: string): void {
  // Findings of some of a client's files are not those of all.
  if (judged.failures.length > 0 || group.files.some((file) => !file.named)) return;
  // A failure of ours may be gone next time.
  if (judged.files.some(({ findings }) => findings.some(({ rule }) => rule.startsWith('internal/')))) return;
  survey.cache.setGroup(groupHash(group), today, judged.bound, judged.files.map(toCode));
}

const toCode = ({ findings }: JudgedFile): readonly CodedFinding[] =>
  findings.map((finding) => [
    finding.rule,
    severities.indexOf(finding.severity),
    finding.line,
    finding.column,
    finding.endLine,
    finding.endColumn,
    finding.fingerprint,
    ...(finding.bytes ?? []),
  ]);

/** The findings of the named files of a group; undefined if the code does not fit the group. */
function fromCode(group: Group, coded: CodedGroup, base: string): readonly JudgedFile[] | undefined {
  if (coded.length !== group.files.length) return undefined;
  return group.files.flatMap((file, index): readonly JudgedFile[] => {
    if (!file.named) return [];
    const shown = toShownPath(file.path, base);
    const findings = (coded[index] ?? []).map((code) => toFinding(code, shown));
    return [{ uri: file.uri, path: file.path, findings }];
  });
}

function toFinding(code: CodedFinding, file: string): ReportedFinding {
  const [rule, at, line, column, endLine, endColumn, fingerprint, from, to] = code;
  const severity = severities[at] ?? 'error';
  if (from === undefined || to === undefined)
    return { file, line, column, endLine, endColumn, severity, rule, fingerprint };
  return { file, line, column, endLine, endColumn, bytes: [from, to], severity, rule, fingerprint };
}

/** The same group with all its files asked about. */
const widen = (group: Group): Group => ({
  ...group,
  files: group.files.map((file) => ({ ...file, named: true })),
});

/** True for a finding that was not there before, or was less serious. */
const isGraver = ({ severity }: ReportedFinding, before: Severity | undefined): boolean =>
  before === undefined || severities.indexOf(severity) < severities.indexOf(before);

/**
 * A change may tell in notes that it leaves as they are: a clot that is added to the record meets deep work that was
 * planned last week, a note that is deleted takes a clearance with it, a setting of the practice asks for more. Findings
 * of such notes count if they are new, so their clients are judged as they stood before as well. Gives the findings of
 * that time by their fingerprints.
 */
async function readBefore(
  survey: Survey,
  { named, kb, setup, root, threads }: GroupOptions,
): Promise<ReadonlyMap<string, Severity>> {
  const found = new Map<string, Severity>();
  const before = named.change?.before;
  // A client of whom everything is changed has no other note to compare.
  const others = survey.groups.filter((group) => group.isTouched && group.files.some((file) => !file.named));
  if (before === undefined || others.length === 0) return found;
  const wanted = new Set(
    [...others.flatMap(({ files }) => files), ...(named.change?.removed ?? [])].map(({ path }) => path),
  );
  const walk = createWalk();
  const files = before
    .listAround(new Set(), walk)
    .filter(({ path, kind }) => kind === 'practice' || kind === 'knowledge' || wanted.has(path));
  const earlier = surveyPractice(
    {
      tree: { ...before, listAround: () => files },
      files: new Map(files.filter(({ path }) => wanted.has(path)).map((file) => [file.path, file])),
      walk,
    },
    { base: setup.base, root, openCache: () => noCache },
  );
  const judge = createJudge({ ...setup, shared: earlier.shared, carries: 'codes' }, kb, earlier.read);
  await judgeAll(earlier.groups, { judge, setup, threads }, (_, judged) => {
    for (const { findings } of judged.files)
      for (const { fingerprint, severity } of findings) found.set(fingerprint, severity);
  });
  return found;
}
