// A whole report for `soap-notes merge`: what one of several runs found and how much it checked.
import type { ReportFormat } from '../report';

/** The form of the file; a change to it is a new number. */
export const partForm = 1;

export const part: ReportFormat = {
  name: 'part',
  carries: 'codes',
  print: (report, { version }) => `${JSON.stringify({ form: partForm, version, ...report })}\n`,
};
