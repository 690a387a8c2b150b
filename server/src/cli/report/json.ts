// Findings as one JSON array, for programs.
import type { ReportFormat } from '../report';

export const json: ReportFormat = {
  name: 'json',
  print: ({ findings }) => `${JSON.stringify(findings, undefined, 2)}\n`,
};
