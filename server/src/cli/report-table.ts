// The report formats, sorted by name; one file each in report/.
import type { ReportFormat } from './report';
import { github } from './report/github';
import { gitlab } from './report/gitlab';
import { json } from './report/json';
import { jsonl } from './report/jsonl';
import { junit } from './report/junit';
import { part } from './report/part';
import { rdjsonl } from './report/rdjsonl';
import { sarif } from './report/sarif';
import { text } from './report/text';

export const reportFormats: readonly ReportFormat[] = [
  github,
  gitlab,
  json,
  jsonl,
  junit,
  part,
  rdjsonl,
  sarif,
  text,
];
