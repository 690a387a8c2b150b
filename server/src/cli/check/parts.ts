// Reads the parts of a report back: files that anybody may have touched since.
import { severities } from '../../core/index';
import type { CheckReport, ReportedFinding } from '../report';
import { partForm } from '../report/part';

/** The report that a part holds; undefined if it is no part of this version. */
export function readPart(text: string): CheckReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isPart(value) ? value : undefined;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isItem);

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isSeverity = (value: unknown): boolean => (severities as readonly unknown[]).includes(value);

const isPart = (value: unknown): value is CheckReport =>
  isMap(value) &&
  value.form === partForm &&
  isList(value.findings, isFinding) &&
  isMap(value.checked) &&
  ['notes', 'records', 'clients', 'context', 'rules'].every(
    (key) => isMap(value.checked) && isCount(value.checked[key]),
  ) &&
  isList(value.files, isText) &&
  isList(value.failures, isText) &&
  isSeverity(value.level) &&
  isCount(value.known) &&
  (value.shard === undefined ||
    (isMap(value.shard) && isCount(value.shard.index) && isCount(value.shard.count)));

const isFinding = (value: unknown): value is ReportedFinding =>
  isMap(value) &&
  isText(value.file) &&
  isText(value.rule) &&
  isText(value.fingerprint) &&
  isSeverity(value.severity) &&
  ['line', 'column', 'endLine', 'endColumn'].every((key) => isCount(value[key])) &&
  (value.bytes === undefined ||
    (isList(value.bytes, (item): item is number => isCount(item)) && value.bytes.length === 2)) &&
  (value.words === undefined || isWords(value.words));

const isWords = (value: unknown): boolean =>
  isMap(value) &&
  isText(value.message) &&
  (value.excerpt === undefined || isText(value.excerpt)) &&
  isList(
    value.because,
    (why): why is Readonly<Record<string, unknown>> =>
      isMap(why) && isText(why.file) && isCount(why.line) && isCount(why.column) && isText(why.text),
  );
