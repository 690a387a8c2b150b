// Findings as JSON Lines: one finding a line, for programs that read as it comes.
import type { ReportFormat } from '../report';
import { toRow } from './json';

export const jsonl: ReportFormat = {
  name: 'jsonl',
  carries: 'words',
  print: ({ findings }) => findings.map((finding) => `${JSON.stringify(toRow(finding))}\n`).join(''),
};
