// Judges the files of one client after another, each with what counts for it and no more, and turns findings into rows.
import {
  type CivilDate,
  createLineIndex,
  createWorkspace,
  type Finding,
  type Knowledge,
  type LineIndex,
  practiceRootOf,
  type Settings,
  type Source,
  toLinePosition,
  type Uri,
  type View,
} from '../../core/index';
import type { ReadText } from '../../io/files';
import { toShownPath } from '../practice';
import type { ReportedFinding, ReportFormat } from '../report';
import { type Group, hashOf, type SharedFile, type SurveyedFile } from './survey';

/** What all judging of one run has in common; plain data, so that it can be handed to another thread. */
export interface JudgeSetup {
  readonly shared: readonly SharedFile[];
  readonly settings: Settings;
  readonly today: CivilDate;
  /** The folder that shown paths start from. */
  readonly base: string;
  /** How much a finding says. */
  readonly carries: ReportFormat['carries'];
}

/** The named files of a group with their findings. */
export interface JudgedGroup {
  readonly files: readonly JudgedFile[];
  /** True if the findings hold for this day only. */
  readonly bound: boolean;
  /** Whole lines about files that could not be read any more. */
  readonly failures: readonly string[];
}

export interface JudgedFile {
  readonly uri: Uri;
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

export interface Judge {
  /** Practice files and own knowledge. They are judged beside the first group, which shows that the practice has clients. */
  judgeShared(beside: Group | undefined): readonly JudgedFile[];
  judgeGroup(group: Group): JudgedGroup;
}

/** Makes a judge. It reads files again, and lets go of them when their group is done. */
export function createJudge(setup: JudgeSetup, kb: Knowledge, read: ReadText): Judge {
  const { settings, today, base } = setup;
  const workspace = createWorkspace({ kb, settings, today });
  const texts = new Map<Uri, string>();
  for (const { uri, text } of setup.shared) {
    workspace.set(uri, text);
    texts.set(uri, text);
  }
  const practiceFolders = new Set(
    setup.shared
      .filter(({ kind }) => kind === 'practice')
      .map(({ uri }) => uri.slice(0, uri.lastIndexOf('/'))),
  );
  const load = (files: readonly SurveyedFile[], failures: string[]): void => {
    for (const { path, uri } of files) {
      const found = read(path);
      if (!found.ok) failures.push(`${toShownPath(path, base)}: ${found.message}.`);
      else {
        workspace.set(uri, found.text);
        texts.set(uri, found.text);
      }
    }
  };
  const unload = (files: readonly SurveyedFile[]): void => {
    for (const { uri } of files) {
      workspace.remove(uri);
      texts.delete(uri);
    }
  };
  const judgeFile = (file: SurveyedFile, places: Places): { view: View | undefined; judged: JudgedFile } => {
    const view = workspace.view(file.uri);
    const root = practiceRootOf(file.uri, practiceFolders);
    const toPrint = createFingerprints(file.uri.slice(root.length), texts.get(file.uri) ?? '');
    const findings = (view?.findings ?? []).map((finding) =>
      toReported(finding, toPrint(finding), places, setup.carries),
    );
    return { view, judged: { uri: file.uri, path: file.path, findings } };
  };
  const createPlaces = (files: readonly SurveyedFile[]): Places => {
    const lines = new Map<Uri, LineIndex>();
    const shown = new Map([...setup.shared, ...files].map(({ uri, path }) => [uri, path]));
    return {
      textOf: (uri) => texts.get(uri) ?? '',
      shownPathOf: (uri) => toShownPath(shown.get(uri) ?? uri, base),
      linesOf(uri) {
        const found = lines.get(uri) ?? createLineIndex(texts.get(uri) ?? '');
        lines.set(uri, found);
        return found;
      },
    };
  };
  return {
    judgeShared(beside) {
      const files = beside?.files.slice(0, 1) ?? [];
      load(files, []);
      const places = createPlaces([]);
      const judged = setup.shared.filter(({ named }) => named).map((file) => judgeFile(file, places).judged);
      unload(files);
      return judged;
    },
    judgeGroup({ files }) {
      const failures: string[] = [];
      load(files, failures);
      const places = createPlaces(files);
      const judged = files.filter(({ named }) => named).map((file) => judgeFile(file, places));
      unload(files);
      return {
        files: judged.map((entry) => entry.judged),
        bound: judged.some(({ view }) => view?.kind === 'note' && isRecent(view.session.date, today)),
        failures,
      };
    },
  };
}

/** Days after a session within which what is asked of its note may change by the day alone; checks need two. */
const settledAfterDays = 7;

/** True for a note without a date, one of the last days, and one of days to come. */
const isRecent = (date: CivilDate | undefined, today: CivilDate): boolean =>
  date === undefined || !(Date.parse(today) - Date.parse(date) > settledAfterDays * 86_400_000);

interface Places {
  readonly textOf: (uri: Uri) => string;
  readonly shownPathOf: (uri: Uri) => string;
  readonly linesOf: (uri: Uri) => LineIndex;
}

/**
 * Names findings so that they keep their names when lines move: by rule, file and the words that they stand on, and
 * where all three are the same by their order. The name is a hash: it can be compared, not read.
 */
function createFingerprints(place: string, text: string): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ rule, at }) => {
    const words = text.slice(at.span.start, at.span.end).toLowerCase().replace(/\s+/g, ' ').trim();
    const key = `${rule}\0${place}\0${words}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return hashOf(`${key}\0${nth}`);
  };
}

function toReported(
  finding: Finding,
  fingerprint: string,
  places: Places,
  carries: ReportFormat['carries'],
): ReportedFinding {
  const { uri, span } = finding.at;
  const lines = places.linesOf(uri);
  const start = toLinePosition(lines, span.start);
  const end = toLinePosition(lines, span.end);
  const text = places.textOf(uri);
  const bytes = [
    countBytes(text, lines, start.line, start.character),
    countBytes(text, lines, end.line, end.character),
  ] as const;
  return {
    ...toPlace(finding.at, places),
    endLine: end.line + 1,
    endColumn: end.character + 1,
    ...(bytes[0] === start.character && bytes[1] === end.character
      ? {}
      : { bytes: [bytes[0] + 1, bytes[1] + 1] as const }),
    severity: finding.severity,
    rule: finding.rule,
    fingerprint,
    ...(carries === 'codes'
      ? {}
      : {
          words: {
            message: finding.message,
            because: finding.because.map((why) => ({ ...toPlace(why.at, places), text: why.text })),
            ...(carries === 'excerpts' ? { excerpt: lineOf(text, lines, start.line) } : {}),
          },
        }),
  };
}

const countBytes = (text: string, lines: LineIndex, line: number, character: number): number => {
  const start = lines.starts[line] ?? 0;
  return Buffer.byteLength(text.slice(start, start + character));
};

const lineOf = (text: string, lines: LineIndex, line: number): string =>
  text.slice(lines.starts[line], lines.starts[line + 1]).replace(/[\r\n]+$/, '');

function toPlace(at: Source, places: Places) {
  const start = toLinePosition(places.linesOf(at.uri), at.span.start);
  return { file: places.shownPathOf(at.uri), line: start.line + 1, column: start.character + 1 };
}
